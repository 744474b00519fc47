// Agencies from the rows of a spreadsheet: every fault is named by row and column, then all rows are added or none.
import type { Doer } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { changeTree, facts, readTree } from './changes.ts';
import { checkRows, type ImportRow, type RowFault } from './import-checks.ts';
import { insertAgencies } from './queries.ts';

export interface ImportResult {
  /** How many agencies are, or would be, added. */
  added: number;
  faults: RowFault[];
}

/**
 * Adds the agencies of all rows in one write.
 * @param dryRun only says what is wrong
 * @throws Failure invalid/invalid_import with every fault as an issue `[row, column]` when it is not a dry run
 */
export async function importAgencies(
  context: Context,
  doer: Doer,
  rows: ImportRow[],
  dryRun: boolean,
): Promise<ImportResult> {
  if (dryRun) {
    const { faults, agencies } = checkRows(await readTree(context, doer), rows, context.now());
    return { added: faults.length > 0 ? 0 : agencies.length, faults };
  }
  return changeTree(context, doer, (tree, at) => {
    const { faults, agencies } = checkRows(tree, rows, at);
    const issues = faults.map(({ row, column, code }) => ({ path: [row, column], code }));
    if (issues.length > 0) throw new Failure('invalid', 'invalid_import', issues);
    return {
      statements: (tx) => [insertAgencies(tx, context.db.tables, agencies)],
      entries: agencies.map((agency) => ({ id: agency.id, action: 'agency.imported', after: facts(agency) })),
      result: { added: agencies.length, faults },
    };
  });
}
