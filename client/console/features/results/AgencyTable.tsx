// The ranking as a table, each column sortable by its heading.
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgencyRow } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';
import own from './agencies.module.css';
import type { Order, Sort } from './agency-order.ts';
import { RankChange, RankText, ValueChange } from './change.tsx';
import { Figure, IntervalPlot } from './Figure.tsx';
import { RequiredSample } from './RequiredSample.tsx';
import classes from './results.module.css';

interface AgencyTableProps {
  rows: AgencyRow[];
  linkTo: (agency: string) => string;
  /** Where the axis of the intervals begins, in percent. */
  start: number;
  order: Order;
  onSort: (sort: Sort) => void;
}

export function AgencyTable({ rows, linkTo, start, order, onSort }: AgencyTableProps) {
  const { t } = useTranslation();
  const heading = (sort: Sort) => <SortHeading sort={sort} order={order} onSort={onSort} />;
  return (
    <table className={own.agencies}>
      <caption className={own.caption}>{t('results.agencies')}</caption>
      <thead>
        <tr>
          {heading('rank')}
          {heading('name')}
          {heading('rate')}
          <th scope="col" className={own.plotColumn}>
            {t('results.table.interval')}
            <span className={classes.axis} aria-hidden="true">
              <span>{start}%</span>
              <span>100%</span>
            </span>
          </th>
          {heading('n')}
          {heading('previous')}
          {heading('value_change')}
          {heading('rank_change')}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} to={linkTo(row.id)} start={start} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, to, start }: { row: AgencyRow; to: string; start: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <td>
        <RankText row={row} />
      </td>
      <th scope="row">
        <Anchor component={Link} to={to}>
          {row.name}
        </Anchor>
        <small className={classes.kind}>{t(`groups.${row.group}`)}</small>
      </th>
      <td>
        <Figure {...row} people={row.n} />
      </td>
      <td>
        <IntervalPlot rate={row.rate} interval={row.interval} start={start} />
        {row.interval && <small>{format.interval(row.interval)}</small>}
      </td>
      <td>
        <RequiredSample {...row} />
      </td>
      <td>
        <Figure {...row.previous} weak={row.previous.weak && row.previous.n > 0} people={row.previous.n} />
      </td>
      <td>
        <ValueChange change={row.valueChange} />
      </td>
      <td>
        <RankChange change={row.rankChange} previous={row.previous} />
      </td>
    </tr>
  );
}

function SortHeading({ sort, order, onSort }: { sort: Sort } & Pick<AgencyTableProps, 'order' | 'onSort'>) {
  const { t } = useTranslation();
  const sorted = order.sort === sort;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button type="button" className={own.sort} onClick={() => onSort(sort)}>
        {t(`results.table.${sort}`)}
        <span aria-hidden="true">{sorted ? (order.descending ? ' ↓' : ' ↑') : ' ↕'}</span>
      </button>
    </th>
  );
}
