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
  /** Seconds after which trying again may help. */
  readonly retryAfter: number | null;

  constructor(kind: FailureKind, code: string, issues: Issue[] = [], retryAfter: number | null = null) {
    super(code);
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
    this.issues = issues;
    this.retryAfter = retryAfter ?? (kind === 'overloaded' ? 5 : null);
  }

  get status(): number {
    return STATUS[this.kind];
  }
}
