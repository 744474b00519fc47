import type { Question } from '#domain/questionnaire.ts';
import { Choice } from './choice.tsx';
import { type Answering, marked } from './contract.ts';
import { NoAnswer } from './no-answer.tsx';

export function SingleChoice(answering: Answering<Extract<Question, { type: 'single' }>>) {
  const { question, register, say } = answering;
  const field = register(question.code);
  return (
    <div className="options">
      {question.options.map((option) => (
        <Choice
          key={option.code}
          type="radio"
          field={field}
          value={option.code}
          chosen={marked(answering, option.code)}
        >
          {say(option.text)}
        </Choice>
      ))}
      <NoAnswer {...answering} />
    </div>
  );
}
