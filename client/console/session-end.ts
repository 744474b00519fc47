// That a session ended while somebody worked: they sign in again over the page, and nothing typed is lost.
import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

function put(value: boolean): void {
  ended = value;
  for (const listener of listeners) listener();
}

export const tellSessionEnded = () => put(true);
export const tellSignedInAgain = () => put(false);

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
