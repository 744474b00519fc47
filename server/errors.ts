import type { Issue } from '#domain/issues.ts';

const STATUS = {
  malformed: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  invalid: 422,
  too_many: 429,
  overloaded: 503,
} as const;
export type FailureKind = keyof typeof STATUS;

/**
 * An expected failure: thrown anywhere, answered in one place as `{ status, code, issues? }`.
 * Codes are stable and never prose; the client translates `errors.<code>`.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly issues: Issue[];

  constructor(kind: FailureKind, code: string, issues: Issue[] = []) {
    super(code);
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
    this.issues = issues;
  }

  get status(): number {
    return STATUS[this.kind];
  }
}
