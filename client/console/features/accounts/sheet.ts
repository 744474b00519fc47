// The columns of a spreadsheet of accounts.
import { ROLES, type Role } from '#domain/roles.ts';
import { searchKey } from '#domain/search.ts';
import { readSheet, type Sheet, type SheetKind } from '../../spreadsheets/sheet.ts';

export type SheetColumn = 'name' | 'username' | 'role' | 'agency';

const ACCOUNT_SHEET: SheetKind<SheetColumn> = {
  titles: {
    name: ['ho va ten', 'ho ten', 'ten', 'name', 'full name'],
    username: ['ten dang nhap', 'tai khoan', 'username'],
    role: ['vai tro', 'quyen', 'role'],
    agency: ['co quan', 'don vi', 'ten co quan', 'ma don vi', 'agency'],
  },
  // Without an agency an account is for the whole installation.
  needed: ['username', 'name', 'role'],
};

/**
 * @param cells as text, the first line with the titles
 * @param roleNames what the roles are called in the spreadsheet; the codes are understood as well
 */
export function readAccountSheet(
  cells: readonly (readonly string[])[],
  roleNames: Record<Role, string>,
): Sheet<SheetColumn> {
  const sheet = readSheet(cells, ACCOUNT_SHEET);
  const rows = sheet.rows.map((row) => (row.role ? { ...row, role: roleIn(row.role, roleNames) } : row));
  return { ...sheet, rows };
}

/** The code of a role; what nobody understood stays for the server to name. */
function roleIn(text: string, names: Record<Role, string>): string {
  const key = searchKey(text);
  return ROLES.find((role) => role === text.trim() || searchKey(names[role]) === key) ?? text;
}
