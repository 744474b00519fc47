// A list on a narrow screen: one card per row.
import { Group } from '@mantine/core';
import { type ListRowsProps, Name, Tick } from './ListTable.tsx';
import classes from './list.module.css';
import { textOf } from './selection.ts';

export function ListCards<Row>(props: ListRowsProps<Row>) {
  return (
    <ul className={classes.cards} aria-label={props.caption}>
      {props.rows.map((row) => (
        <Card key={props.rowKey(row)} row={row} {...props} />
      ))}
    </ul>
  );
}

function Card<Row>({ row, columns, linkTo, actions, selection }: ListRowsProps<Row> & { row: Row }) {
  const [name, ...others] = columns;
  return (
    <li className={classes.card}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {selection && <Tick row={row} name={name ? textOf(name, row) : ''} selection={selection} />}
        <strong>{name && <Name row={row} column={name} linkTo={linkTo} />}</strong>
      </Group>
      <dl className={classes.facts}>
        {others
          .filter((column) => column.cell || textOf(column, row) !== '')
          .map((column) => (
            <div key={column.id}>
              <dt>{column.title}</dt>
              <dd>{column.cell ? column.cell(row) : textOf(column, row)}</dd>
            </div>
          ))}
      </dl>
      {actions && <Group gap="xs">{actions(row)}</Group>}
    </li>
  );
}
