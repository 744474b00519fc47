import { describe, expect, it } from 'vitest';
import { formatFor, textIn } from '../../client/console/format.ts';

const vi = formatFor('vi');
const en = formatFor('en');

describe('figures in the console', () => {
  it.each([
    [83.94, '83,94%', '83.94%'],
    [(100 * 1608) / 1670, '96,29%', '96.29%'],
    [0.125, '0,13%', '0.13%'],
    [1.005, '1,01%', '1.01%'],
    [0, '0,00%', '0.00%'],
    [100, '100,00%', '100.00%'],
  ])('a rate of %f is written %s in Vietnamese and %s in English', (rate, vietnamese, english) => {
    expect(vi.percent(rate)).toBe(vietnamese);
    expect(en.percent(rate)).toBe(english);
  });

  it.each([
    [1.4, '+1,40'],
    [-1.61, '−1,61'],
    [-0.125, '−0,13'],
    [0.001, '0,00'],
    [-0.001, '0,00'],
  ])('a change of %f points is written %s', (points, written) => {
    expect(vi.change(points)).toBe(written);
  });

  it('writes thousands with a point and an interval with a dash', () => {
    expect(vi.count(1608)).toBe('1.608');
    expect(vi.interval({ low: 82.1, high: 85.615 })).toBe('82,10–85,62');
  });

  it('writes days and times as they are in Viet Nam', () => {
    expect(vi.day('2026-11-22')).toBe('22/11/2026');
    expect(vi.range({ from: '2025-12-15', to: '2026-12-14' })).toBe('15/12/2025 – 14/12/2026');
    expect(vi.time(Date.UTC(2026, 10, 21, 17, 5, 9))).toBe('00:05:09');
    expect(en.day('2026-11-02')).toBe('02/11/2026');
  });

  it("shows a text in the reader's language, else in Vietnamese, else in any", () => {
    expect(textIn({ vi: 'Hài lòng', en: 'Satisfied' }, 'en')).toBe('Satisfied');
    expect(textIn({ vi: 'Hài lòng' }, 'en')).toBe('Hài lòng');
    expect(textIn({ fr: 'Satisfait' }, 'en')).toBe('Satisfait');
    expect(textIn({}, 'en')).toBe('');
  });
});
