// A list of rows that are all in the browser: searched, sorted, narrowed and paged there.
import { Group, Stack } from '@mantine/core';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../panels.tsx';
import { ListFrame, type ListFrameProps } from './ListFrame.tsx';
import { useListAddress, useRowsHere } from './use-list.ts';

export interface ListProps<Row> extends ListFrameProps<Row> {
  /** The query that brings the rows, as TanStack gives it; figures that were read stay when a later reading fails. */
  query: { data: readonly Row[] | undefined; error: Error | null; refetch: () => unknown };
  /** Shown instead of the list while there is not one row. */
  empty: { title: string; children?: React.ReactNode };
}

const NO_CHOICES: never[] = [];

/**
 * A list of up to 10,000 rows that are all in the browser.
 *
 * ```tsx
 * <List caption={t('kiosks.title')} query={useKiosks()} columns={columns} rowKey={({ id }) => id}
 *   linkTo={({ id }) => `/kiosks/${id}`} file="may-tinh-bang" empty={{ title: t('kiosks.none') }} />
 * ```
 * It takes `q`, `sort`, `order`, `page` and the ids of the choices in the page's address: one list a page.
 */
export function List<Row>(props: ListProps<Row>) {
  const { query, empty, toolbar } = props;
  if (!query.data)
    return query.error ? <ErrorPanel error={query.error} onRetry={query.refetch} /> : <LoadingPanel />;
  if (query.data.length === 0)
    return (
      <EmptyPanel title={empty.title} order={2}>
        {empty.children}
        <Group gap="sm">{toolbar}</Group>
      </EmptyPanel>
    );
  return (
    <Stack gap="md">
      {query.error && <ErrorPanel error={query.error} onRetry={query.refetch} />}
      <Loaded {...props} rows={query.data} />
    </Stack>
  );
}

function Loaded<Row>({ rows, ...props }: ListProps<Row> & { rows: readonly Row[] }) {
  const { columns, choices = NO_CHOICES } = props;
  const address = useListAddress({ columns, choices });
  const here = useRowsHere(rows, { columns }, address);
  return <ListFrame {...props} address={address} rows={here} />;
}
