import type { Issue } from '#domain/issues.ts';
import type { About } from '#domain/touchpoint-view.ts';

const STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  invalid: 422,
  too_many: 429,
  overloaded: 503,
} as const;
export type FailureKind = keyof typeof STATUS;

interface More {
  [member: string]: unknown;
  /** What the words need besides the code, such as the name of an agency. */
  about?: About;
}

/**
 * An expected failure: thrown anywhere, answered in one place as `{ status, code, issues? }`.
 * Codes are stable and never prose; the client translates `errors.<code>`.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly issues: Issue[];
  /** Further members of the answer: for a program to go on from, or for words to be made of. */
  readonly more: More;
  /** Seconds after which trying again may help. */
  readonly retryAfter: number | null;

  constructor(
    kind: FailureKind,
    code: string,
    issues: Issue[] = [],
    more: More = {},
    retryAfter = kind === 'overloaded' ? 5 : null,
  ) {
    super(code);
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
    this.issues = issues;
    this.more = more;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return STATUS[this.kind];
  }
}
