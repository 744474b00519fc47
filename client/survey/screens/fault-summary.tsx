import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { questionId } from '../questions/contract.ts';
import type { Say } from '../wording.ts';

interface Props {
  questions: Question[];
  faults: Map<string, string>;
  say: Say;
  /** Changes each time that somebody tried to go on: then the summary takes the focus. */
  asked: number;
}

/** What is wrong on this page, with a way to each question. */
export function FaultSummary({ questions, faults, say, asked }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const faulty = questions.filter(({ code }) => faults.has(code));
  const any = faulty.length > 0;
  useEffect(() => {
    if (asked > 0 && any) box.current?.focus();
  }, [asked, any]);
  if (!any) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: focused as a whole, and no part of the form
    <div ref={box} className="fault-summary" role="group" aria-labelledby="faults" tabIndex={-1}>
      <h2 id="faults">{t('faults.title')}</h2>
      <ul>
        {faulty.map(({ code, text }) => (
          <li key={code}>
            <a href={`#${questionId(code)}`} onClick={(event) => jumpTo(event, code)}>
              {say(text)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function jumpTo(event: MouseEvent, code: string): void {
  event.preventDefault();
  const question = document.getElementById(questionId(code));
  question?.scrollIntoView();
  question?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}
