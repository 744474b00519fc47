// Sends a form once, keeps what was typed when that fails, and puts what was refused beside the fields.
import { useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../api.ts';
import { tellSessionEnded } from '../session-end.ts';
import { showIssues } from './issues.ts';

/** @param work sends the values; what it throws becomes `error` */
export function useSending<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  work: (values: Values) => Promise<unknown>,
) {
  const [error, setError] = useState<Error | null>(null);
  const [sending, setSending] = useState(false);
  // State is too late for a second press within the same moment.
  const busy = useRef(false);
  return {
    error,
    sending,
    send: async (values: Values) => {
      if (busy.current) return;
      busy.current = true;
      setSending(true);
      setError(null);
      try {
        await work(values);
      } catch (thrown) {
        const failure = thrown instanceof Error ? thrown : new Error(String(thrown));
        if (failure instanceof ApiError && failure.code === 'not_signed_in') tellSessionEnded();
        showIssues(form, failure);
        setError(failure);
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
  };
}
