// What staff change is written down in the same all-or-nothing write as the change itself.
import type { Actor } from '#domain/roles.ts';
import type { Statement, Tables, Writer } from '../db/database.ts';

/** Who does something, and from where. */
export interface Doer {
  /** Null for somebody who is not known, such as a refused sign-in. */
  actor: Actor | null;
  /** The address that the request came from, null at the server itself; staff only, never a respondent's. */
  origin: string | null;
}

export interface AuditEntry extends Doer {
  /** When, ms. */
  at: number;
  /** `noun.verb` in the past tense, e.g. `touchpoint.renamed`. */
  action: string;
  /** The thing it was done to: the noun and its id. */
  subject: { kind: string; id: string };
  /** Whose people may read the entry; null is the whole installation's. */
  agencyId: string | null;
  /** The fields that changed, before and after. Never a password, a token or an answer. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/** The statement that writes an entry down, to stand in the same `db.write` as the change. */
export function recordAudit(tx: Writer, { auditEntries }: Tables, entry: AuditEntry): Statement {
  const { at, actor, action, subject, agencyId, before, after, origin } = entry;
  return tx.insert(auditEntries).values({
    at,
    accountId: actor?.accountId ?? null,
    actorName: actor?.name ?? null,
    role: actor?.role ?? null,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    agencyId,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    origin,
  });
}
