// Whether the page is being printed: a list then shows the rows of all its pages.
import { useSyncExternalStore } from 'react';

let printing = false;

/** The store tells at once: the paper is laid out as soon as the event is over. */
function subscribe(tell: () => void): () => void {
  const put = ({ type }: Event) => {
    printing = type === 'beforeprint';
    tell();
  };
  for (const type of ['beforeprint', 'afterprint']) window.addEventListener(type, put);
  return () => {
    for (const type of ['beforeprint', 'afterprint']) window.removeEventListener(type, put);
  };
}

export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => printing,
    () => false,
  );
}
