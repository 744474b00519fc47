// How the figures are made, how to check them, and how to take them along.
import { useTranslation } from 'react-i18next';
import type { PublicResults } from '#domain/public-results.ts';
import { useFigures, useTitle } from './texts.ts';

export function Method({ results: { aggregation, questionnaire } }: { results: PublicResults }) {
  const { t } = useTranslation('public');
  const title = useTitle();
  return (
    <section aria-labelledby="method">
      <h2 id="method">{t('method.title')}</h2>
      <ul className="lines">
        <li>{t('method.who')}</li>
        <li>
          {t('method.rate')} {t('method.rule', { rule: t(`method.rules.${aggregation}`) })}
        </li>
        <li>{t('method.interval')}</li>
        <li>{t('method.small')}</li>
        <li>{t('method.frozen')}</li>
        <li>{t('method.questionnaire', { title: title(questionnaire.title), id: questionnaire.id })}</li>
      </ul>
    </section>
  );
}

export function Proof({ results: { ledger } }: { results: PublicResults }) {
  const { t } = useTranslation('public');
  const { count } = useFigures();
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{t('proof.title')}</h2>
      <p>{t('proof.text', { size: count(ledger.size) })}</p>
      <figure>
        <figcaption>{t('proof.checkpoint')}</figcaption>
        <pre>{ledger.checkpoint.trimEnd()}</pre>
      </figure>
      <p className="links">
        <a href="/verify">{t('proof.verify')}</a>
        <a href="/api/ledger/checkpoint">{t('proof.newest')}</a>
      </p>
    </section>
  );
}

export function Download({ period }: { period: string }) {
  const { t } = useTranslation('public');
  return (
    <section aria-labelledby="download" className="no-print">
      <h2 id="download">{t('download.title')}</h2>
      <p>{t('download.text')}</p>
      <p className="links">
        <a href={`/api/public/results.csv?period=${period}`}>{t('download.csv')}</a>
        <a href={`/api/public/results?period=${period}`}>{t('download.json')}</a>
      </p>
    </section>
  );
}
