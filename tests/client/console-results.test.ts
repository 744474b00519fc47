import { describe, expect, it } from 'vitest';
import { axisStart } from '../../client/console/charts/axis.ts';
import { findAttention } from '../../client/console/features/results/overview/attention.ts';
import { latestPeriods, presetRange, readRange } from '../../client/console/features/results/range.ts';
import { parseDay } from '../../server/domain/days.ts';
import { periodKey } from '../../server/domain/periods.ts';
import type { AgencyResults, AgencyRow, Results } from '../../server/domain/results.ts';
import { wilson } from '../../server/domain/statistics.ts';

const today = parseDay('2026-11-22');
const read = (search: string) => readRange(new URLSearchParams(search), today, 14);

describe('the days of a results page', () => {
  it.each([
    ['this_month', 14, '2026-11-15', '2026-12-14'],
    ['last_month', 14, '2026-10-15', '2026-11-14'],
    ['this_quarter', 14, '2026-09-15', '2026-12-14'],
    ['this_year', 14, '2025-12-15', '2026-12-14'],
    ['last_12_months', 14, '2025-11-23', '2026-11-22'],
    ['this_month', 'calendar', '2026-11-01', '2026-11-30'],
    ['this_quarter', 'calendar', '2026-10-01', '2026-12-31'],
    ['last_12_months', 'calendar', '2025-11-23', '2026-11-22'],
  ] as const)('%s with closing day %s is %s to %s', (preset, closing, from, to) => {
    expect(presetRange(preset, today, closing)).toMatchObject({ preset, from, to });
  });

  it('are the ones in the address', () => {
    expect(read('from=2026-01-01&to=2026-01-01')).toEqual({
      preset: null,
      period: null,
      from: '2026-01-01',
      to: '2026-01-01',
    });
    expect(read('period=last_month').preset).toBe('last_month');
    expect(read('period=2026-half-1')).toEqual({
      preset: null,
      period: '2026-half-1',
      from: '2025-12-15',
      to: '2026-06-14',
    });
  });

  it.each([
    '',
    'period=fortnight',
    'period=2026-half-3',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-03-02&to=2026-03-01',
    'from=2026-03-02',
  ])('are the last twelve months for "%s"', (search) => {
    expect(read(search).preset).toBe('last_12_months');
  });
});

it('offers the latest periods of every kind, the running one first, with those of a year ago', () => {
  const keys = latestPeriods(today, 14).map(({ periods }) => periods.map(periodKey));
  expect(keys.map((kind) => [kind[0], kind.length])).toEqual([
    ['2026-month-12', 18],
    ['2026-quarter-4', 8],
    ['2026-half-2', 4],
    ['2026-year-1', 3],
  ]);
  expect(keys[0]).toContain('2025-month-12');
});

function row(name: string, n: number, rate: number | null): AgencyRow {
  const place = { rank: null, rankOf: 0, tied: false, hidden: rate === null, weak: n < 30 };
  const figure = { n, rate, interval: rate === null ? null : wilson(rate, n), ...place };
  return {
    ...figure,
    id: name,
    name,
    kind: 'ward',
    group: 'local',
    required: null,
    marked: { n: 0, rateWithout: null },
    standing: null,
    previous: figure,
    valueChange: null,
    rankChange: null,
  };
}

describe('what needs attention', () => {
  const group = { group: 'local' as const, agencies: 3, n: 500, rate: 90, weight: 1 };
  const ranking = (...agencies: AgencyRow[]) => ({ groups: [group], agencies }) as AgencyResults;
  const criterion = (code: string, rate: number | null, weak = false) => ({ code, rate, weak });
  const results = {
    parts: [
      {
        factors: [
          { criteria: [criterion('a', 95), criterion('b', 70), criterion('c', 50, true)] },
          { criteria: [criterion('d', null), criterion('e', 80), criterion('f', 60)] },
        ],
      },
    ],
  } as unknown as Results;
  const names = (rows: AgencyRow[]) => rows.map(({ name }) => name);

  it('are agencies without answers, with few, and those further below their group than chance explains', () => {
    const found = findAttention(
      results,
      ranking(
        row('Không', 0, null),
        row('Ít', 29, 10),
        row('Ẩn', 9, null),
        row('Kém', 100, 79),
        row('Vừa', 100, 82),
      ),
    );
    expect(names(found.silent)).toEqual(['Không']);
    expect(names(found.weak)).toEqual(['Ít', 'Ẩn']);
    expect(names(found.below)).toEqual(['Kém']);
  });

  it('are the lowest criteria, of those that enough people answered', () => {
    expect(findAttention(results, ranking()).lowest.map(({ code }) => code)).toEqual(['f', 'b', 'e']);
  });

  it('holds nobody against a group whose rate is withheld', () => {
    const alone = { groups: [], agencies: [row('Kém', 100, 20)] } as unknown as AgencyResults;
    expect(findAttention(results, alone).below).toEqual([]);
  });
});

it('draws intervals on an axis from a round number at or below them all', () => {
  expect(axisStart([71, 90, 80])).toBe(70);
  expect(axisStart([97])).toBe(90);
  expect(axisStart([])).toBe(90);
});
