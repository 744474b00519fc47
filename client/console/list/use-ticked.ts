// The rows of a list that are ticked; they stay so on other pages and in other searches.
import { useCallback, useState } from 'react';

export function useTicked<Row>(shown: readonly Row[], rowKey: (row: Row) => string) {
  const [ticked, setTicked] = useState<ReadonlyMap<string, Row>>(new Map());
  // A row that has changed since counts as it is now.
  const now = new Map(shown.map((row) => [rowKey(row), row]));
  const put = (more: readonly Row[]) =>
    setTicked(new Map([...ticked, ...more.map((row) => [rowKey(row), row] as const)]));
  const all = shown.length > 0 && shown.every((row) => ticked.has(rowKey(row)));
  return {
    rows: [...ticked].map(([key, row]) => now.get(key) ?? row),
    has: (row: Row) => ticked.has(rowKey(row)),
    /** Whether every row of this page is ticked. */
    all,
    put,
    /** Stays the same function, so that only the row that it is about is drawn again. */
    toggle: useCallback(
      (row: Row) =>
        setTicked((before) => {
          const next = new Map(before);
          if (!next.delete(rowKey(row))) next.set(rowKey(row), row);
          return next;
        }),
      [rowKey],
    ),
    toggleAll: () => {
      if (!all) return put(shown);
      const gone = new Set(shown.map(rowKey));
      setTicked(new Map([...ticked].filter(([key]) => !gone.has(key))));
    },
    clear: () => setTicked(new Map()),
  };
}

export type Ticked<Row> = ReturnType<typeof useTicked<Row>>;
