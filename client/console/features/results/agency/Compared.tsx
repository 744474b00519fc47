// What an agency's rate is compared with: a line each, the difference in words and whether it is more than chance.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FEWEST_OTHERS } from '#domain/comparison.ts';
import type { Comparison, PastFigure } from '#domain/comparison-view.ts';
import { roundRate } from '#domain/statistics.ts';
import { axisStart } from '../../../charts/axis.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useFormat } from '../../../i18n.ts';
import { RankChange } from '../change.tsx';
import { Figure } from '../Figure.tsx';
import classes from './agency.module.css';

export function Compared({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { current, others, previous, lastYear, group } = comparison;
  // The twelve months before are the same months of the year before.
  const sameDays = previous.from === lastYear.from && previous.to === lastYear.to;
  const ranked = [previous, lastYear].some(({ rank, rankOf }) => rank !== null && rankOf > 1);
  const all = [current, others, previous, lastYear];
  const lows = all.flatMap((figure) => (figure?.interval ? [figure.interval.low] : []));
  const shared = { ranked, start: axisStart(lows), mark: current.rate };
  const past = (figure: PastFigure) => ({
    figure,
    about: format.range(figure),
    rank: figure.rank !== null && figure.rankOf > 1 ? <RankThen {...figure} /> : null,
  });
  return (
    <>
      <table className={classes.compared}>
        <caption>{t('agencyResults.compare.caption')}</caption>
        <thead className={classes.comparedHead}>
          <tr>
            <th scope="col">{t('agencyResults.compare.with')}</th>
            <th scope="col">{t('results.table.rate')}</th>
            <th scope="col">
              {t('results.table.interval')}
              <span className={classes.axis} aria-hidden="true">
                <span>{shared.start}%</span>
                <span>100%</span>
              </span>
            </th>
            <th scope="col">{t('results.table.n')}</th>
            <th scope="col">{t('agencyResults.compare.difference')}</th>
            {ranked && <th scope="col">{t('agencyResults.compare.rankThen')}</th>}
          </tr>
        </thead>
        <tbody>
          {others && (
            <Line
              {...shared}
              name={t('agencyResults.compare.others', { group: t(`groups.${group}`) })}
              about={t('agencyResults.compare.othersOf', { n: format.count(others.agencies) })}
              figure={{ hidden: false, ...others }}
            />
          )}
          {sameDays ? (
            <Line {...shared} name={t('agencyResults.compare.both')} {...past(previous)} />
          ) : (
            <>
              <Line {...shared} name={t('agencyResults.compare.previous')} {...past(previous)} />
              <Line {...shared} name={t('agencyResults.compare.lastYear')} {...past(lastYear)} />
            </>
          )}
        </tbody>
      </table>
      {!others && group !== 'province' && (
        <Text size="sm">
          {comparison.othersWithheld
            ? t('agencyResults.compare.othersInMonths')
            : t('agencyResults.compare.noOthers', { least: FEWEST_OTHERS })}
        </Text>
      )}
      <Text size="sm" c="dimmed" maw="60rem">
        {t('agencyResults.compare.how')}
      </Text>
    </>
  );
}

interface LineProps {
  name: string;
  about: string;
  figure: Pick<PastFigure, 'n' | 'rate' | 'interval' | 'hidden' | 'weak' | 'difference' | 'real'>;
  rank?: React.ReactNode;
  /** Whether any line has a rank. */
  ranked: boolean;
  start: number;
  mark: number | null;
}

function Line({ name, about, figure, rank, ranked, start, mark }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <th scope="row" className={classes.comparedName}>
        {name}
        <small>{about}</small>
      </th>
      <td data-label={t('results.table.rate')}>
        <Figure {...figure} weak={figure.weak && figure.rate !== null} people={figure.n} />
      </td>
      <td data-label={t('results.table.interval')}>
        {figure.interval && (
          <>
            <IntervalBar rate={figure.rate} interval={figure.interval} start={start} mark={mark} />
            <small>{format.interval(figure.interval)}</small>
          </>
        )}
      </td>
      <td data-label={t('results.table.n')}>{format.count(figure.n)}</td>
      <td data-label={t('agencyResults.compare.difference')}>
        <Difference {...figure} />
      </td>
      {ranked && <td data-label={t('agencyResults.compare.rankThen')}>{rank}</td>}
    </tr>
  );
}

function Difference({ difference, real }: Pick<LineProps['figure'], 'difference' | 'real'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (difference === null) return t('results.unknown');
  const shown = roundRate(difference);
  const way = shown === 0 ? 'same' : shown > 0 ? 'higher' : 'lower';
  return (
    <>
      <strong data-way={real ? way : undefined}>
        {t(`agencyResults.compare.${way}`, { points: format.decimal(Math.abs(shown)) })}
      </strong>
      <small>{t(real ? 'agencyResults.compare.real' : 'agencyResults.compare.notReal')}</small>
    </>
  );
}

function RankThen(figure: PastFigure) {
  const { t } = useTranslation();
  return (
    <>
      {figure.rankChange === null ? (
        t('agencyResults.rank', { rank: figure.rank, of: figure.rankOf })
      ) : (
        <RankChange change={figure.rankChange} previous={figure} />
      )}
    </>
  );
}
