// The kinds of agency in a province, and which of them are compared with one another.

export const AGENCY_KINDS = [
  'province',
  'department',
  'commune',
  'ward',
  'special_zone',
  'branch',
  'service_unit',
] as const;
/** department = sở, ban, ngành; branch = cơ quan ngành dọc; service_unit = đơn vị sự nghiệp công lập. */
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const RANKING_GROUPS = ['province', 'department', 'local', 'branch', 'service_unit'] as const;
export type RankingGroup = (typeof RANKING_GROUPS)[number];

/** Agencies are ranked among their like: communes, wards and special zones are one group, "UBND cấp xã". */
export function rankingGroup(kind: AgencyKind): RankingGroup {
  return kind === 'commune' || kind === 'ward' || kind === 'special_zone' ? 'local' : kind;
}

/** Official code of a commune, ward or special zone. */
const UNIT_CODE = /^\d{5}$/;
/** Mã định danh: `H13`, `H13.25`, `H13.25.101`, `G22.13` … */
const AGENCY_CODE = /^[A-Z]\d{2}(\.[A-Z0-9]{1,3}){0,3}$/;

export interface AgencyWords {
  name: string;
  nameEn: string | null;
  unitCode: string | null;
  agencyCode: string | null;
}
export type AgencyField = keyof AgencyWords;

const LONGEST_NAME = 200;

/** What is wrong with the names and codes of an agency below the province, by field, as stable codes. */
export function checkAgencyWords(words: AgencyWords): { field: AgencyField; code: string }[] {
  const found: { field: AgencyField; code: string }[] = [];
  for (const field of ['name', 'nameEn'] as const) {
    const code = nameFault(words[field] ?? '', field === 'name');
    if (code) found.push({ field, code });
  }
  if (words.unitCode !== null && !UNIT_CODE.test(words.unitCode))
    found.push({ field: 'unitCode', code: 'malformed' });
  if (words.agencyCode !== null && !AGENCY_CODE.test(words.agencyCode))
    found.push({ field: 'agencyCode', code: 'malformed' });
  return found;
}

function nameFault(name: string, required: boolean): string | null {
  if (name.trim() === '') return required ? 'missing' : null;
  if (name.length > LONGEST_NAME) return 'too_long';
  if (/\p{Cc}/u.test(name)) return 'control_character';
  if (/^[=+\-@]/.test(name)) return 'formula';
  return /\p{L}/u.test(name) ? null : 'no_letters';
}
