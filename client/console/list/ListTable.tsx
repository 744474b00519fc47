// A list as a table, each column sortable by its title.
import { Anchor, Checkbox } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListFrameProps } from './ListFrame.tsx';
import classes from './list.module.css';
import { type Column, type Order, textOf } from './selection.ts';
import type { Ticked } from './use-ticked.ts';

export interface ListRowsProps<Row>
  extends Pick<ListFrameProps<Row>, 'caption' | 'columns' | 'rowKey' | 'linkTo' | 'actions'> {
  rows: readonly Row[];
  selection: Ticked<Row> | null;
}

interface ListTableProps<Row> extends ListRowsProps<Row> {
  order: Order | null;
  onSort: (column: string) => void;
}

export function ListTable<Row>(props: ListTableProps<Row>) {
  const { caption, columns, rows, rowKey, actions, selection, order, onSort } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <td>
                <Checkbox
                  aria-label={t('list.selectAll')}
                  checked={selection.all}
                  indeterminate={!selection.all && selection.rows.length > 0}
                  onChange={selection.toggleAll}
                />
              </td>
            )}
            {columns.map((column) => (
              <Title key={column.id} column={column} order={order} onSort={onSort} />
            ))}
            {actions && (
              <th scope="col">
                <span className={classes.hidden}>{t('list.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DrawnRow
              key={rowKey(row)}
              {...{ row, columns, linkTo: props.linkTo, actions }}
              ticked={selection ? selection.has(row) : null}
              onTick={selection?.toggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Title<Row>({
  column,
  order,
  onSort,
}: { column: Column<Row> } & Pick<ListTableProps<Row>, 'order' | 'onSort'>) {
  if (column.unsorted) return <th scope="col">{column.title}</th>;
  const sorted = order?.column === column.id;
  const direction = order?.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button type="button" className={classes.sort} onClick={() => onSort(column.id)}>
        {column.title}
        <span aria-hidden="true">{sorted ? (order?.descending ? '\u00a0↓' : '\u00a0↑') : '\u00a0↕'}</span>
      </button>
    </th>
  );
}

export interface DrawnRowProps<Row> extends Pick<ListRowsProps<Row>, 'columns' | 'linkTo' | 'actions'> {
  row: Row;
  /** Null where rows cannot be ticked. */
  ticked: boolean | null;
  onTick: ((row: Row) => void) | undefined;
}

/** Drawn again only when something about it has changed: a letter typed above must not wait for fifty rows. */
const DrawnRow = memo(Row) as typeof Row;

function Row<Row>({ row, columns, linkTo, actions, ticked, onTick }: DrawnRowProps<Row>) {
  const [name, ...others] = columns;
  return (
    <tr>
      {ticked !== null && (
        <td>
          <Tick row={row} name={name ? textOf(name, row) : ''} ticked={ticked} onTick={onTick} />
        </td>
      )}
      <th scope="row">{name && <Name row={row} column={name} linkTo={linkTo} />}</th>
      {others.map((column) => (
        <td key={column.id} className={typeof column.value(row) === 'number' ? classes.figure : undefined}>
          {column.cell ? column.cell(row) : textOf(column, row)}
        </td>
      ))}
      {actions && <td className={classes.actions}>{actions(row)}</td>}
    </tr>
  );
}

interface TickProps<Row> extends Pick<DrawnRowProps<Row>, 'row' | 'onTick'> {
  name: string;
  ticked: boolean;
}

export function Tick<Row>({ row, name, ticked, onTick }: TickProps<Row>) {
  const { t } = useTranslation();
  return <Checkbox aria-label={t('list.select', { name })} checked={ticked} onChange={() => onTick?.(row)} />;
}

interface NameProps<Row> {
  row: Row;
  column: Column<Row>;
  linkTo: ((row: Row) => string) | undefined;
}

/** The first column, which leads to the row's own page where it has one. */
export function Name<Row>({ row, column, linkTo }: NameProps<Row>) {
  const content = column.cell ? column.cell(row) : textOf(column, row);
  if (!linkTo) return content;
  return (
    <Anchor component={Link} to={linkTo(row)} fw={600}>
      {content}
    </Anchor>
  );
}
