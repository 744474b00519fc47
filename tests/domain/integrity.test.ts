import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import { detect } from '#domain/integrity.ts';
import type { Finding, Observed } from '#domain/integrity-findings.ts';
import {
  DEFAULT_OPENING_HOURS,
  isOpenAt,
  type OpeningHours,
  readOpeningHours,
} from '#domain/opening-hours.ts';
import { packSighting, patternOf, type Sighting, Sightings } from '#domain/sightings.ts';
import { Random } from '../../server/demo/random.ts';

const hours = readOpeningHours(DEFAULT_OPENING_HOURS) as OpeningHours;
/** A Monday. */
const FROM = parseDay('2026-10-05');
const TO = FROM + 27;
let seq = 0;

/** @param levels of the criteria, in order; any text stands for some */
const sighting = ({
  levels = '444',
  ...changes
}: Partial<Sighting> & { levels?: string } = {}): Sighting => ({
  seq: ++seq,
  day: FROM,
  minute: 9 * 60,
  pattern: patternOf(levels),
  kiosk: false,
  repeated: false,
  ...changes,
});

/** What a test says of touchpoints, and what the detectors are shown of them. */
type Seen = Omit<Observed, 'sightings'> & { sightings: Sighting[] };
const shown = (points: Seen[]): Observed[] =>
  points.map((one) => {
    const sightings = new Sightings();
    for (const each of one.sightings) sightings.add(each.day, packSighting(each));
    return { ...one, sightings };
  });

/** An office whose people come when it is open, most of them in the morning, and answer each in his own way. */
function honest(random: Random, id: string, perDay: number, { kiosk = false, straight = 0.3 } = {}): Seen {
  const sightings: Sighting[] = [];
  for (let day = FROM; day <= TO; day++) {
    if (!isOpenAt(hours, day, 9 * 60, 0)) continue;
    const rush = (day - FROM) % 7 === 0 ? 2 : 1;
    for (let left = poisson(random, perDay * rush); left > 0; left--) {
      const morning = random.next() < 0.65 || !isOpenAt(hours, day, 15 * 60, 0);
      const minute = morning
        ? 450 + Math.floor(240 * random.next() ** 1.5)
        : 810 + Math.floor(210 * random.next());
      const level = random.next() < 0.6 ? '5' : '4';
      const answers = Array.from({ length: 19 }, () =>
        random.next() < 0.7 ? level : random.pick(['3', '4', '5']),
      );
      const levels = random.next() < straight ? level.repeat(19) : answers.join('');
      sightings.push(sighting({ day, minute, levels, kiosk, repeated: random.next() < 0.002 }));
    }
  }
  return { id, group: 'local/one-stop@1', kioskSince: kiosk ? FROM : null, sightings };
}

function poisson(random: Random, mean: number): number {
  let n = 0;
  for (let product = random.next(); product > Math.exp(-mean); product *= random.next()) n++;
  return n;
}

/** 150 honest offices of all sizes, each with its own share of people who press the same throughout. */
function province(seed: number): Seen[] {
  const random = new Random(seed);
  return Array.from({ length: 150 }, (_, index) =>
    honest(random, `point-${index}`, 0.3 * 1.038 ** index, {
      kiosk: index % 3 === 0 && index > 60,
      straight: 0.1 + 0.5 * random.next(),
    }),
  );
}

const find = (points: Seen[]) => detect(shown(points), { from: FROM, to: TO, hours });
const at = (found: Finding[], id: string) => found.filter(({ touchpoint }) => touchpoint === id);
const added = (points: Seen[], id: string, more: Sighting[]) =>
  points.map((one) => (one.id === id ? { ...one, sightings: [...one.sightings, ...more] } : one));

describe('honest offices', () => {
  it('of every size give nearly no finding: at most two in twenty provinces’ months', () => {
    const found = Array.from({ length: 20 }, (_, seed) => find(province(seed))).flat();
    expect(found.map(({ kind, why }) => ({ kind, why })).slice(2)).toEqual([]);
  }, 60_000);

  it('are not suspected for one person who answers the same throughout, nor for a few who do', () => {
    const straight = Array.from({ length: 10 }, (_, index) => sighting({ day: FROM + index, levels: '555' }));
    for (let n = 0; n <= straight.length; n++)
      expect(find([{ id: 'a', group: 'g', kioskSince: null, sightings: straight.slice(0, n) }])).toEqual([]);
  });
});

describe('ballot-stuffing', () => {
  const points = province(7);

  it.each([
    ['point-5', 14],
    ['point-40', 20],
    ['point-90', 40],
    ['point-149', 160],
  ])('at %s, %i in ten minutes, is found as a burst, and only there', (id, n) => {
    const stuffed = Array.from({ length: n }, (_, index) =>
      sighting({ day: FROM + 8, minute: 600 + (index % 10), levels: `x ${index}` }),
    );
    const found = find(added(points, id, stuffed)).filter(({ kind }) => kind === 'burst');
    expect(found.map(({ touchpoint, from }) => [touchpoint, from])).toEqual([[id, FROM + 8]]);
    const seqs = new Set(found[0]?.responses);
    expect(stuffed.filter((one) => seqs.has(one.seq)).length).toBeGreaterThanOrEqual(n * 0.9);
    expect(found[0]?.why.n).toBeGreaterThanOrEqual(n);
  });

  it('spread over the month with one answer sheet copied is found as a pattern', () => {
    const sheet = '5554555545555554555';
    const copies = Array.from({ length: 40 }, (_, index) =>
      sighting({ day: FROM + (index % 25), minute: 480 + index, levels: sheet }),
    );
    const found = at(find(added(points, 'point-80', copies)), 'point-80');
    expect(found.map(({ kind }) => kind)).toEqual(['pattern']);
    expect(found[0]?.responses.toSorted()).toEqual(copies.map((one) => one.seq).toSorted());
    expect(found[0]?.why).toMatchObject({ n: 40, usual: 0 });
  });

  it('with the best level throughout is found far above what others show', () => {
    const best = '5'.repeat(19);
    const copies = Array.from({ length: 200 }, (_, index) =>
      sighting({ day: FROM + (index % 25), minute: 480 + (index % 200), levels: best }),
    );
    expect(at(find(added(points, 'point-70', copies)), 'point-70').map(({ kind }) => kind)).toEqual([
      'pattern',
    ]);
  });

  it('at night at a tablet is found; the same people at home are not', () => {
    const night = (kiosk: boolean) =>
      Array.from({ length: 8 }, (_, index) =>
        sighting({ day: FROM + 2, minute: 1200 + index * 9, kiosk, levels: `y ${index}` }),
      );
    const found = at(find(added(points, 'point-99', night(true))), 'point-99');
    expect(found).toMatchObject([
      { kind: 'outside_hours', from: FROM + 2, minutes: { from: 1200, to: 1263 }, why: { n: 8 } },
    ]);
    expect(at(find(added(points, 'point-98', night(false))), 'point-98')).toEqual([]);
  });

  it('from one browser is found from five a day on', () => {
    const again = (n: number) =>
      Array.from({ length: n }, (_, index) =>
        sighting({ day: FROM + 3, minute: 500 + index * 6, repeated: true, levels: `z ${index}` }),
      );
    const kinds = (n: number) =>
      at(find(added(points, 'point-91', again(n))), 'point-91').map(({ kind, why }) => [kind, why.n]);
    expect(kinds(6)).toEqual([['repeated', 6]]);
    expect(kinds(3)).toEqual([]);
  });
});

describe('a tablet without answers', () => {
  it('is found when others like it have some, and names the days', () => {
    const points = province(3).map((one) =>
      one.id === 'point-120'
        ? { ...one, sightings: one.sightings.filter(({ day }) => day < FROM + 7 || day > FROM + 18) }
        : one,
    );
    expect(at(find(points), 'point-120')).toMatchObject([
      { kind: 'silent_kiosk', from: FROM + 7, to: FROM + 18, responses: [], why: { days: 11 } },
    ]);
  });

  it('is nothing on holidays, when all are silent, nor before it was put up', () => {
    const holidays = province(3).map((one) => ({
      ...one,
      sightings: one.sightings.filter(({ day }) => day < FROM + 7 || day > FROM + 18),
    }));
    expect(find(holidays).filter(({ kind }) => kind === 'silent_kiosk')).toEqual([]);
    const later = province(3).map((one) =>
      one.id === 'point-120' ? { ...one, kioskSince: FROM + 25, sightings: [] } : one,
    );
    expect(at(find(later), 'point-120')).toEqual([]);
  });
});

describe('opening hours', () => {
  it('are read from a setting, or not at all', () => {
    expect(readOpeningHours('Mon 08:00-12:00')?.[0]).toEqual([{ from: 480, to: 720 }]);
    for (const bad of [
      '',
      'Mon',
      'Mon 8:00-12:00',
      'Xyz 08:00-12:00',
      'Fri-Mon 08:00-12:00',
      'Mon 12:00-08:00',
      'Mon 08:70-09:00',
      'Mon 08:00-25:00',
    ])
      expect(readOpeningHours(bad)).toBeNull();
  });

  it('leave a margin and know Sunday', () => {
    expect(isOpenAt(hours, FROM, 7 * 60, 30)).toBe(true);
    expect(isOpenAt(hours, FROM, 6 * 60 + 59, 30)).toBe(false);
    expect(isOpenAt(hours, FROM + 5, 15 * 60, 30)).toBe(false);
    expect(isOpenAt(hours, FROM + 6, 9 * 60, 30)).toBe(false);
  });
});
