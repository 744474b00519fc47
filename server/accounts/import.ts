// Accounts from the rows of a spreadsheet: every fault is named by row and column, then all rows are added or none.
import { type Actor, ROLES, type Role } from '#domain/roles.ts';
import { searchKey } from '#domain/search.ts';
import type { Agency } from '../agencies/queries.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import type { Doer } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { createAccounts, type NewAccount, usernameSchema, type WithFirstPassword } from './creation.ts';
import { listAccounts } from './queries.ts';

export const IMPORT_COLUMNS = ['username', 'name', 'role', 'agency'] as const;
export const MOST_IMPORTED = 500;
type Column = (typeof IMPORT_COLUMNS)[number];

export type AccountRow = { row: number } & Partial<Record<Column, string | undefined>>;
export interface AccountFault {
  row: number;
  column: Column;
  code: string;
}
type Report = (column: Column, code: string) => void;

/**
 * Creates the accounts of all rows.
 * @param dryRun only says what is wrong
 * @throws Failure invalid/invalid_import with every fault as an issue `[row, column]` when it is not a dry run
 */
export async function importAccounts(
  context: Context,
  doer: Doer & { actor: Actor },
  rows: AccountRow[],
  dryRun: boolean,
): Promise<{ faults: AccountFault[]; made: WithFirstPassword[] }> {
  const faults: AccountFault[] = [];
  const taken = new Set((await listAccounts(context.db)).map(({ username }) => username));
  const find = await agencyFinder(context, doer.actor);
  const wanted = rows.map((row) => {
    const report: Report = (column, code) => faults.push({ row: row.row, column, code });
    return {
      username: usernameIn(row.username, taken, report),
      name: nameIn(row.name, report),
      role: roleIn(row.role, report),
      agencyId: find(row.agency, report),
    };
  });
  if (dryRun) return { faults, made: [] };
  const issues = faults.map(({ row, column, code }) => ({ path: [row, column], code }));
  if (issues.length > 0) throw new Failure('invalid', 'invalid_import', issues);
  return { faults, made: await createAccounts(context, doer, wanted as NewAccount[]) };
}

/** Adds what it finds to the names that are taken. */
function usernameIn(text = '', taken: Set<string>, report: Report): string {
  const parsed = usernameSchema.safeParse(text);
  if (text.trim() === '') report('username', 'missing');
  else if (!parsed.success) report('username', 'username_malformed');
  else if (taken.has(parsed.data)) report('username', 'username_taken');
  if (parsed.success) taken.add(parsed.data);
  return parsed.data ?? '';
}

function nameIn(text = '', report: Report): string {
  const name = text.normalize('NFC').trim();
  if (name === '') report('name', 'missing');
  else if (name.length > 200) report('name', 'too_long');
  return name;
}

function roleIn(text = '', report: Report): Role | null {
  const role = ROLES.find((each) => each === text.trim()) ?? null;
  if (text.trim() === '') report('role', 'missing');
  else if (role === null) report('role', 'unknown_role');
  return role;
}

async function agencyFinder({ db }: Context, actor: Actor) {
  const byKey = new Map<string, Agency[]>();
  for (const agency of await agenciesWithin(db, actor))
    for (const key of [agency.name, agency.unitCode, agency.agencyCode])
      if (key) byKey.set(searchKey(key), [...(byKey.get(searchKey(key)) ?? []), agency]);
  return (text = '', report: Report): string | null => {
    if (text.trim() === '') {
      if (actor.agencyId !== null) report('agency', 'missing');
      return null;
    }
    const found = byKey.get(searchKey(text)) ?? [];
    const exact = found.filter(({ name }) => name === text.normalize('NFC').trim());
    const [agency, other] = exact.length > 0 ? exact : found;
    if (!agency) report('agency', 'unknown_agency');
    else if (other) report('agency', 'ambiguous');
    return agency?.id ?? null;
  };
}
