// What a spreadsheet of agencies says: which column is which, and its rows as the server takes them.
import { searchKey } from '#domain/search.ts';
import type { ImportRow } from './changes.ts';

export const SHEET_COLUMNS = [
  'name',
  'nameEn',
  'kind',
  'parent',
  'unitCode',
  'agencyCode',
  'validFrom',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Titles as people write them, without diacritics. */
const TITLES: Record<SheetColumn, string[]> = {
  name: ['ten', 'ten co quan', 'co quan', 'ten don vi', 'name'],
  nameEn: ['ten tieng anh', 'name in english', 'english name', 'nameen'],
  kind: ['loai', 'loai co quan', 'kind'],
  parent: ['cap tren', 'co quan cap tren', 'truc thuoc', 'parent', 'parent agency'],
  unitCode: [
    'ma don vi hanh chinh',
    'ma dvhc',
    'ma don vi',
    'unit code',
    'unitcode',
    'administrative unit code',
  ],
  agencyCode: ['ma dinh danh', 'agency code', 'agencycode', 'agency identifier'],
  validFrom: ['hoat dong tu', 'hoat dong tu ngay', 'tu ngay', 'ngay bat dau', 'first day', 'validfrom'],
};
/** Without these no row can be right. */
const NEEDED: SheetColumn[] = ['name', 'kind', 'parent'];

export interface Sheet {
  rows: ImportRow[];
  /** Titles that nobody understood; their columns are left out. */
  unknown: string[];
  missing: SheetColumn[];
}

/** @param cells as text, the first line with the titles */
export function readSheet(cells: readonly (readonly string[])[]): Sheet {
  const [titles = [], ...lines] = cells;
  const columns = titles.map(columnOf);
  const unknown = titles.filter((title, index) => title.trim() !== '' && !columns[index]);
  const rows = lines.flatMap((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return [];
    // The spreadsheet counts from one, and its first row holds the titles.
    const row: ImportRow = { row: index + 2 };
    for (const [at, column] of columns.entries()) if (column) row[column] = line[at] ?? '';
    return [row];
  });
  return { rows, unknown, missing: NEEDED.filter((column) => !columns.includes(column)) };
}

function columnOf(title: string): SheetColumn | null {
  const key = searchKey(title)
    .replace(/[*:()]/g, '')
    .trim();
  return SHEET_COLUMNS.find((column) => TITLES[column].includes(key)) ?? null;
}
