// A list as a table, each column sortable by its title.
import { Anchor, Checkbox } from '@mantine/core';
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
            <Row key={rowKey(row)} row={row} {...props} />
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

function Row<Row>({ row, columns, linkTo, actions, selection }: ListRowsProps<Row> & { row: Row }) {
  const [name, ...others] = columns;
  return (
    <tr>
      {selection && (
        <td>
          <Tick row={row} name={name ? textOf(name, row) : ''} selection={selection} />
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

interface TickProps<Row> {
  row: Row;
  name: string;
  selection: Ticked<Row>;
}

export function Tick<Row>({ row, name, selection }: TickProps<Row>) {
  const { t } = useTranslation();
  return (
    <Checkbox
      aria-label={t('list.select', { name })}
      checked={selection.has(row)}
      onChange={() => selection.toggle(row)}
    />
  );
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
