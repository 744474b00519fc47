// A list that the server searches, sorts and pages, for rows that would be too many in the browser.
import { Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../panels.tsx';
import { ListFrame, type ListFrameProps } from './ListFrame.tsx';
import { type ListAddress, PAGE_SIZE, pagesOf, useListAddress } from './use-list.ts';

export interface ServedRows<Row> {
  rows: readonly Row[];
  /** How many are found altogether, as far as they were counted. */
  total: number;
  /** Whether there are more than were counted. */
  more?: boolean;
}

export interface ServedListProps<Row> extends ListFrameProps<Row> {
  /** Its answers are kept under this and forgotten with it. */
  queryKey: readonly unknown[];
  /** Asks the server, with `q`, `sort`, `order`, the choices and, but for an export, `page` and `size`. */
  read: (wanted: URLSearchParams, signal?: AbortSignal) => Promise<ServedRows<Row>>;
  /** Shown instead of the list while there is not one row. */
  empty: { title: string; children?: React.ReactNode };
}

const NO_CHOICES: never[] = [];
/** Between two letters typed. */
const PAUSE_MS = 200;

/** It takes `q`, `sort`, `order`, `page` and the ids of the choices in the page's address: one list a page. */
export function ServedList<Row>(props: ServedListProps<Row>) {
  const { columns, choices = NO_CHOICES, queryKey, read, empty, toolbar } = props;
  const address = useListAddress({ columns, choices });
  const [q] = useDebouncedValue(address.query, PAUSE_MS);
  const wanted = wantedBy({ ...address, query: q });
  const page = pageOf(wanted, address.page);
  const query = useQuery({
    queryKey: [...queryKey, page.toString()],
    queryFn: ({ signal }) => read(page, signal),
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch, isPlaceholderData } = query;
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  if (data.total === 0 && !address.narrowed && !isPlaceholderData)
    return (
      <EmptyPanel title={empty.title} order={2}>
        {empty.children}
        <Group gap="sm">{toolbar}</Group>
      </EmptyPanel>
    );
  const rows = {
    shown: data.rows,
    page: Math.min(address.page, pagesOf(data.total)),
    found: data.total,
    more: data.more ?? false,
    all: null,
    every: async () => (await read(wanted)).rows,
  };
  return (
    <Stack gap="md" aria-busy={isPlaceholderData}>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      <ListFrame {...props} address={address} rows={rows} />
    </Stack>
  );
}

function wantedBy<Row>({ query, given, order }: Pick<ListAddress<Row>, 'query' | 'given' | 'order'>) {
  const wanted = new URLSearchParams();
  if (query.trim()) wanted.set('q', query.trim());
  if (order) wanted.set('sort', order.column);
  if (order?.descending) wanted.set('order', 'desc');
  for (const { choice, value } of given) wanted.set(choice.id, value);
  return wanted;
}

function pageOf(wanted: URLSearchParams, page: number): URLSearchParams {
  const paged = new URLSearchParams(wanted);
  paged.set('page', String(page));
  paged.set('size', String(PAGE_SIZE));
  return paged;
}
