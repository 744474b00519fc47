// The columns of the ranking.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isReal } from '#domain/comparison.ts';
import type { AgencyResults, AgencyRow } from '#domain/results.ts';
import { axisStart } from '../../../charts/axis.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useFormat } from '../../../i18n.ts';
import type { Column } from '../../../list/selection.ts';
import { RankChange, RankText, ValueChange } from '../change.tsx';
import { Figure } from '../Figure.tsx';
import { Reality } from '../Reality.tsx';
import { RequiredSample } from '../RequiredSample.tsx';
import classes from './ranking.module.css';

type Texts = ReturnType<typeof useTexts>;

function useTexts() {
  const { t } = useTranslation();
  const format = useFormat();
  return { t, format };
}

export function useColumns(ranking: AgencyResults | undefined): Column<AgencyRow>[] {
  const { t, format } = useTexts();
  return useMemo(() => {
    const lows = ranking?.agencies.flatMap(({ interval }) => (interval ? [interval.low] : [])) ?? [];
    const texts = { t, format };
    return [name(texts), ...places(texts), ...figures(texts, axisStart(lows), ranking), ...changes(texts)];
  }, [ranking, t, format]);
}

function name({ t }: Texts): Column<AgencyRow> {
  return {
    id: 'name',
    title: t('results.table.name'),
    value: ({ name: own }) => own,
    cell: ({ name: own }) => <span className={classes.name}>{own}</span>,
  };
}

function places({ t }: Texts): Column<AgencyRow>[] {
  return [
    {
      id: 'group',
      title: t('results.group'),
      value: ({ group }) => t(`groups.${group}`),
      exportOnly: true,
    },
    {
      id: 'rank',
      title: t('results.table.rank'),
      value: ({ rank }) => rank,
      text: ({ rank, rankOf }) => (rank === null ? '' : t('results.rankOf', { rank, of: rankOf })),
      cell: (row) => (
        <span className={classes.lines}>
          <RankText row={row} />
          <small>{t(`groups.${row.group}`)}</small>
        </span>
      ),
    },
    {
      id: 'band',
      title: t('results.table.band'),
      value: ({ standing }) => standing?.band ?? null,
      text: ({ standing }) => (standing ? t('results.band', { n: standing.band }) : ''),
      cell: ({ standing }) => standing && <Band standing={standing} />,
    },
  ];
}

function Band({ standing: { band, size, best, worst } }: { standing: NonNullable<AgencyRow['standing']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={classes.band} data-odd={band % 2 === 1}>
      {t('results.band', { n: format.count(band) })}
      <small>{t('results.bandSize', { n: size })}</small>
      <small>
        {best === worst ? t('results.onlyRank', { best }) : t('results.openRanks', { best, worst })}
      </small>
    </span>
  );
}

function figures(
  { t, format }: Texts,
  start: number,
  ranking: AgencyResults | undefined,
): Column<AgencyRow>[] {
  const rateOf = (group: AgencyRow['group']) =>
    ranking?.groups.find((each) => each.group === group)?.rate ?? null;
  return [
    {
      id: 'rate',
      title: t('results.table.rate'),
      value: ({ rate }) => rate,
      text: ({ rate }) => (rate === null ? '' : format.percent(rate)),
      descendingFirst: true,
      cell: (row) => (
        <div className={classes.rate}>
          <Figure {...row} people={row.n} />
          {row.rate !== null && (
            <IntervalBar rate={row.rate} interval={row.interval} start={start} mark={rateOf(row.group)} />
          )}
          {row.interval && <small>{format.interval(row.interval)}</small>}
        </div>
      ),
    },
    {
      id: 'interval',
      title: t('results.table.interval'),
      value: ({ interval }) => interval && format.interval(interval),
      exportOnly: true,
    },
    {
      id: 'n',
      title: t('results.table.n'),
      value: ({ n }) => n,
      text: ({ n }) => format.count(n),
      descendingFirst: true,
      cell: ({ n, required }) => (
        <span className={classes.sample}>
          <RequiredSample n={n} required={required} />
        </span>
      ),
    },
  ];
}

const realOf = ({ interval, previous }: AgencyRow) => isReal(interval, previous.interval);

function changes({ t, format }: Texts): Column<AgencyRow>[] {
  return [
    {
      id: 'previous',
      title: t('results.table.previous'),
      value: ({ previous }) => previous.rate,
      text: ({ previous }) => (previous.rate === null ? '' : format.percent(previous.rate)),
      exportOnly: true,
    },
    {
      id: 'value_change',
      title: t('results.table.value_change'),
      value: ({ valueChange }) => valueChange,
      text: ({ valueChange }) => (valueChange === null ? '' : format.change(valueChange)),
      descendingFirst: true,
      cell: (row) => (
        <span className={classes.lines}>
          <ValueChange change={row.valueChange} real={realOf(row)} />
          <Reality real={realOf(row)} />
          {row.previous.rate !== null && (
            <small>{t('results.previousRate', { rate: format.percent(row.previous.rate) })}</small>
          )}
        </span>
      ),
    },
    {
      id: 'rank_change',
      title: t('results.table.rank_change'),
      value: ({ rankChange }) => rankChange,
      text: ({ rankChange }) => (rankChange === null ? '' : String(rankChange)),
      descendingFirst: true,
      cell: (row) => (
        <span className={classes.lines}>
          <RankChange change={row.rankChange} previous={row.previous} />
        </span>
      ),
    },
  ];
}
