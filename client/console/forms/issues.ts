// What a form says beside its fields.
import i18next from 'i18next';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../api.ts';

/** Puts every issue of a refusal beside the field that its path names, and the cursor into the first of them. */
export function showIssues<Values extends FieldValues>(form: UseFormReturn<Values>, error: Error): void {
  if (!(error instanceof ApiError)) return;
  const fields = error.issues.filter(({ path }) => isField(form.getValues(), path));
  for (const [index, { path, code }] of fields.entries())
    form.setError(
      path.join('.') as FieldPath<Values>,
      { type: 'server', message: issueText(code) },
      { shouldFocus: index === 0 },
    );
}

function isField(values: unknown, path: readonly (string | number)[]): boolean {
  let at = values;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return path.length > 0;
}

/** The words of an issue's code. */
export function issueText(code: string): string {
  return i18next.t([`issues.${code}`, 'issues.malformed'], { ns: 'errors' });
}

/** The rule of a field that must not be left empty. */
export const required = {
  validate: (value: unknown) =>
    (typeof value === 'string'
      ? value.trim() !== ''
      : Array.isArray(value)
        ? value.length > 0
        : value != null) || issueText('missing'),
};
