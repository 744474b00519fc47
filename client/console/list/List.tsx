// The one list of the console: search, order, choices, pages, selection and export of any rows.
import { Button, Group, Pagination, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n.ts';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../panels.tsx';
import { csvOf, saveFile } from './csv-file.ts';
import { ListCards } from './ListCards.tsx';
import { ListControls } from './ListControls.tsx';
import { ListTable } from './ListTable.tsx';
import classes from './list.module.css';
import type { Choice, Column } from './selection.ts';
import { PAGE_SIZE, useList } from './use-list.ts';

export interface ListProps<Row> {
  /** What is listed, for readers of the screen and as the table's caption: `Điểm khảo sát`. */
  caption: string;
  /** The query that brings the rows, as TanStack gives it; figures that were read stay when a later reading fails. */
  query: { data: readonly Row[] | undefined; error: Error | null; refetch: () => unknown };
  /** The first one names the row. Keep the array the same between drawings (`useMemo`). */
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Where the row's name leads. */
  linkTo?: (row: Row) => string;
  choices?: readonly Choice<Row>[];
  /** Buttons at the end of a row. */
  actions?: (row: Row) => ReactNode;
  /** Rows get a box to tick; this draws what can be done with the ticked ones. */
  selectionActions?: (rows: Row[], clear: () => void) => ReactNode;
  /** Buttons beside the export: what adds a row. */
  toolbar?: ReactNode;
  /** Shown instead of the list while there is not one row. */
  empty: { title: string; children?: ReactNode };
  /** Name of the exported file, `diem-khao-sat`. */
  file: string;
}

const NO_CHOICES: never[] = [];
const NO_ROWS: never[] = [];

/**
 * A list of up to 10,000 rows that are all in the browser.
 *
 * ```tsx
 * <List caption={t('touchpoints.title')} query={useTouchpoints()} columns={columns} rowKey={({ id }) => id}
 *   linkTo={({ id }) => `/touchpoints/${id}`} file="diem-khao-sat" empty={{ title: t('touchpoints.none') }} />
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
        {toolbar}
      </EmptyPanel>
    );
  return (
    <Stack gap="md">
      {query.error && <ErrorPanel error={query.error} onRetry={query.refetch} />}
      <Loaded {...props} />
    </Stack>
  );
}

function Loaded<Row>(props: ListProps<Row>) {
  const { columns, choices = NO_CHOICES, rowKey, selectionActions } = props;
  const { t } = useTranslation();
  const rows = props.query.data ?? NO_ROWS;
  const list = useList({ rows, columns, choices });
  const wide = useMediaQuery('(min-width: 60em), print', true, { getInitialValueInEffect: false });
  const selection = useSelection(list.found, rowKey);
  const top = useRef<HTMLDivElement>(null);
  const shared = {
    ...props,
    columns: columns.filter(({ exportOnly }) => !exportOnly),
    rows: list.shown,
    selection: selectionActions ? selection : null,
  };
  return (
    <Stack gap="md" ref={top} tabIndex={-1} className={classes.list}>
      <ListControls list={list} choices={choices} columns={shared.columns} wide={wide}>
        <Button
          variant="default"
          disabled={list.found.length === 0}
          onClick={() => saveFile(`${props.file}.csv`, csvOf(list.found, columns))}
        >
          {t('list.export')}
        </Button>
        {props.toolbar}
      </ListControls>
      <Status list={list} all={rows.length} />
      {selectionActions && selection.rows.length > 0 && (
        <Group className={classes.selected} role="group" aria-label={t('list.selection')}>
          <Text fw={600}>{t('list.selected', { n: selection.rows.length })}</Text>
          {selectionActions(selection.rows, selection.clear)}
          <Button variant="subtle" onClick={selection.clear}>
            {t('list.unselect')}
          </Button>
        </Group>
      )}
      {list.found.length === 0 ? (
        <EmptyPanel title={t('list.nothingFound')} order={2}>
          <Button variant="outline" onClick={list.clear}>
            {t('list.showAll')}
          </Button>
        </EmptyPanel>
      ) : wide ? (
        <ListTable {...shared} order={list.order} onSort={list.sortBy} />
      ) : (
        <ListCards {...shared} />
      )}
      <Pages
        list={list}
        onPage={(page) => {
          list.setPage(page);
          top.current?.focus({ preventScroll: true });
          top.current?.scrollIntoView();
        }}
      />
    </Stack>
  );
}

/** How many rows are found, said aloud as it changes. */
function Status({ list, all }: { list: { found: readonly unknown[]; page: number }; all: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = list.found.length === 0 ? 0 : (list.page - 1) * PAGE_SIZE + 1;
  const to = Math.min(list.found.length, list.page * PAGE_SIZE);
  const figures = { from, to, found: list.found.length, all };
  const texts = Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, format.count(n)]));
  return (
    <Text size="sm" role="status">
      {t(list.found.length === all ? 'list.status' : 'list.statusFound', texts)}
    </Text>
  );
}

interface PagesProps {
  list: { page: number; pages: number };
  onPage: (page: number) => void;
}

function Pages({ list, onPage }: PagesProps) {
  const { t } = useTranslation();
  if (list.pages === 1) return null;
  return (
    <nav aria-label={t('list.pages')} className={classes.noPrint}>
      <Pagination
        total={list.pages}
        value={list.page}
        onChange={onPage}
        siblings={1}
        size="lg"
        getItemProps={(page) => ({ 'aria-label': t('list.page', { page }) })}
        getControlProps={(control) => ({ 'aria-label': t(`list.${control}`) })}
      />
    </nav>
  );
}

/** Ticked rows, of which only those that are still found count. */
function useSelection<Row>(found: readonly Row[], rowKey: (row: Row) => string) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const rows = keys.size === 0 ? [] : found.filter((row) => keys.has(rowKey(row)));
  return {
    rows,
    has: (row: Row) => keys.has(rowKey(row)),
    all: found.length > 0 && rows.length === found.length,
    toggle: (row: Row) => {
      const next = new Set(keys);
      if (!next.delete(rowKey(row))) next.add(rowKey(row));
      setKeys(next);
    },
    toggleAll: () => setKeys(rows.length === found.length ? new Set() : new Set(found.map(rowKey))),
    clear: () => setKeys(new Set()),
  };
}

export type Selection<Row> = ReturnType<typeof useSelection<Row>>;
