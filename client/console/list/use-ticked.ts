// The rows of a list that are ticked; they stay so on other pages and in other searches.
import { useState } from 'react';

export function useTicked<Row>(shown: readonly Row[], rowKey: (row: Row) => string) {
  const [ticked, setTicked] = useState<ReadonlyMap<string, Row>>(new Map());
  // A row that has changed since counts as it is now.
  const now = new Map(shown.map((row) => [rowKey(row), row]));
  const rows = [...ticked].map(([key, row]) => now.get(key) ?? row);
  const put = (more: readonly Row[]) =>
    setTicked(new Map([...ticked, ...more.map((row) => [rowKey(row), row] as const)]));
  const all = shown.length > 0 && shown.every((row) => ticked.has(rowKey(row)));
  const without = (less: readonly Row[]) => {
    const gone = new Set(less.map(rowKey));
    setTicked(new Map([...ticked].filter(([key]) => !gone.has(key))));
  };
  return {
    rows,
    has: (row: Row) => ticked.has(rowKey(row)),
    /** Whether every row of this page is ticked. */
    all,
    put,
    toggle: (row: Row) => (ticked.has(rowKey(row)) ? without([row]) : put([row])),
    toggleAll: () => (all ? without(shown) : put(shown)),
    clear: () => setTicked(new Map()),
  };
}

export type Ticked<Row> = ReturnType<typeof useTicked<Row>>;
