// What staff do to the tree of agencies. Every change is decided on one state of the tree and numbered: of two that
// were decided at once only one is written, and the other is decided anew on what the first has left.
import { randomUUID } from 'node:crypto';
import { type AgencyKind, checkAgencyWords, rankingGroup } from '#domain/agencies.ts';
import type { Issue } from '#domain/issues.ts';
import { type AuditEntry, type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import type { Statement, Writer } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import {
  type Agency,
  type AgencyFields,
  insertAgencies,
  insertRevision,
  latestRevision,
  listAgencies,
  subtrees,
  updateAgency,
} from './queries.ts';

/** The tree as somebody sees it who changes it. */
export interface Tree {
  all: Agency[];
  /** Those that may be changed. */
  within: Agency[];
  /** @throws Failure not_found/unknown_agency, the same whether it is another's or nobody's */
  get: (id: string) => Agency;
  /** Ids of the agency and everything below it. */
  below: (id: string) => string[];
}

const TRIES = 5;

/**
 * Decides on a change and writes it with its audit entries.
 * @param decide called again when somebody else was quicker
 * @throws Failure conflict/agencies_changed when others were quicker every time; whatever `decide` throws
 */
export async function changeTree<T>(
  { db, now }: Context,
  doer: Doer,
  decide: (tree: Tree, at: number) => Decision<T>,
): Promise<T> {
  for (let left = TRIES; left > 0; left--) {
    const revision = (await latestRevision(db)) + 1;
    const at = now();
    const { statements, entries, result } = decide(await readTree({ db }, doer), at);
    try {
      await db.write((tx) => [
        insertRevision(tx, db.tables, { revision, at }),
        ...statements(tx),
        ...entries.map(({ id, ...entry }) =>
          recordAudit(tx, db.tables, {
            ...doer,
            ...entry,
            at,
            subject: { kind: 'agency', id },
            agencyId: id,
          }),
        ),
      ]);
      return result;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Failure('conflict', 'agencies_changed');
}

export interface Decision<T> {
  statements: (tx: Writer) => Statement[];
  entries: (Pick<AuditEntry, 'action' | 'before' | 'after'> & { id: string })[];
  result: T;
}

/** The tree as it is now. */
export async function readTree({ db }: Pick<Context, 'db'>, { actor }: Doer): Promise<Tree> {
  const all = await listAgencies(db);
  const trees = subtrees(all);
  const within = new Set(actor?.agencyId ? trees.get(actor.agencyId) : actor ? all.map(({ id }) => id) : []);
  const byId = new Map(all.map((agency) => [agency.id, agency]));
  return {
    all,
    within: all.filter(({ id }) => within.has(id)),
    get: (id) => {
      const found = within.has(id) ? byId.get(id) : undefined;
      if (!found) throw new Failure('not_found', 'unknown_agency');
      return found;
    },
    below: (id) => trees.get(id) ?? [],
  };
}

export interface NewAgency {
  parentId: string;
  kind: AgencyKind;
  name: string;
  nameEn: string | null;
  unitCode: string | null;
  agencyCode: string | null;
  yearlyTransactions: number | null;
  /** Days since 1970-01-01. */
  validFrom: number | null;
}

/** @throws Failure not_found/unknown_agency; conflict/agency_closed; invalid/invalid_agency with every issue */
export function addAgency(context: Context, doer: Doer, wanted: NewAgency): Promise<Agency> {
  return changeTree(context, doer, (tree, at) => {
    const agency = draft(tree, wanted, at);
    checkAgency(tree, agency);
    return {
      statements: (tx) => [insertAgencies(tx, context.db.tables, [agency])],
      entries: [{ id: agency.id, action: 'agency.created', after: facts(agency) }],
      result: agency,
    };
  });
}

/** A new agency under an open parent, not yet checked against its neighbours. */
export function draft(tree: Tree, wanted: NewAgency, at: number): Agency {
  if (tree.get(wanted.parentId).validTo !== null) throw new Failure('conflict', 'agency_closed');
  return { ...wanted, id: randomUUID(), validTo: null, createdAt: at };
}

export type AgencyChanges = Partial<Omit<NewAgency, 'validFrom'>>;

/**
 * Renames, gives other codes, or moves to another parent.
 * @throws Failure not_found/unknown_agency; conflict: agency_cycle, province_stays, agency_closed; invalid/invalid_agency
 */
export function changeAgency(
  context: Context,
  doer: Doer,
  id: string,
  wanted: AgencyChanges,
): Promise<Agency> {
  return changeTree(context, doer, (tree) => {
    const before = tree.get(id);
    const after = { ...before, ...wanted };
    if (after.parentId !== before.parentId) checkMove(tree, before, after.parentId);
    if ((before.kind === 'province') !== (after.kind === 'province'))
      throw new Failure('conflict', 'province_stays');
    if (before.kind === 'province') checkProvince(after);
    else checkAgency(tree, after);
    const action = after.parentId === before.parentId ? 'agency.changed' : 'agency.moved';
    return {
      statements: (tx) => [updateAgency(tx, context.db.tables, id, wanted)],
      entries: [{ id, action, before: facts(before), after: facts(after) }],
      result: after,
    };
  });
}

function checkMove(tree: Tree, agency: Agency, to: string | null): void {
  if (agency.parentId === null || to === null) throw new Failure('conflict', 'province_stays');
  // Out of the reach of whoever moves it, nothing can be taken.
  tree.get(agency.parentId);
  const parent = tree.get(to);
  if (tree.below(agency.id).includes(to)) throw new Failure('conflict', 'agency_cycle');
  if (parent.validTo !== null) throw new Failure('conflict', 'agency_closed');
}

/**
 * Ends an agency with a last day; its touchpoints take no answers afterwards.
 * @param lastDay days since 1970-01-01
 * @throws Failure not_found/unknown_agency; conflict: agency_closed, province_stays, agency_has_children, closed_before_opened
 */
export function closeAgency(context: Context, doer: Doer, id: string, lastDay: number): Promise<Agency> {
  return changeTree(context, doer, (tree) => {
    const before = tree.get(id);
    checkClosing(tree, before, lastDay);
    const after = { ...before, validTo: lastDay };
    return {
      statements: (tx) => [updateAgency(tx, context.db.tables, id, { validTo: lastDay })],
      entries: [{ id, action: 'agency.closed', before: facts(before), after: facts(after) }],
      result: after,
    };
  });
}

export function checkClosing(tree: Tree, agency: Agency, lastDay: number): void {
  if (agency.parentId === null) throw new Failure('conflict', 'province_stays');
  if (agency.validTo !== null) throw new Failure('conflict', 'agency_closed');
  const open = tree.all.some((other) => other.parentId === agency.id && other.validTo === null);
  if (open) throw new Failure('conflict', 'agency_has_children');
  if (agency.validFrom !== null && lastDay < agency.validFrom)
    throw new Failure('conflict', 'closed_before_opened');
}

/**
 * Takes a closing back; whoever took over stays.
 * @throws Failure not_found/unknown_agency; conflict: agency_open, agency_closed (the parent); invalid/invalid_agency
 */
export function reopenAgency(context: Context, doer: Doer, id: string): Promise<Agency> {
  return changeTree(context, doer, (tree) => {
    const before = tree.get(id);
    if (before.validTo === null) throw new Failure('conflict', 'agency_open');
    const after = { ...before, validTo: null };
    if (before.parentId && tree.all.find((other) => other.id === before.parentId)?.validTo !== null)
      throw new Failure('conflict', 'agency_closed');
    checkAgency(tree, after);
    return {
      statements: (tx) => [updateAgency(tx, context.db.tables, id, { validTo: null })],
      entries: [{ id, action: 'agency.reopened', before: facts(before), after: facts(after) }],
      result: after,
    };
  });
}

/**
 * Names and codes by themselves, and among the agencies that are open.
 * @param path where the agency stands in what was sent
 * @throws Failure invalid/invalid_agency with every issue and its path
 */
export function checkAgency({ all }: Pick<Tree, 'all'>, agency: Agency, path: Issue['path'] = []): void {
  const issues: Issue[] = checkAgencyWords(agency).map(({ field, code }) => ({
    path: [...path, field],
    code,
  }));
  if (agency.kind === 'province') issues.push({ path: [...path, 'kind'], code: 'second_province' });
  if (agency.unitCode !== null && rankingGroup(agency.kind) !== 'local')
    issues.push({ path: [...path, 'unitCode'], code: 'not_for_kind' });
  const others = all.filter(({ id, validTo }) => id !== agency.id && validTo === null);
  if (others.some(({ parentId, name }) => parentId === agency.parentId && name === agency.name))
    issues.push({ path: [...path, 'name'], code: 'taken' });
  for (const field of ['unitCode', 'agencyCode'] as const)
    if (agency[field] !== null && others.some((other) => other[field] === agency[field]))
      issues.push({ path: [...path, field], code: 'taken' });
  if (issues.length > 0) throw new Failure('invalid', 'invalid_agency', issues);
}

/** The province's own unit code has two digits and comes from the official list. */
function checkProvince(province: Agency): void {
  const faults = checkAgencyWords({ ...province, unitCode: null });
  const issues = faults.map(({ field, code }) => ({ path: [field], code }));
  if (issues.length > 0) throw new Failure('invalid', 'invalid_agency', issues);
}

/** What the audit log keeps of an agency. */
export function facts({ id: _id, createdAt: _createdAt, ...agency }: Agency): AgencyFields {
  return agency;
}
