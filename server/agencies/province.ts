// The 34 provinces and their 3,321 communes, wards and special zones, to start an installation from.
// administrative-units.csv: Quyết định 19/2025/QĐ-TTg with the changes in force on 30/04/2026, official names unaltered.
// province-agency-codes.csv: the provinces' codes (mã định danh, Hxx); no public table gives those of communes.
import { readFileSync } from 'node:fs';
import type { AgencyKind } from '#domain/agencies.ts';
import { searchKey } from '#domain/search.ts';
import { departmentsOf, type Office } from './departments.ts';

/** An agency to be created, before it has an identity of its own. */
export interface AgencySeed {
  kind: AgencyKind;
  name: string;
  nameEn: string;
  /** Official code of the administrative unit: 2 digits for a province, 5 below; null for an office without one. */
  unitCode: string | null;
  /** Mã định danh, `Hxx` or `Hxx.yyy`. */
  agencyCode: string | null;
}

export interface Province {
  unitCode: string;
  name: string;
  nameEn: string;
  agencyCode: string | null;
}

interface Unit {
  code: string;
  /** Code of the province; empty for a province itself. */
  parent: string;
  kind: AgencyKind;
  name: string;
  nameEn: string;
}

const KINDS: Record<string, AgencyKind> = {
  city: 'province',
  province: 'province',
  commune: 'commune',
  ward: 'ward',
  'special-zone': 'special_zone',
};

/** All provinces and centrally-run cities in the order of their codes. */
export function listProvinces(): Province[] {
  return provincesAmong(readUnits());
}

/**
 * A province with its offices and its communes, wards and special zones, ready to be created.
 * @param unitCode the province's official two-digit code, such as `92` for Thành phố Cần Thơ
 * @param given its offices, where they are not the usual ones
 * @returns null when no province has this code
 */
export function provinceTree(
  unitCode: string,
  given?: Office[],
): { province: AgencySeed; children: AgencySeed[] } | null {
  const units = readUnits();
  const province = provincesAmong(units).find((each) => each.unitCode === unitCode);
  if (!province) return null;
  const offices = (given ?? officesOf(province)).map((office) => ({
    ...office,
    unitCode: null,
    agencyCode: null,
  }));
  const communes = units.filter((unit) => unit.parent === unitCode).map(peoplesCommittee);
  return { province: { kind: 'province', ...province }, children: [...offices, ...communes] };
}

/** The offices that a province starts with, unless it says otherwise. */
export function officesOf({ name, nameEn }: Pick<Province, 'name' | 'nameEn'>): Office[] {
  return departmentsOf({ name: lowerFirst(name), nameEn });
}

function provincesAmong(units: Unit[]): Province[] {
  const codes = readAgencyCodes();
  return units
    .filter((unit) => unit.kind === 'province')
    .map(({ code, name, nameEn }) => {
      const agencyCode = codes.get(plainName(name)) ?? null;
      return { unitCode: code, name, nameEn, agencyCode };
    });
}

function peoplesCommittee({ code, kind, name, nameEn }: Unit): AgencySeed {
  return {
    kind,
    name: `UBND ${lowerFirst(name)}`,
    nameEn: `People's Committee of ${nameEn.replace('Special administrative region', 'Special Administrative Region')}`,
    unitCode: code,
    agencyCode: null,
  };
}

/** Inside a sentence the kind of unit is written small: `Phường Cái Răng` → `phường Cái Răng`. */
function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The two tables write the tone mark differently (Thanh Hoá, Thanh Hóa), and only one names the kind. */
function plainName(name: string): string {
  return searchKey(name).replace(/^(tinh|thanh pho) /, '');
}

let units: Unit[] | null = null;

/** Read once: anybody may ask for the provinces. */
function readUnits(): Unit[] {
  units ??= readTable('administrative-units.csv').map(
    ([code = '', parent = '', word = '', name = '', nameEn = '']) => {
      const kind = KINDS[word];
      if (!kind) throw new Error(`administrative-units.csv: unit ${code} has the unknown kind "${word}"`);
      return { code, parent, kind, name, nameEn };
    },
  );
  return units;
}

function readAgencyCodes(): Map<string, string> {
  const rows = readTable('province-agency-codes.csv');
  return new Map(rows.map(([agencyCode = '', province = '']) => [plainName(province), agencyCode]));
}

/** Rows below the heading. Enough for these two files, which quote no field. */
function readTable(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
