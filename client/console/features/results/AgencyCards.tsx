// The ranking on a narrow screen: one card per agency.
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgencyRow } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';
import own from './agencies.module.css';
import { RankChange, RankText, ValueChange } from './change.tsx';
import { Figure, IntervalPlot } from './Figure.tsx';
import { RequiredSample } from './RequiredSample.tsx';
import classes from './results.module.css';

interface AgencyCardsProps {
  rows: AgencyRow[];
  linkTo: (agency: string) => string;
  start: number;
}

export function AgencyCards({ rows, linkTo, start }: AgencyCardsProps) {
  return (
    <ul className={own.cards}>
      {rows.map((row) => (
        <Card key={row.id} row={row} to={linkTo(row.id)} start={start} />
      ))}
    </ul>
  );
}

function Card({ row, to, start }: { row: AgencyRow; to: string; start: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={own.card}>
      <Anchor component={Link} to={to} fw={600}>
        {row.name}
      </Anchor>
      <div className={own.cardFigure}>
        <Figure {...row} people={row.n} />
        {row.interval && <small>{format.interval(row.interval)}</small>}
      </div>
      <IntervalPlot rate={row.rate} interval={row.interval} start={start} />
      <dl className={classes.standing}>
        <div>
          <dt>{t('results.table.rank')}</dt>
          <dd>
            <RankText row={row} /> <small>{t(`groups.${row.group}`)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('results.table.n')}</dt>
          <dd>
            <RequiredSample {...row} />
          </dd>
        </div>
        <div>
          <dt>{t('results.table.previous')}</dt>
          <dd>
            <Figure
              {...row.previous}
              weak={row.previous.weak && row.previous.n > 0}
              people={row.previous.n}
            />
          </dd>
        </div>
        <div>
          <dt>{t('results.table.value_change')}</dt>
          <dd>
            <ValueChange change={row.valueChange} />
          </dd>
        </div>
        <div>
          <dt>{t('results.table.rank_change')}</dt>
          <dd>
            <RankChange change={row.rankChange} previous={row.previous} />
          </dd>
        </div>
      </dl>
    </li>
  );
}
