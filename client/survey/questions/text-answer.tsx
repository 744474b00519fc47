import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { type Answering, faultId } from './contract.ts';

export function TextAnswer({
  question,
  register,
  value,
  fault,
  say,
}: Answering<Extract<Question, { type: 'text' }>>) {
  const { t, i18n } = useTranslation();
  const left = question.maxLength - lengthOf(value);
  const letters = new Intl.NumberFormat(i18n.language).format(Math.abs(left));
  const hint = `hint-${question.code}`;
  return (
    <>
      <textarea
        rows={4}
        autoComplete="off"
        aria-label={say(question.text)}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `${faultId(question.code)} ${hint}` : hint}
        {...register(question.code)}
      />
      <p id={hint} className={left < 0 ? 'hint fault' : 'hint'}>
        {t(left < 0 ? 'lettersOver' : 'lettersLeft', { n: letters })}
      </p>
    </>
  );
}

/** Counted as the server counts: characters, not UTF-16 units. */
function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value.normalize('NFC').trim()].length : 0;
}
