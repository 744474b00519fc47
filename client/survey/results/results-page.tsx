// Published figures, from the one at the top down to how they can be checked.
import { useTranslation } from 'react-i18next';
import type { PublicResults } from '#domain/public-results.ts';
import { type Asked, type Place, resultsAddress } from './address.ts';
import { Agencies } from './agencies.tsx';
import { Figure, scaleStart, WidePlot } from './figure.tsx';
import { Download, Method, Proof } from './method.tsx';
import { ResultsTable, Row, RowGroup, Scale } from './results-table.tsx';
import { useFigures, usePeriodName, useTitle } from './texts.ts';
import { TopBar } from './top-bar.tsx';

interface Props {
  results: PublicResults;
  asked: Asked;
  place: Place;
}

export function ResultsPage({ results, asked, place }: Props) {
  const { period } = results;
  return (
    <>
      <TopBar
        name={results.province}
        place={place}
        address={(wanted) => resultsAddress({ ...asked, period }, wanted)}
      />
      <main>
        <Heading results={results} language={place.language} />
        <Overall results={results} />
        <Factors results={results} />
        <Agencies results={results} q={asked.q ?? ''} language={place.language} />
        <Method results={results} />
        <Proof results={results} />
        <Download period={period} />
      </main>
    </>
  );
}

function Heading({ results, language }: { results: PublicResults; language: string }) {
  const { t } = useTranslation('public');
  const { isoDay } = useFigures();
  const nameOf = usePeriodName();
  const { from, to, publishedAt } = results;
  return (
    <div className="intro">
      <h1>{t('title')}</h1>
      <p>{t('about')}</p>
      <PeriodChooser results={results} language={language} />
      <p className="only-print">
        <strong>{nameOf(results.period)}</strong>
      </p>
      <p className="soft">
        {t('period.days', { from: isoDay(from), to: isoDay(to), published: isoDay(localDay(publishedAt)) })}
      </p>
      <p className="note">{t('notSipas')}</p>
    </div>
  );
}

/** The day in Viet Nam of an instant, as `2026-11-22`. */
function localDay(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

function PeriodChooser({
  results: { periods, period },
  language,
}: {
  results: PublicResults;
  language: string;
}) {
  const { t } = useTranslation('public');
  const nameOf = usePeriodName();
  return (
    <form action="/results" className="choose">
      {language !== 'vi' && <input type="hidden" name="lang" value={language} />}
      <label htmlFor="period">{t('period.label')}</label>
      <select id="period" name="period" defaultValue={period}>
        {[...periods].reverse().map(({ key }) => (
          <option key={key} value={key}>
            {nameOf(key)}
          </option>
        ))}
      </select>
      <button type="submit">{t('period.show')}</button>
    </form>
  );
}

function Overall({ results: { overall, n, required, aggregation } }: { results: PublicResults }) {
  const { t } = useTranslation('public');
  const figures = useFigures();
  const { rate, interval } = overall;
  return (
    <section className="card" aria-labelledby="overall">
      <h2 id="overall">{t('overall.title')}</h2>
      <p className="big">
        <Figure {...overall} />
      </p>
      <WidePlot {...overall} />
      {aggregation === 'pooled_answers' && rate !== null && (
        <p>{t('overall.plain', { n: figures.count(Math.round(rate)) })}</p>
      )}
      <ul className="facts">
        {interval && <li>{t('overall.interval', { interval: figures.interval(interval) })}</li>}
        {n !== null && (
          <li>
            {t('overall.n', { n: figures.count(n) })}{' '}
            {required !== null && t('overall.required', { required: figures.count(required) })}
          </li>
        )}
      </ul>
    </section>
  );
}

function Factors({ results: { factors } }: { results: PublicResults }) {
  const { t } = useTranslation('public');
  const figures = useFigures();
  const title = useTitle();
  const start = scaleStart(factors);
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">{t('factors.title')}</h2>
      <Scale start={start} />
      <ResultsTable label={t('factors.title')} names={[t('factors.name'), t('factors.n')]}>
        <RowGroup>
          {factors.map((factor) => (
            <Row key={factor.code} figure={factor} start={start} name={title(factor.title)}>
              {factor.people !== null && t('factors.people', { n: figures.count(factor.people) })}
            </Row>
          ))}
        </RowGroup>
      </ResultsTable>
    </section>
  );
}
