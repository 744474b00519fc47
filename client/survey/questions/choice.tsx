import type { ReactNode } from 'react';
import type { Field } from './contract.ts';

interface Props {
  type: 'radio' | 'checkbox';
  field: Field;
  value: string;
  /** In the markup; see `marked`. */
  chosen: boolean | undefined;
  mood?: number;
  children: ReactNode;
}

/** A native radio button or box, laid invisibly over the whole tile that shows it. */
export function Choice({ type, field, value, chosen, mood, children }: Props) {
  return (
    <label className="choice" data-mood={mood}>
      <input type={type} value={value} defaultChecked={chosen} {...field} />
      <span className={`tile ${type}`}>{children}</span>
    </label>
  );
}
