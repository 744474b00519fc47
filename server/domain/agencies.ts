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
