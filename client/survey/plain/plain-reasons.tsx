// The reasons for low answers where no program can ask for each as it is given: one closed group after the criteria
// of a page, with a list for each of them.
import { useTranslation } from 'react-i18next';
import type { Question, Questionnaire } from '#domain/questionnaire.ts';
import type { Answers, PlacedQuestion } from '#domain/questions.ts';
import { faultId, questionId } from '../questions/contract.ts';
import { useFaultText, useSay } from '../wording.ts';
import { fieldName } from './fields.ts';

export interface Reason {
  /** Asks for the reason. */
  question: Extract<Question, { type: 'single' }>;
  criterion: Question;
}

/** The questions for reasons among these, each with its criterion. */
export function reasonsAmong(questions: Question[], all: readonly PlacedQuestion[]): Reason[] {
  return questions.flatMap((question) => {
    const code = all.find((placed) => placed.question.code === question.code)?.reasonFor;
    const criterion = questions.find((other) => other.code === code);
    return question.type === 'single' && criterion ? [{ question, criterion }] : [];
  });
}

interface Props {
  reasons: Reason[];
  questionnaire: Questionnaire;
  answers: Answers;
  faults: Map<string, string>;
}

export function PlainReasons({ reasons, questionnaire, answers, faults }: Props) {
  const { t } = useTranslation();
  const say = useSay(questionnaire);
  const [first] = reasons;
  if (!first) return null;
  const low = lowLevels(questionnaire, first);
  const wanted = reasons.some(
    ({ question, criterion }) =>
      faults.has(question.code) || low.some(({ code }) => code === answers[criterion.code]),
  );
  return (
    <details className="question reasons" open={wanted}>
      <summary>{say(first.question.text)}</summary>
      <p className="hint">{t('reasonsOnlyIf', { options: low.map(({ text }) => say(text)).join(', ') })}</p>
      {reasons.map((reason) => (
        <ReasonList
          key={reason.question.code}
          {...reason}
          questionnaire={questionnaire}
          given={answers[reason.question.code]}
          fault={faults.get(reason.question.code)}
        />
      ))}
    </details>
  );
}

function lowLevels({ scales }: Questionnaire, { criterion }: Reason) {
  const levels = criterion.type === 'rating' ? (scales[criterion.scale]?.levels ?? []) : [];
  return levels.filter(({ low }) => low);
}

interface ListProps extends Reason {
  questionnaire: Questionnaire;
  given: Answers[string] | undefined;
  fault: string | undefined;
}

function ReasonList({ question: { code, options }, criterion, questionnaire, given, fault }: ListProps) {
  const { t } = useTranslation();
  const say = useSay(questionnaire);
  const faultText = useFaultText();
  return (
    <p id={questionId(code)}>
      <label htmlFor={`list-${code}`}>{say(criterion.text)}</label>
      {fault && (
        <span id={faultId(code)} className="fault">
          {faultText('issues', fault)}
        </span>
      )}
      <select
        id={`list-${code}`}
        name={fieldName(code)}
        autoComplete="off"
        defaultValue={typeof given === 'string' ? given : ''}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? faultId(code) : undefined}
      >
        <option value="">{t('noAnswer')}</option>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {say(option.text)}
          </option>
        ))}
      </select>
    </p>
  );
}
