import type { Question } from '#domain/questionnaire.ts';
import { Choice } from './choice.tsx';
import type { Answering } from './contract.ts';

export function SingleChoice({ question, register, say }: Answering<Extract<Question, { type: 'single' }>>) {
  const field = register(question.code);
  return (
    <div className="options">
      {question.options.map((option) => (
        <Choice key={option.code} type="radio" field={field} value={option.code}>
          {say(option.text)}
        </Choice>
      ))}
    </div>
  );
}
