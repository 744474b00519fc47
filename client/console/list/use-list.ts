// What a list shows of its rows; search, order, choices and page are in the page's address.
import { useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useChange } from '../address.ts';
import { type Choice, type Column, searchRows, sortRows, withSearchKeys } from './selection.ts';

export const PAGE_SIZE = 50;

interface Options<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  choices: readonly Choice<Row>[];
}

export function useList<Row>({ rows, columns, choices }: Options<Row>) {
  const [params] = useSearchParams();
  // Typed letters are kept here: an address that follows behind would lose some to a Vietnamese keyboard.
  const [query, setQuery] = useState(params.get('q') ?? '');
  const change = useChange({ replace: true, preventScrollReset: true });
  const column = columns.find(({ id }) => id === params.get('sort'));
  const descending = params.get('order') === 'desc';
  const found = useFound({ rows, columns, choices }, useDeferredValue(query), params);
  const ordered = useMemo(() => sortRows(found, column, descending), [found, column, descending]);
  const pages = Math.max(1, Math.ceil(ordered.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1));
  return {
    query,
    /** All rows found, in order, on whichever page. */
    found: ordered,
    shown: ordered.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page,
    pages,
    order: column ? { column: column.id, descending } : null,
    valueOf: (choice: Choice<Row>) => params.get(choice.id) ?? '',
    narrowed: query.trim() !== '' || choices.some(({ id }) => params.has(id)),
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

function useFound<Row>({ rows, columns, choices }: Options<Row>, query: string, params: URLSearchParams) {
  const keyed = useMemo(() => withSearchKeys(rows, columns), [rows, columns]);
  return useMemo(() => {
    const given = choices.filter(({ id }) => params.get(id));
    return searchRows(keyed, query).filter((row) =>
      given.every((choice) => choice.holds(row, params.get(choice.id) ?? '')),
    );
  }, [keyed, query, choices, params]);
}
