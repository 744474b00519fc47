import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { type Answering, faultId } from './contract.ts';

export function TextAnswer({
  question,
  register,
  value,
  fault,
  say,
  plain,
}: Answering<Extract<Question, { type: 'text' }>>) {
  const { t, i18n } = useTranslation();
  const left = question.maxLength - lengthOf(value);
  const number = (n: number) => new Intl.NumberFormat(i18n.language).format(n);
  const hint = `hint-${question.code}`;
  return (
    <>
      <textarea
        rows={4}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-label={say(question.text)}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `${faultId(question.code)} ${hint}` : hint}
        defaultValue={plain && typeof value === 'string' ? value : undefined}
        {...register(question.code)}
      />
      <p id={hint} className={left < 0 && !plain ? 'hint fault' : 'hint'}>
        {plain
          ? t('lettersAtMost', { n: number(question.maxLength) })
          : t(left < 0 ? 'lettersOver' : 'lettersLeft', { n: number(Math.abs(left)) })}
      </p>
    </>
  );
}

/** Counted as the server counts: characters, not UTF-16 units. */
function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value.normalize('NFC').trim()].length : 0;
}
