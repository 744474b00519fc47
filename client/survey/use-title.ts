import { useEffect } from 'react';

/** Where one is, in the name of the tab: the first thing a screen reader says after a reload. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
