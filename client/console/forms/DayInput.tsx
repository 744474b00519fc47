// A day in a form.
import { Controller, type RegisterOptions, useFormContext } from 'react-hook-form';
import { DayField } from './DayField.tsx';

interface DayInputProps {
  name: string;
  label: string;
  description?: string;
  rules?: Pick<RegisterOptions, 'validate'>;
}

export function DayInput({ name, rules, ...words }: DayInputProps) {
  const { control } = useFormContext();
  return (
    <Controller
      control={control}
      name={name}
      {...(rules && { rules })}
      render={({ field, fieldState }) => (
        <DayField
          {...words}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
