// What every list of the console looks like: controls, count, ticked rows, the rows, pages.
import { Button, Group, Pagination, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n.ts';
import { tellError } from '../messages.ts';
import { EmptyPanel } from '../panels.tsx';
import { ExportButton } from './ExportButton.tsx';
import { ListCards } from './ListCards.tsx';
import { ListControls } from './ListControls.tsx';
import { ListTable } from './ListTable.tsx';
import classes from './list.module.css';
import type { Choice, Column } from './selection.ts';
import { type ListAddress, type ListRows, PAGE_SIZE, pagesOf } from './use-list.ts';
import { type Ticked, useTicked } from './use-ticked.ts';

export interface ListFrameProps<Row> {
  /** What is listed, for readers of the screen and as the table's caption: `Điểm khảo sát`. */
  caption: string;
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
  /** Name of the exported file, `diem-khao-sat`; what has none is not exported. */
  file?: string;
  /** Draws the rows where neither a table nor cards will do; `selection` is null where rows cannot be ticked. */
  draw?: (rows: readonly Row[], selection: Ticked<Row> | null) => ReactNode;
}

interface DrawnListProps<Row> extends ListFrameProps<Row> {
  address: ListAddress<Row>;
  rows: ListRows<Row>;
}

const NO_CHOICES: never[] = [];

export function ListFrame<Row>({ address, rows, ...props }: DrawnListProps<Row>) {
  const { columns, choices = NO_CHOICES, rowKey, selectionActions } = props;
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 64em), print', true, { getInitialValueInEffect: false });
  const ticked = useTicked(rows.shown, rowKey);
  const top = useRef<HTMLDivElement>(null);
  const shared = {
    ...props,
    columns: useMemo(() => columns.filter(({ exportOnly }) => !exportOnly), [columns]),
    rows: rows.shown,
    selection: selectionActions ? ticked : null,
  };
  const onPage = (page: number) => {
    address.setPage(page);
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView();
  };
  return (
    <Stack gap="md" ref={top} tabIndex={-1} className={classes.list}>
      <ListControls address={address} choices={choices} columns={shared.columns} wide={wide}>
        {props.file && <ExportButton file={props.file} rows={rows} columns={columns} />}
        {props.toolbar}
      </ListControls>
      <Status rows={rows} />
      <Asked address={address} />
      {selectionActions && ticked.rows.length > 0 && (
        <Group className={classes.selected} role="group" aria-label={t('list.selection')}>
          <Text fw={600}>{t('list.selected', { n: ticked.rows.length })}</Text>
          {selectionActions(ticked.rows, ticked.clear)}
          {ticked.all && rows.found > ticked.rows.length && <TickFound rows={rows} onFound={ticked.put} />}
          <Button variant="subtle" onClick={ticked.clear}>
            {t('list.unselect')}
          </Button>
        </Group>
      )}
      {rows.found === 0 ? (
        <EmptyPanel title={t('list.nothingFound')} order={2}>
          <Button variant="outline" onClick={address.clear}>
            {t('list.showAll')}
          </Button>
        </EmptyPanel>
      ) : props.draw ? (
        props.draw(rows.shown, shared.selection)
      ) : wide ? (
        <ListTable {...shared} order={address.order} onSort={address.sortBy} />
      ) : (
        <ListCards {...shared} />
      )}
      <Pages pages={pagesOf(rows.found)} page={rows.page} onPage={onPage} />
    </Stack>
  );
}

interface TickFoundProps<Row> {
  rows: ListRows<Row>;
  onFound: (rows: readonly Row[]) => void;
}

/** Ticks the rows of all pages, which the server may have to be asked for. */
function TickFound<Row>({ rows, onFound }: TickFoundProps<Row>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate, isPending } = useMutation({
    mutationFn: rows.every,
    onSuccess: onFound,
    onError: tellError,
  });
  return (
    <Button variant="subtle" loading={isPending} onClick={() => mutate()}>
      {t('list.selectFound', { n: format.count(rows.found) })}
    </Button>
  );
}

/** How many rows are found, said aloud as it changes. */
function Status<Row>({ rows: { shown, found, all, more, page } }: { rows: ListRows<Row> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = found === 0 ? 0 : (page - 1) * PAGE_SIZE + 1;
  const to = found === 0 ? 0 : from + shown.length - 1;
  const figures = { from, to, found, all: all ?? found };
  const texts = Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, format.count(n)]));
  const words = more ? 'list.statusMore' : found === figures.all ? 'list.status' : 'list.statusFound';
  return (
    <Text size="sm" role="status">
      {t(words, texts)}
    </Text>
  );
}

/** On paper, where no controls are: what was looked for and chosen. */
function Asked<Row>({ address: { query, given } }: { address: ListAddress<Row> }) {
  const asked = [
    ...(query.trim() ? [`“${query.trim()}”`] : []),
    ...given.map(({ choice: { label, options }, value }) => {
      const option = options.find((each) => each.value === value);
      return `${label}: ${option?.label ?? value}`;
    }),
  ];
  return asked.length > 0 && <p className={classes.onPaper}>{asked.join(' · ')}</p>;
}

interface PagesProps {
  pages: number;
  page: number;
  onPage: (page: number) => void;
}

function Pages({ pages, page, onPage }: PagesProps) {
  const { t } = useTranslation();
  if (pages === 1) return null;
  return (
    <nav aria-label={t('list.pages')} className={classes.noPrint}>
      <Pagination
        total={pages}
        value={page}
        onChange={onPage}
        siblings={1}
        size="lg"
        getItemProps={(item) => ({ 'aria-label': t('list.page', { page: item }) })}
        getControlProps={(control) => ({ 'aria-label': t(`list.${control}`) })}
      />
    </nav>
  );
}
