import type { Question, Scale } from '#domain/questionnaire.ts';
import { DONT_KNOW } from '#domain/questions.ts';
import type { Say } from '../wording.ts';
import { Choice } from './choice.tsx';
import { type Answering, marked } from './contract.ts';
import { Face } from './face.tsx';
import { NoAnswer } from './no-answer.tsx';

type Props = Answering<Extract<Question, { type: 'rating' }>>;

/** The levels of a scale by face, colour and word; "don't know" stands apart from them. */
export function Rating(answering: Props) {
  const { question, questionnaire, register, say } = answering;
  const scale = questionnaire.scales[question.scale];
  if (!scale) return null;
  const field = register(question.code);
  return (
    <>
      <div className={`levels ${arrangement(scale, say)}`} data-count={scale.levels.length}>
        {scale.levels.map((level) => (
          <Choice
            key={level.code}
            type="radio"
            field={field}
            value={level.code}
            chosen={marked(answering, level.code)}
            mood={level.mood}
          >
            {level.mood !== undefined && (
              <span className="face" data-mood={level.mood}>
                <Face mood={level.mood} />
              </span>
            )}
            <span className="word">{say(level.text)}</span>
          </Choice>
        ))}
      </div>
      {scale.dontKnow && (
        <div className="apart">
          <Choice type="radio" field={field} value={DONT_KNOW} chosen={marked(answering, DONT_KNOW)}>
            <span className="word">{say(scale.dontKnow)}</span>
          </Choice>
        </div>
      )}
      <NoAnswer {...answering} />
    </>
  );
}

/** Letters that fit a fifth of a phone's width; no Vietnamese word has more. */
const SHORT_WORD = 7;

/** Up to five levels stand side by side, as do more of them when their words are as short as numbers. */
export function arrangement({ levels }: Scale, say: Say): 'row' | 'row long-words' | 'numbers' | 'column' {
  const words = levels.map((level) => say(level.text));
  if (levels.length > 5) return words.every((word) => word.length <= 3) ? 'numbers' : 'column';
  const long = words.some((word) => word.split(/\s/).some((piece) => piece.length > SHORT_WORD));
  return long ? 'row long-words' : 'row';
}
