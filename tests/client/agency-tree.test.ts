import { describe, expect, it } from 'vitest';
import type { Agency } from '../../client/console/features/agencies/queries.ts';
import { growForest, linesOf } from '../../client/console/features/agencies/tree.ts';

function agency(id: string, parentId: string | null, more: Partial<Agency> = {}): Agency {
  const kind = parentId === null ? 'province' : 'department';
  const none = {
    nameEn: null,
    unitCode: null,
    agencyCode: null,
    yearlyTransactions: null,
    validFrom: null,
    validTo: null,
  };
  return { id, parentId, kind, name: id, touchpoints: 0, ...none, ...more };
}

const AGENCIES = [
  agency('Cần Thơ', null),
  agency('Phường Ô Môn', 'Cần Thơ', { kind: 'ward', unitCode: '31153' }),
  agency('Sở Y tế', 'Cần Thơ'),
  agency('Sở Công Thương', 'Cần Thơ', { agencyCode: 'H13.02' }),
  agency('Bệnh viện', 'Sở Y tế', { kind: 'service_unit' }),
  agency('Sở Cũ', 'Cần Thơ', { validTo: '2025-06-30' }),
];
const open = ({ validTo }: Agency) => validTo === null;
const lines = (wanted: Partial<Parameters<typeof linesOf>[1]>, unfolded: string[], agencies = AGENCIES) =>
  linesOf(growForest(agencies), { query: '', kind: '', closed: false, ...wanted }, new Set(unfolded), open);
const names = (found: ReturnType<typeof lines>) =>
  found.map(({ agency: { name }, depth }) => `${'.'.repeat(depth)}${name}`);

describe('the tree of agencies', () => {
  it('shows what is unfolded, by kind and in Vietnamese order, and hides what is closed', () => {
    expect(names(lines({}, ['Cần Thơ', 'Sở Y tế']))).toEqual([
      'Cần Thơ',
      '.Sở Công Thương',
      '.Sở Y tế',
      '..Bệnh viện',
      '.Phường Ô Môn',
    ]);
    expect(names(lines({}, []))).toEqual(['Cần Thơ']);
    expect(names(lines({ closed: true }, ['Cần Thơ']))).toContain('.Sở Cũ');
  });

  it('counts what lies below a line and says which place it has', () => {
    const [top, first] = lines({}, ['Cần Thơ']);
    expect(top).toMatchObject({ children: 3, unfolded: true, position: 1, siblings: 1 });
    expect(first).toMatchObject({ children: 0, unfolded: false, position: 1, siblings: 3 });
  });

  it('is a flat list of what was searched for, by name without diacritics or by either code', () => {
    expect(names(lines({ query: 'o mon' }, []))).toEqual(['Phường Ô Môn']);
    expect(names(lines({ query: 'h13.02' }, []))).toEqual(['Sở Công Thương']);
    expect(names(lines({ query: '31153' }, []))).toEqual(['Phường Ô Môn']);
    expect(names(lines({ query: 'so cu' }, []))).toEqual([]);
    expect(names(lines({ kind: 'department' }, []))).toEqual(['Sở Công Thương', 'Sở Y tế']);
  });

  it('begins with the top of whoever sees only a part of it', () => {
    expect(names(lines({}, ['Sở Y tế'], AGENCIES.slice(2, 3).concat(AGENCIES[4] as Agency)))).toEqual([
      'Sở Y tế',
      '.Bệnh viện',
    ]);
  });
});
