// The whole questionnaire as one form that a browser can send by itself: what arrives before any program has started,
// and all there is where none ever will. Only its first page shows until somebody goes on; see plain.css.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '#domain/issues.ts';
import type { Question as AnyQuestion, Questionnaire } from '#domain/questionnaire.ts';
import {
  type Answers,
  optionCodes,
  type Page,
  pagesOf,
  questionsOf,
  visibleQuestions,
} from '#domain/questions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { faultsByQuestion } from '../answering.ts';
import { Question } from '../questions/question.tsx';
import { FaultSummary } from '../screens/fault-summary.tsx';
import { useSay } from '../wording.ts';
import { fieldName, PLAIN_FORM, REST } from './fields.ts';
import { PlainProblem } from './plain-problem.tsx';
import { PlainReasons, reasonsAmong } from './plain-reasons.tsx';
import { Trap } from './trap.tsx';

export interface FormState {
  /** Of the response that this form will become, so that sending it twice is harmless. */
  id: string;
  /** ISO 8601. */
  startedAt: string;
  /** As they were sent, however wrong. */
  answers: Answers;
  issues: Issue[];
  /** Error code: why it could not be stored, apart from its answers. */
  problem?: string;
}

interface Props {
  view: TouchpointView;
  form: FormState;
  /** Where the form goes; null where it is only looked at. */
  action: string | null;
}

export function PlainForm({ view, form, action }: Props) {
  const { t } = useTranslation();
  const { questionnaire } = view;
  const faults = faultsIn(view.questionnaire, form.issues);
  const [first, ...others] = pagesOf(questionnaire);
  const of = others.length + 1;
  const page = (each: Page, index: number) => (
    <PlainPage key={each.code} page={each} at={index} of={of} view={view} form={form} faults={faults} />
  );
  if (!first) return null;
  return (
    <form
      id={PLAIN_FORM}
      className={isReturned(form) ? 'returned' : undefined}
      method={action === null ? undefined : 'post'}
      action={action ?? undefined}
      autoComplete="off"
      noValidate
      data-faults={JSON.stringify([...faults])}
    >
      <input type="hidden" name="id" value={form.id} />
      <input type="hidden" name="startedAt" value={form.startedAt} />
      <input type="hidden" name="questionnaire" value={questionnaire.id} />
      <Trap />
      <progress value={1} max={of} aria-hidden="true" />
      <Intro view={view} />
      <Faults questionnaire={questionnaire} form={form} faults={faults} />
      {page(first, 0)}
      {others.length > 0 && (
        <nav className="go-on">
          <a href={`#${REST}`}>{t('next')}</a>
        </nav>
      )}
      <div id={REST}>
        {others.map((each, index) => page(each, index + 1))}
        <nav>
          {action === null ? (
            <p>{t('preview.end')}</p>
          ) : (
            <button type="submit" className="primary">
              {t('send')}
            </button>
          )}
        </nav>
      </div>
    </form>
  );
}

/** The first issue of each question that there is. */
function faultsIn(questionnaire: Questionnaire, issues: Issue[]): Map<string, string> {
  const known = new Set(questionsOf(questionnaire).map(({ question }) => question.code));
  return new Map([...faultsByQuestion(issues)].filter(([code]) => known.has(code)));
}

/** Comes back to somebody who has been through it, so that all of it must be seen. */
function isReturned({ answers, issues, problem }: FormState): boolean {
  return issues.length > 0 || problem !== undefined || Object.keys(answers).length > 0;
}

function Intro({ view: { questionnaire } }: { view: TouchpointView }) {
  const { t } = useTranslation();
  const say = useSay(questionnaire);
  return (
    <div className="intro">
      <h1 className="survey-title">{say(questionnaire.title)}</h1>
      <p>{t('anonymous')}</p>
      <p>{t('howLong', { n: visibleQuestions(questionnaire, {}).length })}</p>
    </div>
  );
}

interface FaultProps {
  questionnaire: Questionnaire;
  form: FormState;
  faults: Map<string, string>;
}

/** What is wrong, with a way to each question; or, where no question is to blame, what else is. */
function Faults({ questionnaire, form, faults }: FaultProps) {
  const say = useSay(questionnaire);
  const questions = questionsOf(questionnaire).map(({ question }) => question);
  if (faults.size > 0) return <FaultSummary questions={questions} faults={faults} say={say} asked={0} />;
  if (!form.problem && form.issues.length === 0) return null;
  return <PlainProblem problem={form.problem} issues={form.issues} />;
}

interface PageProps {
  page: Page;
  at: number;
  of: number;
  view: TouchpointView;
  form: FormState;
  faults: Map<string, string>;
}

function PlainPage({ page, at, of, view: { questionnaire }, form, faults }: PageProps) {
  const { t } = useTranslation();
  const say = useSay(questionnaire);
  const heading = `page-${page.code}`;
  const reasons = reasonsAmong(page.questions, questionsOf(questionnaire));
  const grouped = new Set(reasons.map(({ question }) => question.code));
  const others = page.questions.filter(({ code }) => !grouped.has(code));
  return (
    <section className="page" aria-labelledby={heading}>
      <h2 id={heading}>
        <span className="progress">{t('progress.page', { at: at + 1, of })}</span> {say(page.title)}
      </h2>
      {page.note && <p className="note">{say(page.note)}</p>}
      {others.map((question) => (
        <Question
          key={question.code}
          plain
          question={question}
          questionnaire={questionnaire}
          register={(code) => ({ name: fieldName(code) })}
          value={form.answers[question.code]}
          fault={faults.get(question.code)}
          wrap={(words) => <Conditional {...{ question, questionnaire, words }} />}
        />
      ))}
      <PlainReasons {...{ reasons, questionnaire, answers: form.answers, faults }} />
    </section>
  );
}

interface ConditionalProps {
  question: AnyQuestion;
  questionnaire: Questionnaire;
  words: ReactNode;
}

/** Without a program nothing can appear later: a question that may not apply is there, and says when it does. */
function Conditional({ question, questionnaire, words }: ConditionalProps) {
  const { t } = useTranslation();
  const say = useSay(questionnaire);
  const all = questionsOf(questionnaire);
  const conditions = (question.visibleWhen ?? []).flatMap(({ question: code, oneOf }) => {
    const other = all.find((placed) => placed.question.code === code)?.question;
    if (!other) return [];
    const options = oneOf.map((option) => say(optionText(questionnaire, other, option))).join(', ');
    return [t('onlyIf', { question: say(other.text), options })];
  });
  return (
    <>
      {words}
      {conditions.map((condition) => (
        <span key={condition} className="hint condition">
          {condition}
        </span>
      ))}
    </>
  );
}

function optionText(questionnaire: Questionnaire, question: AnyQuestion, code: string) {
  if (question.type === 'text' || !optionCodes(questionnaire, question).includes(code)) return {};
  const scale = question.type === 'rating' ? questionnaire.scales[question.scale] : undefined;
  const options = question.type === 'rating' ? (scale?.levels ?? []) : question.options;
  return options.find((option) => option.code === code)?.text ?? scale?.dontKnow ?? {};
}
