// A list on a narrow screen: one card per row.
import { Group } from '@mantine/core';
import { memo } from 'react';
import { type DrawnRowProps, type ListRowsProps, Name, Tick } from './ListTable.tsx';
import classes from './list.module.css';
import { textOf } from './selection.ts';

export function ListCards<Row>({ selection, ...props }: ListRowsProps<Row>) {
  const { caption, rows, rowKey, columns, linkTo, actions } = props;
  return (
    <ul className={classes.cards} aria-label={caption}>
      {rows.map((row) => (
        <DrawnCard
          key={rowKey(row)}
          {...{ row, columns, linkTo, actions }}
          ticked={selection ? selection.has(row) : null}
          onTick={selection?.toggle}
        />
      ))}
    </ul>
  );
}

const DrawnCard = memo(Card) as typeof Card;

function Card<Row>({ row, columns, linkTo, actions, ticked, onTick }: DrawnRowProps<Row>) {
  const [name, ...others] = columns;
  return (
    <li className={classes.card}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {ticked !== null && (
          <Tick row={row} name={name ? textOf(name, row) : ''} ticked={ticked} onTick={onTick} />
        )}
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
