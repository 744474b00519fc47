// The figures of a chart, one row each.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useFormat } from '../i18n.ts';
import classes from './chart.module.css';
import { type ChartCell, type ChartTable, cellText } from './chart-table.ts';

interface FiguresTableProps {
  caption: string;
  table: ChartTable;
  className?: string | undefined;
}

export function FiguresTable({ caption, table: { columns, rows, links }, className }: FiguresTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className={`${classes.figures} ${className ?? ''}`} tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, as }) => (
              <th key={title} scope="col" data-figure={as !== undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={String(row[0])} row={row} columns={columns} to={links?.[at] ?? null} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: readonly ChartCell[];
  columns: ChartTable['columns'];
  to: string | null;
}

function Row({ row, columns, to }: RowProps) {
  const format = useFormat();
  const text = (at: number) => cellText(row[at] ?? null, columns[at] ?? { title: '' }, format);
  return (
    <tr>
      <th scope="row">
        {to ? (
          <Anchor component={Link} to={to}>
            {text(0)}
          </Anchor>
        ) : (
          text(0)
        )}
      </th>
      {columns.slice(1).map(({ title, as }, at) => (
        <td key={title} data-figure={as !== undefined}>
          {text(at + 1)}
        </td>
      ))}
    </tr>
  );
}
