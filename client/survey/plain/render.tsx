// The respondent's pages as HTML, for the server. `npm run build` makes one module of it that imports nothing.
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { About, TouchpointView } from '#domain/touchpoint-view.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import { FIRST_LANGUAGE, LANGUAGES } from '../../i18n.ts';
import { AskCode } from '../screens/ask-code.tsx';
import { Acknowledgement } from '../screens/thanks.tsx';
import { textIn } from '../wording.ts';
import { type FormState, PlainForm } from './plain-form.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { textsIn } from './texts.ts';

export { renderResults, renderResultsNotice, renderSummary } from '../results/render.tsx';

interface Rendered {
  title: string;
  content: string;
}

/** What every page is told. */
interface Place {
  /** One of `languages`, or one of the questionnaire's. */
  language: string;
  demo: boolean;
}

/** The languages of the pages that belong to no questionnaire, Vietnamese first. */
export const languages: string[] = LANGUAGES.map(([code]) => code);

/**
 * The questionnaire to be answered, or to be corrected.
 * @param preview shows it to staff, who cannot send it
 */
export function renderForm(
  view: TouchpointView,
  form: FormState,
  { language, demo }: Place,
  preview = false,
): Rendered {
  const { t } = textsIn(language);
  const { title, languages: official } = view.questionnaire;
  const wrong = form.issues.length > 0 ? `${t('faults.title')} – ` : '';
  const path = `/s/${view.code}`;
  const address = (wanted: string) => (preview ? `${path}?preview&lang=${wanted}` : inLanguage(path, wanted));
  return {
    title: wrong + textIn(title, language, official[0] ?? ''),
    content: render(
      language,
      <PlainFrame view={view} demo={demo} address={address} answering={!preview}>
        {preview && (
          <p className="demo" role="note">
            {t('preview.banner')}
          </p>
        )}
        <PlainForm view={view} form={form} action={preview ? null : address(language)} />
      </PlainFrame>,
    ),
  };
}

/** The end: the receipt, and where it can be checked. */
export function renderThanks(
  view: TouchpointView,
  { receipt, host }: { receipt: string; host: string },
  { language, demo }: Place,
): Rendered {
  const { t } = textsIn(language);
  return {
    title: t('thanks.title'),
    content: render(
      language,
      <PlainFrame view={view} demo={demo} address={(wanted) => inLanguage(receipt, wanted)}>
        <Acknowledgement receipt={receipt} host={host} sent>
          <p>{t('thanks.close')}</p>
        </Acknowledgement>
      </PlainFrame>,
    ),
  };
}

/**
 * Why there is nothing to answer, and a way on.
 * @param problem its error code, or null when no code of a touchpoint was given at all
 * @param typed what was given for one
 * @param about where to go instead
 */
export function renderProblem(
  problem: string | null,
  typed: string,
  { language, demo }: Place,
  about?: About,
): Rendered {
  const { t } = textsIn(language);
  const title = t(problem ? 'problem.title' : 'code.title');
  const code = normaliseCode(typed);
  const answerable =
    problem && code && !about && problem !== 'unknown_touchpoint' && problem !== 'touchpoint_revoked';
  return {
    title,
    content: render(
      language,
      <PlainFrame view={null} demo={demo} address={(wanted) => inLanguage('', wanted)}>
        <section className="notice">
          <h1>{title}</h1>
          {problem && <p>{t([`errors:errors.${problem}`, 'errors:errors.internal'])}</p>}
          {about && <Elsewhere about={about} />}
          {answerable ? (
            <OpenAgain code={code} again={t('problem.again')} />
          ) : (
            <AskCode manner="phone" typed={typed} />
          )}
        </section>
      </PlainFrame>,
    ),
  };
}

function Elsewhere({ about: { agency, successors = [] } }: { about: About }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{t('elsewhere.agency', { agency })}</strong>
      </p>
      {successors.length > 0 && <p>{t('elsewhere.successors', { agencies: successors.join(', ') })}</p>}
    </>
  );
}

function OpenAgain({ code, again }: { code: string; again: string }) {
  return (
    <form action={`/s/${code}`}>
      <button type="submit" className="primary">
        {again}
      </button>
    </form>
  );
}

/** A relative address that says its language, unless it is the first. */
function inLanguage(path: string, language: string): string {
  return language === FIRST_LANGUAGE && path !== '' ? path : `${path}?lang=${language}`;
}

function render(language: string, page: ReactNode): string {
  return renderToStaticMarkup(<I18nextProvider i18n={textsIn(language)}>{page}</I18nextProvider>);
}
