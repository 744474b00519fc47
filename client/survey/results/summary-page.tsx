// What an agency's own site shows of it in a small window.
import { useTranslation } from 'react-i18next';
import type { PublicResults } from '#domain/public-results.ts';
import { resultsAddress } from './address.ts';
import { openRanks } from './agencies.tsx';
import { Figure, WidePlot } from './figure.tsx';
import { useFigures, usePeriodName } from './texts.ts';

interface Props {
  /** Null where nothing is published. */
  results: PublicResults | null;
  /** Id. */
  agency: string;
  language: string;
}

export function SummaryPage({ results, agency, language }: Props) {
  const { t } = useTranslation('public');
  const row = results?.agencies.find(({ id }) => id === agency);
  return (
    <main className="summary">
      {row ? <h1 lang="vi">{row.name}</h1> : <h1>{t('summary.title')}</h1>}
      {results && row ? <Standing results={results} row={row} /> : <p>{t('summary.none')}</p>}
      {results && (
        <p className="links">
          <a href={resultsAddress({ period: results.period }, language)} target="_blank" rel="noopener">
            {t('summary.full')}
          </a>
        </p>
      )}
    </main>
  );
}

function Standing({ results, row }: { results: PublicResults; row: PublicResults['agencies'][number] }) {
  const { t } = useTranslation('public');
  const figures = useFigures();
  const nameOf = usePeriodName();
  const { interval, n, rank, rankOf, tied, standing } = row;
  const place = t('agencies.place', { rank, of: rankOf }) + (tied ? ` (${t('agencies.tied')})` : '');
  return (
    <>
      <p className="big">
        <Figure {...row} />
      </p>
      <WidePlot {...row} />
      <ul className="facts">
        <li>{nameOf(results.period)}</li>
        {interval && <li>{t('overall.interval', { interval: figures.interval(interval) })}</li>}
        {n !== null && <li>{t('overall.n', { n: figures.count(n) })}</li>}
        {rank !== null && (
          <li>
            {t('summary.rank', { place, group: t(`groups.${row.group}`) })}
            {standing && ` (${openRanks(t, standing)})`}
          </li>
        )}
      </ul>
      <p className="soft small">{t('notSipas')}</p>
    </>
  );
}
