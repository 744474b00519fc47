// The page of published results as HTML, for the server: whole without any program, with its style sheet inside.
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { PublicResults } from '#domain/public-results.ts';
import { textsIn } from '../plain/texts.ts';
import type { Asked, Place } from './address.ts';
import { Document } from './document.tsx';
import { type NoticeKind, NoticePage } from './notice-page.tsx';
import { ResultsPage } from './results-page.tsx';
import { SummaryPage } from './summary-page.tsx';

/** A published period, with the agencies that were looked for. */
export function renderResults(results: PublicResults, asked: Asked, place: Place): string {
  const { t } = textsIn(place.language);
  const title = `${t('public:title')} – ${results.province}`;
  return render(place, title, <ResultsPage results={results} asked={asked} place={place} />);
}

/** What one agency's own site shows of it. */
export function renderSummary(results: PublicResults | null, agency: string, place: Place): string {
  const { t } = textsIn(place.language);
  const page = <SummaryPage results={results} agency={agency} language={place.language} />;
  return render(place, t('public:summary.title'), page, true);
}

/** Why there is nothing to see, and a way on. */
export function renderResultsNotice(kind: NoticeKind, place: Place): string {
  const { t } = textsIn(place.language);
  const page = <NoticePage kind={kind} place={place} />;
  return render(place, t(`public:notice.${kind}Title`), page);
}

function render(place: Place, title: string, page: ReactNode, framed = false): string {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={textsIn(place.language)} defaultNS="public">
      <Document title={title} place={place} framed={framed}>
        {page}
      </Document>
    </I18nextProvider>,
  );
  return `<!doctype html>${html}`;
}
