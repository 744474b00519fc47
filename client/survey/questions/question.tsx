// One question, whatever its type: its words, what is wrong with its answer, and the means to answer it.
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { audioAddress } from '#domain/audio.ts';
import type { Question as AnyQuestion } from '#domain/questionnaire.ts';
import { optionTexts } from '#domain/questions.ts';
import { Loudspeaker } from '../screens/loudspeaker.tsx';
import { useFaultText, useSay } from '../wording.ts';
import { type Answering, faultId, questionId, wordsId } from './contract.ts';
import { MultipleChoice } from './multiple-choice.tsx';
import { Rating } from './rating.tsx';
import { SingleChoice } from './single-choice.tsx';
import { TextAnswer } from './text-answer.tsx';

export interface QuestionProps extends Omit<Answering<AnyQuestion>, 'say'> {
  /** What the question's words stand in, unless bare. */
  wrap?: (words: ReactNode) => ReactNode;
  /** Undoes a choice that need not be made. */
  clear?: () => void;
  /** One option was chosen by pointing at it, not by walking over it with the arrow keys. */
  onChosen?: () => void;
}

export function Question({ wrap = (words) => words, clear, onChosen, ...answering }: QuestionProps) {
  const { t } = useTranslation();
  const say = useSay(answering.questionnaire);
  const faultText = useFaultText();
  const { question, value, fault, plain } = answering;
  const choosing = useChoosing(onChosen);
  const clearable = clear && !question.required && typeof value === 'string' && question.type !== 'text';
  return (
    <fieldset
      id={questionId(question.code)}
      className={`question ${question.type}${fault ? ' faulty' : ''}`}
      aria-labelledby={plain ? undefined : wordsId(question.code)}
      aria-describedby={fault ? faultId(question.code) : undefined}
      {...choosing}
    >
      <legend>
        {wrap(
          <span id={plain ? undefined : wordsId(question.code)}>
            {say(question.text)}
            {question.required && <RequiredMark />}
          </span>,
        )}
        {!plain && <ReadAloud {...answering} say={say} />}
      </legend>
      {fault && (
        <p id={faultId(question.code)} className="fault">
          {faultText('issues', fault)}
        </p>
      )}
      <Means {...answering} say={say} />
      {clearable && (
        <button type="button" className="quiet clear" onClick={clear}>
          {t('clear')}
        </button>
      )}
    </fieldset>
  );
}

/** The question's words and all that may be answered, as somebody reads them out who cannot point. */
function ReadAloud({ question, questionnaire, say }: Answering<AnyQuestion>) {
  const { i18n } = useTranslation();
  const recording = question.audio?.[i18n.language];
  const words = [question.text, ...optionTexts(questionnaire, question)].map(say);
  return (
    <Loudspeaker
      text={words.join('. ')}
      recording={recording && audioAddress(recording)}
      describedBy={wordsId(question.code)}
    />
  );
}

function Means(answering: Answering<AnyQuestion>) {
  const { question } = answering;
  switch (question.type) {
    case 'rating':
      return <Rating {...answering} question={question} />;
    case 'single':
      return <SingleChoice {...answering} question={question} />;
    case 'multiple':
      return <MultipleChoice {...answering} question={question} />;
    case 'text':
      return <TextAnswer {...answering} question={question} />;
  }
}

function RequiredMark() {
  const { t } = useTranslation();
  return (
    <span className="required">
      {' '}
      <span aria-hidden="true">*</span>
      <span className="unseen">({t('required')})</span>
    </span>
  );
}

/** Arrow keys change native radio buttons as they pass; only a tap, a click or Space means it. */
function useChoosing(onChosen: (() => void) | undefined) {
  const walking = useRef(false);
  if (!onChosen) return {};
  return {
    onKeyDown: (event: KeyboardEvent) => {
      walking.current = event.key.startsWith('Arrow');
    },
    onPointerDown: () => {
      walking.current = false;
    },
    onChange: () => {
      if (!walking.current) onChosen();
    },
  };
}
