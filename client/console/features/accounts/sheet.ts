// What a spreadsheet of accounts says: which column is which, and its rows as the server takes them.
import { ROLES, type Role } from '#domain/roles.ts';
import { searchKey } from '#domain/search.ts';
import { IMPORT_COLUMNS, type ImportColumn, type ImportRow } from './queries.ts';

/** Titles as people write them, without diacritics. */
const TITLES: Record<ImportColumn, string[]> = {
  name: ['ho va ten', 'ho ten', 'ten', 'name', 'full name'],
  username: ['ten dang nhap', 'tai khoan', 'username'],
  role: ['vai tro', 'quyen', 'role'],
  agency: ['co quan', 'don vi', 'ten co quan', 'ma don vi', 'agency'],
};
/** Without an agency an account is for the whole installation. */
const NEEDED: ImportColumn[] = ['username', 'name', 'role'];

export interface Sheet {
  rows: ImportRow[];
  missing: ImportColumn[];
}

/**
 * @param cells as text, the first line with the titles
 * @param roleNames what the roles are called in the spreadsheet; the codes are understood as well
 */
export function readAccountSheet(
  cells: readonly (readonly string[])[],
  roleNames: Record<Role, string>,
): Sheet {
  const [titles = [], ...lines] = cells;
  const columns = titles.map(columnOf);
  const rows = lines.flatMap((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return [];
    // The spreadsheet counts from one, and its first row holds the titles.
    const row: ImportRow = { row: index + 2 };
    for (const [at, column] of columns.entries()) if (column) row[column] = line[at] ?? '';
    return [row.role ? { ...row, role: roleIn(row.role, roleNames) } : row];
  });
  return { rows, missing: NEEDED.filter((column) => !columns.includes(column)) };
}

function columnOf(title: string): ImportColumn | null {
  const key = searchKey(title)
    .replace(/[*:()]/g, '')
    .trim();
  return IMPORT_COLUMNS.find((column) => TITLES[column].includes(key)) ?? null;
}

/** The code of a role; what nobody understood stays for the server to name. */
function roleIn(text: string, names: Record<Role, string>): string {
  const key = searchKey(text);
  return ROLES.find((role) => role === text.trim() || searchKey(names[role]) === key) ?? text;
}
