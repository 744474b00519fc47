import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { type Page, pagesOf } from '#domain/questions.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { keepDraft } from '../draft.ts';
import { TRAP } from '../plain/fields.ts';
import { beginProof } from '../proof/proof.ts';
import type { Keeper } from '../storage.ts';
import { submissionOf } from '../submission.ts';
import { type Beginning, type Survey, useSurvey } from '../use-survey.ts';
import { PageOfQuestions } from './page-of-questions.tsx';
import { usePageHistory } from './use-page-history.ts';

interface Props {
  view: TouchpointView;
  storage: Keeper | null;
  beginning: Beginning | null;
  firstPage: number;
  /** What a program wrote where no person writes, before this one took over. */
  trap: string;
  finish: (submission: SubmissionInput) => void;
}

/** The questionnaire page by page. */
export function Pages({ view, storage, beginning, firstPage, trap, finish }: Props) {
  const { i18n } = useTranslation();
  const { page: wanted, moved, goTo } = usePageHistory(firstPage);
  const [asked, setAsked] = useState(0);
  const trapped = useRef(trap);
  const survey = useSurvey(view, beginning, (attempt, values) => {
    keepDraft(storage, view.code, { questionnaire: view.questionnaire.id, attempt, page: wanted, values });
    beginProof(view, attempt.id);
  });
  const { form, values, attempt } = survey;
  const pages = pagesIn(survey);
  const at = Math.min(wanted, pages.length - 1);
  useKeptPage(survey, storage, at);
  useFirstFault(pages, beginning, (page) => {
    goTo(page);
    setAsked((n) => n + 1);
  });

  const goOn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    trapped.current = trapped.current || trapIn(event.currentTarget);
    const codes = codesOf(pages[at]);
    if (!(await form.trigger(codes))) return setAsked((n) => n + 1);
    setAsked(0);
    if (at < pages.length - 1) return goTo(at + 1);
    if (await form.trigger())
      return finish({
        ...submissionOf(view, attempt(), values, { locale: i18n.language, channel: 'web' }),
        ...(trapped.current && { trap: trapped.current }),
      });
    goTo(firstFaulty(pages, Object.keys(form.formState.errors)));
    setAsked((n) => n + 1);
  };
  const page = pages[at];
  if (!page) return null;
  return (
    <PageOfQuestions
      key={page.code}
      survey={survey}
      page={page}
      at={at}
      of={pages.length}
      asked={asked}
      moved={moved}
      goOn={goOn}
      goBack={() => {
        setAsked(0);
        goTo(at - 1);
      }}
    />
  );
}

/** The pages that have anything to ask, with only what applies. */
function pagesIn({ view, visible }: Survey): Page[] {
  const shown = new Set(visible.map((question: Question) => question.code));
  return pagesOf(view.questionnaire)
    .map((page) => ({ ...page, questions: page.questions.filter(({ code }) => shown.has(code)) }))
    .filter(({ questions }) => questions.length > 0);
}

const trapIn = (form: HTMLFormElement) => String(new FormData(form).get(TRAP) ?? '');

const codesOf = (page: Page | undefined) => page?.questions.map(({ code }) => code) ?? [];

function firstFaulty(pages: Page[], faulty: string[]): number {
  return Math.max(
    0,
    pages.findIndex((page) => codesOf(page).some((code) => faulty.includes(code))),
  );
}

/** A reload comes back to this page, once there is anything to come back for. */
function useKeptPage({ view, form, attempt }: Survey, storage: Keeper | null, page: number) {
  useEffect(() => {
    if (page === 0 && !form.formState.isDirty) return;
    const values = form.getValues();
    keepDraft(storage, view.code, { questionnaire: view.questionnaire.id, attempt: attempt(), page, values });
  }, [page, form, attempt, storage, view]);
}

/** When the server found faults, starts at the first of them. */
function useFirstFault(pages: Page[], beginning: Beginning | null, show: (page: number) => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each beginning
  useEffect(() => {
    const faulty = [...(beginning?.faults.keys() ?? [])];
    if (faulty.length > 0) show(firstFaulty(pages, faulty));
  }, [beginning]);
}
