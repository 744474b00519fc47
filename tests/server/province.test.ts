import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listProvinces, provinceTree } from '../../server/agencies/province.ts';

const LOCAL = ['commune', 'ward', 'special_zone'];

function localUnits(unitCode: string) {
  return (provinceTree(unitCode)?.children ?? []).filter((child) => LOCAL.includes(child.kind));
}

describe('the provinces', () => {
  test('are 34, each with its own two codes', () => {
    const provinces = listProvinces();
    expect(provinces).toHaveLength(34);
    expect(new Set(provinces.map((province) => province.unitCode)).size).toBe(34);
    expect(new Set(provinces.map((province) => province.agencyCode)).size).toBe(34);
    for (const province of provinces) expect(province.agencyCode).toMatch(/^H\d\d$/);
  });

  test('find their agency code however the tone mark is written', () => {
    const named = (name: string) => listProvinces().find((province) => province.name === name);
    expect(named('Tỉnh Thanh Hoá')).toMatchObject({ unitCode: '38', agencyCode: 'H56' });
    expect(named('Tỉnh Khánh Hoà')).toMatchObject({ unitCode: '56', agencyCode: 'H32' });
    expect(named('Thành phố Huế')).toMatchObject({ unitCode: '46', agencyCode: 'H57' });
    expect(named('Thành phố Hà Nội')).toMatchObject({ nameEn: 'Hanoi City', agencyCode: 'H26' });
  });

  test('hold 3,321 communes, wards and special zones, each once', () => {
    const codes = listProvinces().flatMap(({ unitCode }) =>
      localUnits(unitCode).map((unit) => unit.unitCode),
    );
    expect(codes).toHaveLength(3321);
    expect(new Set(codes).size).toBe(3321);
    for (const code of codes) expect(code).toMatch(/^\d{5}$/);
  });
});

describe('the tree of a province', () => {
  test('of Thành phố Cần Thơ has 103 communes and wards and about twenty offices', () => {
    const tree = provinceTree('92');
    expect(tree?.province).toEqual({
      kind: 'province',
      name: 'Thành phố Cần Thơ',
      nameEn: 'Can Tho City',
      unitCode: '92',
      agencyCode: 'H13',
    });
    expect(localUnits('92')).toHaveLength(103);
    const offices = (tree?.children ?? []).filter((child) => !LOCAL.includes(child.kind));
    expect(offices).toHaveLength(22);
    expect(new Set(offices.map((office) => office.kind))).toEqual(
      new Set(['department', 'branch', 'service_unit']),
    );
    expect(new Set((tree?.children ?? []).map((child) => child.name)).size).toBe(125);
  });

  test.each([
    ['92', '31186', 'ward', 'UBND phường Cái Răng', "People's Committee of Cai Rang Ward"],
    ['92', '31299', 'commune', 'UBND xã Phong Điền', "People's Committee of Phong Dien Commune"],
    ['20', '06325', 'commune', 'UBND xã Bắc Sơn', "People's Committee of Bac Son Commune"],
    [
      '91',
      '31078',
      'special_zone',
      'UBND đặc khu Phú Quốc',
      "People's Committee of Phu Quoc Special Administrative Region",
    ],
  ])('of %s names unit %s as the office of a %s', (province, unitCode, kind, name, nameEn) => {
    const unit = localUnits(province).find((each) => each.unitCode === unitCode);
    expect(unit).toEqual({ kind, name, nameEn, unitCode, agencyCode: null });
  });

  test('names the offices after the province', () => {
    const names = (unitCode: string) => provinceTree(unitCode)?.children.map((child) => child.name);
    expect(names('92')).toContain('Thanh tra thành phố Cần Thơ');
    expect(names('96')).toContain('Văn phòng UBND tỉnh Cà Mau');
    expect(names('92')).toContain('Sở Nông nghiệp và Môi trường');
    expect(names('92')?.join()).not.toMatch(/[{}]/);
  });

  test.each(['', '00', '9', '31186', 'Cần Thơ'])('does not exist for the code "%s"', (code) => {
    expect(provinceTree(code)).toBeNull();
  });
});

test('no field of the tables is quoted, so that a plain split reads them', () => {
  for (const file of ['administrative-units.csv', 'province-agency-codes.csv']) {
    const text = readFileSync(new URL(`../../server/agencies/${file}`, import.meta.url), 'utf8');
    const [heading = '', ...rows] = text.trim().split('\n');
    expect(text).not.toMatch(/["\r]/);
    for (const row of rows) expect(row.split(',')).toHaveLength(heading.split(',').length);
  }
});
