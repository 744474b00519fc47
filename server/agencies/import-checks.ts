// What can be wrong with the rows of a spreadsheet of agencies, each fault with its row, its column and a stable code.
import { randomUUID } from 'node:crypto';
import { type AgencyKind, checkAgencyWords, rankingGroup } from '#domain/agencies.ts';
import { dayOf, parseDay } from '#domain/days.ts';
import { MOST_TRANSACTIONS } from '#domain/required-samples.ts';
import { searchKey } from '#domain/search.ts';
import type { Tree } from './changes.ts';
import type { Agency } from './queries.ts';

export const IMPORT_COLUMNS = [
  'name',
  'nameEn',
  'kind',
  'parent',
  'unitCode',
  'agencyCode',
  'yearlyTransactions',
  'validFrom',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** A row as it stands in the sheet: what its cells show, as text. */
export type ImportRow = { row: number } & Partial<Record<ImportColumn, string | undefined>>;

export interface RowFault {
  /** As the spreadsheet numbers it. */
  row: number;
  column: ImportColumn;
  code: string;
}

interface Drafted {
  row: number;
  agency: Agency;
  /** The parent as it is written, by name or code. */
  parent: string;
}

type Report = (column: ImportColumn, code: string) => void;

/**
 * Checks all rows, each by itself, against one another, and against the agencies that there are.
 * @param at ms since the epoch
 * @returns the agencies to add, parents before children; of no use where there are faults
 */
export function checkRows(
  tree: Pick<Tree, 'all' | 'within'>,
  rows: ImportRow[],
  at: number,
): { faults: RowFault[]; agencies: Agency[] } {
  const faults: RowFault[] = [];
  const report =
    (row: number): Report =>
    (column, code) =>
      faults.push({ row, column, code });
  const drafts = rows.map((row) => draftOf(row, at, report(row.row)));
  findParents(tree, drafts, report);
  findRepeats(tree, drafts, report);
  findForeignCodes(tree, drafts, report);
  faults.sort((a, b) => a.row - b.row || IMPORT_COLUMNS.indexOf(a.column) - IMPORT_COLUMNS.indexOf(b.column));
  return { faults, agencies: parentsFirst(drafts.map(({ agency }) => agency)) };
}

function draftOf(row: ImportRow, at: number, report: Report): Drafted {
  const broken = new Set<ImportColumn>();
  const cell = (column: ImportColumn) => {
    const text = (row[column] ?? '').normalize('NFC').trim();
    const fault = cellFault(text);
    if (fault) {
      report(column, fault);
      broken.add(column);
    }
    return text;
  };
  const words = {
    name: cell('name'),
    nameEn: cell('nameEn') || null,
    unitCode: cell('unitCode') || null,
    agencyCode: cell('agencyCode') || null,
  };
  for (const { field, code } of checkAgencyWords(words))
    if (!broken.has(field)) report(field, codeFault(field, words[field] ?? '') ?? code);
  const kind = readKind(cell('kind'), (code) => broken.has('kind') || report('kind', code));
  if (words.unitCode && kind && rankingGroup(kind) !== 'local') report('unitCode', 'not_for_kind');
  if (kind && words.name && !fitsName(kind, words.name)) report('kind', 'other_than_name');
  const validFrom = readDay(
    cell('validFrom'),
    at,
    (code) => broken.has('validFrom') || report('validFrom', code),
  );
  const yearlyTransactions = readTransactions(
    cell('yearlyTransactions'),
    (code) => broken.has('yearlyTransactions') || report('yearlyTransactions', code),
  );
  const parent = cell('parent');
  if (parent === '') report('parent', 'missing');
  const agency: Agency = {
    id: randomUUID(),
    parentId: null,
    kind: kind ?? 'department',
    ...words,
    yearlyTransactions,
    validFrom,
    validTo: null,
    createdAt: at,
  };
  return { row: row.row, agency, parent: broken.has('parent') ? '' : parent };
}

/** What no cell may hold, whatever its column. */
function cellFault(text: string): string | null {
  if (/^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)/i.test(text)) return 'spreadsheet_error';
  if (/[\uFFFD]|Ã[\u0080-\u00BF]|áº|á»/u.test(text)) return 'wrong_encoding';
  if (text !== '' && /^[=+@]/.test(text)) return 'formula';
  if (/\p{Cc}/u.test(text)) return 'control_character';
  return null;
}

/** What spreadsheets are known to do to codes. */
function codeFault(column: string, text: string): string | null {
  if (column !== 'unitCode') return column === 'agencyCode' && /^[a-z]/.test(text) ? 'lower_case' : null;
  if (/^\d{1,4}$/.test(text)) return 'leading_zeros_lost';
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return 'scientific_notation';
  return /^\d{5}[.,]0+$/.test(text) ? 'decimals' : null;
}

/** How a kind may be written, folded: as in the templates of both languages, or the word of the API. */
const KINDS: Record<string, AgencyKind> = {
  'so, ban, nganh': 'department',
  so: 'department',
  ban: 'department',
  department: 'department',
  xa: 'commune',
  commune: 'commune',
  phuong: 'ward',
  ward: 'ward',
  'dac khu': 'special_zone',
  special_zone: 'special_zone',
  'special zone': 'special_zone',
  'co quan nganh doc': 'branch',
  branch: 'branch',
  'branch of a ministry': 'branch',
  'don vi su nghiep cong lap': 'service_unit',
  'don vi su nghiep': 'service_unit',
  service_unit: 'service_unit',
  'public service unit': 'service_unit',
};
const PROVINCES = ['province', 'tinh', 'thanh pho', 'tinh, thanh pho'];

function readKind(text: string, report: (code: string) => void): AgencyKind | null {
  const key = searchKey(text);
  const kind = KINDS[key] ?? null;
  if (key === '') report('missing');
  else if (PROVINCES.includes(key)) report('second_province');
  else if (!kind) report('unknown');
  return kind;
}

/** `UBND phường …` is no commune. */
function fitsName(kind: AgencyKind, name: string): boolean {
  const [, word] = /^(?:ubnd|uy ban nhan dan) (phuong|xa|dac khu) /.exec(searchKey(name)) ?? [];
  return !word || KINDS[word] === kind;
}

const FIRST_DAY = parseDay('1945-09-02');
/** Nobody decides on a new agency further ahead. */
const FURTHEST_DAYS = 2 * 366;

function readDay(text: string, at: number, report: (code: string) => void): number | null {
  if (text === '') return null;
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  const day = parseDay(iso);
  if (/^\d{5}$/.test(text)) report('date_as_number');
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) report('malformed');
  else if (Number.isNaN(day)) report('no_such_day');
  else if (day < FIRST_DAY) report('too_early');
  else if (day > dayOf(at) + FURTHEST_DAYS) report('too_late');
  else return day;
  return null;
}

/** `12500`, `12.500` and `12,500` are the same number: a part of a transaction there is none. */
function readTransactions(text: string, report: (code: string) => void): number | null {
  if (text === '') return null;
  const number = /^(\d+|\d{1,3}([., ]\d{3})+)$/.test(text) ? Number(text.replace(/[., ]/g, '')) : Number.NaN;
  if (Number.isNaN(number)) report('malformed');
  else if (number > MOST_TRANSACTIONS) report('number_too_large');
  else return number;
  return null;
}

/** A parent is named by its code or its name; it may stand in another row of the same file. */
function findParents(
  { all, within }: Pick<Tree, 'all' | 'within'>,
  drafts: Drafted[],
  report: (row: number) => Report,
): void {
  const candidates = byCodeAndName([...within, ...drafts.map(({ agency }) => agency)]);
  for (const { row, agency, parent } of drafts) {
    if (parent === '') continue;
    const found = candidates.get(searchKey(parent)) ?? [];
    const open = found.filter(({ validTo }) => validTo === null);
    const [first, second] = open;
    if (found.length === 0) report(row)('parent', 'unknown');
    else if (!first) report(row)('parent', 'closed');
    else if (second) report(row)('parent', 'ambiguous');
    else if (first === agency) report(row)('parent', 'itself');
    else agency.parentId = first.id;
    if (first && !second && agency.validFrom !== null && (first.validFrom ?? 0) > agency.validFrom)
      report(row)('validFrom', 'before_parent');
  }
  const parents = new Map(
    [...all, ...drafts.map(({ agency }) => agency)].map((each) => [each.id, each.parentId]),
  );
  for (const { row, agency } of drafts) if (isInCircle(agency.id, parents)) report(row)('parent', 'circle');
}

function byCodeAndName(agencies: Agency[]): Map<string, Agency[]> {
  const found = new Map<string, Agency[]>();
  for (const agency of agencies) {
    const names = new Set(
      [agency.name, agency.unitCode, agency.agencyCode].map((name) => searchKey(name ?? '')),
    );
    for (const name of names) if (name) found.set(name, [...(found.get(name) ?? []), agency]);
  }
  return found;
}

function isInCircle(id: string, parents: Map<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let up = parents.get(id); up && !seen.has(up); up = parents.get(up)) {
    if (up === id) return true;
    seen.add(up);
  }
  return false;
}

/** Codes are one agency's alone; names one's among those with the same parent. */
function findRepeats({ all }: Pick<Tree, 'all'>, drafts: Drafted[], report: (row: number) => Report): void {
  const open = all.filter(({ validTo }) => validTo === null);
  const keysOf = ({ parentId, name, unitCode, agencyCode }: Agency): [ImportColumn, string | null][] => [
    ['name', name && parentId && `${parentId}/${searchKey(name)}`],
    ['unitCode', unitCode],
    ['agencyCode', agencyCode],
  ];
  const text = ([column, value]: [ImportColumn, string | null]) => `${column}:${value}`;
  const taken = new Set(open.flatMap(keysOf).map(text));
  const inFile = new Set<string>();
  for (const { row, agency } of drafts)
    for (const key of keysOf(agency).filter(([, value]) => value)) {
      if (taken.has(text(key))) report(row)(key[0], 'taken');
      else if (inFile.has(text(key))) report(row)(key[0], 'repeated');
      inFile.add(text(key));
    }
}

/** Mã định danh of everything in a province begins with the province's; branches belong to their ministry. */
function findForeignCodes(
  { all }: Pick<Tree, 'all'>,
  drafts: Drafted[],
  report: (row: number) => Report,
): void {
  const own = all.find(({ parentId }) => parentId === null)?.agencyCode;
  if (!own) return;
  for (const { row, agency } of drafts)
    if (/^H\d{2}(\.|$)/.test(agency.agencyCode ?? '') && !agency.agencyCode?.startsWith(`${own}.`))
      report(row)('agencyCode', agency.agencyCode === own ? 'province_code' : 'other_province');
}

/** Rows may stand in any order; a parent must be written before its children. */
function parentsFirst(agencies: Agency[]): Agency[] {
  const rest = new Map(agencies.map((agency) => [agency.id, agency]));
  const sorted: Agency[] = [];
  const add = (agency: Agency) => {
    if (!rest.delete(agency.id)) return;
    const parent = rest.get(agency.parentId ?? '');
    if (parent) add(parent);
    sorted.push(agency);
  };
  for (const agency of agencies) add(agency);
  return sorted;
}
