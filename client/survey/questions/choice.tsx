import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface Props {
  type: 'radio' | 'checkbox';
  field: UseFormRegisterReturn;
  value: string;
  mood?: number;
  children: ReactNode;
}

/** A native radio button or box, laid invisibly over the whole tile that shows it. */
export function Choice({ type, field, value, mood, children }: Props) {
  return (
    <label className="choice" data-mood={mood}>
      <input type={type} value={value} {...field} />
      <span className={`tile ${type}`}>{children}</span>
    </label>
  );
}
