import { useEffect, useMemo, useRef, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { Question } from '#domain/questionnaire.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { emptyValues, resolverOf, type Values, visibleIn } from './answering.ts';
import { type Attempt, newAttempt } from './submission.ts';

/** What an interrupted or refused try brings along. */
export interface Beginning {
  attempt: Attempt | null;
  values: Values;
  faults: Map<string, string>;
}

export interface Survey {
  view: TouchpointView;
  form: UseFormReturn<Values>;
  values: Values;
  /** The questions that apply now. */
  visible: Question[];
  /** Issue code by question code. */
  faults: Map<string, string>;
  attempt: () => Attempt;
}

/** One respondent's form: its fields, what applies, what is wrong. `onChange` hears of every change. */
export function useSurvey(
  view: TouchpointView,
  beginning: Beginning | null,
  onChange?: (attempt: Attempt, values: Values) => void,
): Survey {
  const { questionnaire } = view;
  const form = useForm<Values>({
    defaultValues: useMemo(
      () => ({ ...emptyValues(questionnaire), ...beginning?.values }),
      [questionnaire, beginning],
    ),
    resolver: useMemo(() => resolverOf(questionnaire), [questionnaire]),
    shouldFocusError: false,
  });
  const attempt = useAttempt(beginning?.attempt ?? null);
  const hear = useRef(onChange);
  hear.current = onChange;

  useEffect(() => {
    for (const [code, type] of beginning?.faults ?? []) form.setError(code, { type });
  }, [beginning, form]);
  useEffect(() => {
    const listening = form.watch((values, { name }) => {
      if (name) form.clearErrors(name);
      const started = attempt();
      hear.current?.(started, values as Values);
    });
    return () => listening.unsubscribe();
  }, [form, attempt]);

  const values = form.watch();
  const faults = new Map(
    Object.entries(form.formState.errors).map(([code, error]) => [code, String(error?.type)]),
  );
  return { view, form, values, visible: visibleIn(questionnaire, values), faults, attempt };
}

/** The try's id and start, made when first asked for. */
function useAttempt(known: Attempt | null): () => Attempt {
  const kept = useRef(known);
  const [attempt] = useState(() => () => {
    kept.current ??= newAttempt();
    return kept.current;
  });
  return attempt;
}
