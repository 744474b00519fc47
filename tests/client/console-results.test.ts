import { describe, expect, it } from 'vitest';
import {
  axisStart,
  DEFAULT_ORDER,
  firstOrder,
  selectAgencies,
} from '../../client/console/features/results/agency-order.ts';
import { presetRange, readRange } from '../../client/console/features/results/range.ts';
import { parseDay } from '../../server/domain/days.ts';
import type { AgencyRow } from '../../server/domain/results.ts';

const today = parseDay('2026-11-22');
const read = (search: string) => readRange(new URLSearchParams(search), today, 14);

describe('the days of a results page', () => {
  it.each([
    ['this_month', 14, '2026-11-15', '2026-12-14'],
    ['last_month', 14, '2026-10-15', '2026-11-14'],
    ['this_quarter', 14, '2026-09-15', '2026-12-14'],
    ['last_12_months', 14, '2025-11-23', '2026-11-22'],
    ['this_month', 'calendar', '2026-11-01', '2026-11-30'],
    ['this_quarter', 'calendar', '2026-10-01', '2026-12-31'],
    ['last_12_months', 'calendar', '2025-11-23', '2026-11-22'],
  ] as const)('%s with closing day %s is %s to %s', (preset, closing, from, to) => {
    expect(presetRange(preset, today, closing)).toEqual({ preset, from, to });
  });

  it('are the ones in the address', () => {
    expect(read('from=2026-01-01&to=2026-01-01')).toEqual({
      preset: null,
      from: '2026-01-01',
      to: '2026-01-01',
    });
    expect(read('period=last_month').preset).toBe('last_month');
  });

  it.each([
    '',
    'period=fortnight',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-03-02&to=2026-03-01',
    'from=2026-03-02',
  ])('are the last twelve months for "%s"', (search) => {
    expect(read(search).preset).toBe('last_12_months');
  });
});

function row(name: string, group: AgencyRow['group'], rate: number | null, low = rate): AgencyRow {
  const interval = rate === null || low === null ? null : { low, high: 100 };
  const figure = { n: 50, rate, interval, rank: null, rankOf: 0, tied: false, hidden: false, weak: false };
  const kind = group === 'local' ? 'ward' : group;
  return {
    ...figure,
    id: name,
    name,
    kind,
    group,
    required: null,
    marked: { n: 0, rateWithout: null },
    previous: figure,
    valueChange: null,
    rankChange: null,
  };
}

const rows = [
  row('Phường Cái Răng', 'local', 80, 71),
  row('Phường Ô Môn', 'local', null),
  row('Sở Nội vụ', 'department', 90),
  row('Phường An Bình', 'local', 80),
];
const names = (options: Partial<Parameters<typeof selectAgencies>[1]>) =>
  selectAgencies(rows, { group: null, query: '', order: DEFAULT_ORDER, ...options }).map(({ name }) => name);

describe('the list of agencies', () => {
  it('begins with the highest rate, equals by name, those without a figure last', () => {
    expect(names({})).toEqual(['Sở Nội vụ', 'Phường An Bình', 'Phường Cái Răng', 'Phường Ô Môn']);
  });

  it('keeps those without a figure last when the order is turned', () => {
    expect(names({ order: { sort: 'rate', descending: false } }).at(-1)).toBe('Phường Ô Môn');
  });

  it('is found without diacritics and within a group', () => {
    expect(names({ query: 'cai rang' })).toEqual(['Phường Cái Răng']);
    expect(names({ group: 'department' })).toEqual(['Sở Nội vụ']);
  });

  it('begins names at A and figures at the largest', () => {
    expect(firstOrder('name').descending).toBe(false);
    expect(firstOrder('n').descending).toBe(true);
    expect(names({ order: firstOrder('name') })[0]).toBe('Phường An Bình');
  });

  it('draws its intervals on an axis from a round number at or below them all', () => {
    expect(axisStart(rows)).toBe(70);
    expect(axisStart([row('Sở Y tế', 'department', 99, 97)])).toBe(90);
    expect(axisStart([])).toBe(0);
  });
});
