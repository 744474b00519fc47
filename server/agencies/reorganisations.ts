// Mergers and splits: the old agencies end the day before, the new ones name them as their predecessors. Responses keep
// the agency that was rated, so results before the day stay where they were.
import type { Doer } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import type { Database, Statement, Writer } from '../db/database.ts';
import { Failure } from '../errors.ts';
import {
  changeTree,
  checkAgency,
  checkClosing,
  type Decision,
  draft,
  facts,
  type NewAgency,
  type Tree,
} from './changes.ts';
import { type Agency, insertAgencies, insertPredecessors, updateAgency } from './queries.ts';

export interface Merger {
  /** Ids of the agencies that end. */
  from: string[];
  /** The agency that takes over: the id of one that exists, or a new one. */
  into: string | NewAgency;
  /** Its first day, days since 1970-01-01. */
  on: number;
}

/** @throws Failure as `closeAgency` and `addAgency` do; conflict/merged_into_itself */
export function mergeAgencies(context: Context, doer: Doer, { from, into, on }: Merger): Promise<Agency[]> {
  return changeTree(context, doer, (tree, at) => {
    const old = [...new Set(from)].map(tree.get);
    if (typeof into !== 'string') {
      const agency = draft(tree, { ...into, validFrom: on }, at);
      return decide(context.db, tree, { old, made: [agency], heirs: [agency], on, action: 'agency.merged' });
    }
    const heir = tree.get(into);
    if (old.includes(heir)) throw new Failure('conflict', 'merged_into_itself');
    if (heir.validTo !== null) throw new Failure('conflict', 'agency_closed');
    return decide(context.db, tree, { old, made: [], heirs: [heir], on, action: 'agency.merged' });
  });
}

export interface Split {
  from: string;
  into: NewAgency[];
  on: number;
}

/** @throws Failure as `closeAgency` and `addAgency` do */
export function splitAgency(context: Context, doer: Doer, { from, into, on }: Split): Promise<Agency[]> {
  return changeTree(context, doer, (tree, at) => {
    const made = into.map((wanted) => draft(tree, { ...wanted, validFrom: on }, at));
    return decide(context.db, tree, { old: [tree.get(from)], made, heirs: made, on, action: 'agency.split' });
  });
}

interface Plan {
  old: Agency[];
  made: Agency[];
  heirs: Agency[];
  on: number;
  action: string;
}

function decide(
  { tables }: Database,
  tree: Tree,
  { old, made, heirs, on, action }: Plan,
): Decision<Agency[]> {
  const lastDay = on - 1;
  for (const agency of old) checkClosing(tree, agency, lastDay);
  // A new agency may have a name or code of one that ends for it.
  const left = tree.all.filter((agency) => !old.includes(agency));
  for (const [index, agency] of made.entries())
    checkAgency({ all: [...left, ...made.slice(0, index)] }, agency, ['into', index]);
  if (made.some(({ parentId }) => old.some(({ id }) => id === parentId)))
    throw new Failure('conflict', 'agency_closed');
  const pairs = heirs.flatMap((heir) =>
    old.map((agency) => ({ agencyId: heir.id, predecessorId: agency.id })),
  );
  const statements = (tx: Writer): Statement[] => [
    insertAgencies(tx, tables, made),
    ...old.map(({ id }) => updateAgency(tx, tables, id, { validTo: lastDay })),
    insertPredecessors(tx, tables, pairs),
  ];
  const successors = heirs.map(({ id }) => id);
  const entries = [
    ...made.map((agency) => ({ id: agency.id, action: 'agency.created', after: facts(agency) })),
    ...old.map((agency) => ({
      id: agency.id,
      action,
      before: facts(agency),
      after: { ...facts(agency), validTo: lastDay, successors },
    })),
  ];
  return { statements, entries, result: heirs };
}
