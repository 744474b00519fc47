import { useCallback, useEffect, useState } from 'react';

/** The page shown, in step with the browser's own back and forward. Entries hold a page number and nothing else. */
export function usePageHistory(first: number) {
  const [{ page, moved }, setPlace] = useState({ page: first, moved: false });
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => setPlace({ page: pageIn(state), moved: true });
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const goTo = useCallback((next: number) => {
    window.history.pushState({ page: next }, '');
    setPlace({ page: next, moved: true });
  }, []);
  return { page, moved, goTo };
}

function pageIn(state: unknown): number {
  const page = (state as { page?: unknown } | null)?.page;
  return typeof page === 'number' && page >= 0 ? page : 0;
}
