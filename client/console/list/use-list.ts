// What a list shows; search, order, choices and page are in the page's address.
import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useChange, useTyped } from '../address.ts';
import { type Choice, type Column, searchRows, sortRows, withSearchKeys } from './selection.ts';
import { usePrinting } from './use-printing.ts';

export const PAGE_SIZE = 50;

interface Options<Row> {
  columns: readonly Column<Row>[];
  choices: readonly Choice<Row>[];
}

/** What is asked of a list, as its address says it, and how it is asked for something else. */
export type ListAddress<Row> = ReturnType<typeof useListAddress<Row>>;

export function useListAddress<Row>({ columns, choices }: Options<Row>) {
  const [params] = useSearchParams();
  const [query, setQuery] = useTyped('q');
  const change = useChange({ replace: true, preventScrollReset: true });
  const column = columns.find(({ id, unsorted }) => id === params.get('sort') && !unsorted);
  const descending = params.get('order') === 'desc';
  const given = useMemo(
    () =>
      choices.flatMap((choice) => {
        const value = params.get(choice.id);
        return value ? [{ choice, value }] : [];
      }),
    [choices, params],
  );
  return {
    query,
    /** The choices that leave only some rows. */
    given,
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
    order: column ? { column: column.id, descending } : null,
    valueOf: (choice: Choice<Row>) => params.get(choice.id) ?? '',
    narrowed: query.trim() !== '' || given.length > 0,
    setQuery: (text: string) => {
      setQuery(text);
      change({ q: text, page: null });
    },
    choose: (choice: Choice<Row>, value: string) => change({ [choice.id]: value, page: null }),
    clear: () => {
      setQuery('');
      change({ q: null, page: null, ...Object.fromEntries(choices.map(({ id }) => [id, null])) });
    },
    setPage: (next: number) => change({ page: next === 1 ? null : String(next) }),
    sortBy: (id: string) => change({ ...nextOrder(columns, column?.id, descending, id), page: null }),
  };
}

/** Sorting by the same column again turns the order. */
function nextOrder<Row>(columns: readonly Column<Row>[], now: string | undefined, down: boolean, id: string) {
  const first = columns.find((column) => column.id === id)?.descendingFirst ?? false;
  return { sort: id, order: (now === id ? !down : first) ? 'desc' : null };
}

/** The page of a list that is shown, and how much more there is. */
export interface ListRows<Row> {
  shown: readonly Row[];
  page: number;
  /** How many rows are found, and how many there are; null where nobody counted those. */
  found: number;
  all: number | null;
  /** Whether more are found than were counted. */
  more?: boolean;
  /** All rows found, in order, on whichever page. */
  every: () => Promise<readonly Row[]>;
}

/** Rows that are all in the browser, searched and sorted here. */
export function useRowsHere<Row>(
  rows: readonly Row[],
  { columns }: Pick<Options<Row>, 'columns'>,
  { query, given, order, page }: ListAddress<Row>,
): ListRows<Row> {
  const text = useDeferredValue(query);
  const keyed = useMemo(() => withSearchKeys(rows, columns), [rows, columns]);
  const found = useMemo(
    () =>
      searchRows(keyed, text).filter((row) => given.every(({ choice, value }) => choice.holds(row, value))),
    [keyed, text, given],
  );
  const column = columns.find(({ id }) => id === order?.column);
  const descending = order?.descending ?? false;
  const ordered = useMemo(() => sortRows(found, column, descending), [found, column, descending]);
  const printing = usePrinting();
  const last = printing ? 1 : Math.min(page, pagesOf(ordered.length));
  return {
    shown: printing ? ordered : ordered.slice((last - 1) * PAGE_SIZE, last * PAGE_SIZE),
    page: last,
    found: ordered.length,
    all: rows.length,
    every: async () => ordered,
  };
}

export function pagesOf(found: number): number {
  return Math.max(1, Math.ceil(found / PAGE_SIZE));
}
