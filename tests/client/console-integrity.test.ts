import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import {
  findingsFilter,
  isTooLong,
  latestDays,
  presetDays,
} from '../../client/console/features/integrity/filter.ts';
import { figuresIn } from '../../client/console/features/integrity/words.ts';
import { formatFor } from '../../client/console/format.ts';

const TODAY = parseDay('2026-11-20');
const asked = (query: string) => findingsFilter(new URLSearchParams(query), TODAY);

describe('the days whose findings are shown', () => {
  it('are the last four weeks until others are asked for, today among them', () => {
    expect(asked('')).toEqual({ from: '2026-10-24', to: '2026-11-20', agency: null });
    expect(presetDays('quarter', TODAY)).toEqual({ from: '2026-08-21', to: '2026-11-20' });
    expect(asked('from=2026-11-01&agency=a')).toEqual({ from: '2026-11-01', to: '2026-11-20', agency: 'a' });
  });

  it('are a quarter of a year at most', () => {
    expect(isTooLong({ ...presetDays('quarter', TODAY), agency: null })).toBe(false);
    expect(isTooLong({ from: '2026-08-20', to: '2026-11-20', agency: null })).toBe(true);
  });

  it('are the latest quarter of a year of days that are too many, and the same days of fewer', () => {
    const quarter = presetDays('quarter', TODAY);
    expect(latestDays({ from: '2025-11-21', to: '2026-11-20' })).toEqual(quarter);
    expect(latestDays(quarter)).toEqual(quarter);
    expect(latestDays({ from: '2026-11-20', to: '2026-11-20' })).toEqual({
      from: '2026-11-20',
      to: '2026-11-20',
    });
  });

  it('are put right where the address holds nonsense or the wrong order', () => {
    expect(asked('from=yesterday&to=2026-02-30')).toMatchObject({ from: '2026-10-24', to: '2026-11-20' });
    expect(asked('from=2026-11-10&to=2026-11-01')).toMatchObject({ from: '2026-11-01', to: '2026-11-10' });
  });
});

it('the numbers of a finding are written as the reader’s language writes them, with one decimal at most', () => {
  expect(figuresIn({ n: 1234, share: 70.8, usual: 0 }, formatFor('vi'))).toEqual({
    n: '1.234',
    share: '70,8',
    usual: '0',
  });
  expect(figuresIn({ share: 70.8 }, formatFor('en'))).toEqual({ share: '70.8' });
});
