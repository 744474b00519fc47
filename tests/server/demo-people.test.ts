import { describe, expect, test } from 'vitest';
import { canonicalAnswers, checkAnswers } from '#domain/answers.ts';
import { dayOf, dayOfDate, formatDay, startOfDay } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { full } from '#domain/questionnaires/full.ts';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import { short } from '#domain/questionnaires/short.ts';
import { DONT_KNOW } from '#domain/questions.ts';
import { type Submission, submissionSchema } from '#domain/submissions.ts';
import { countResponse, emptyTally, momentsOf, optionCount, tallyLayout } from '#domain/tally.ts';
import { provinceTree } from '../../server/agencies/province.ts';
import * as comments from '../../server/demo/comments.ts';
import { Random } from '../../server/demo/random.ts';
import { type DemoOptions, type DemoTouchpoint, demoSubmissions } from '../../server/demo/submissions.ts';

const touchpoints: DemoTouchpoint[] = (provinceTree('92')?.children ?? []).flatMap(({ kind }, index) => {
  const agencyId = `agency-${index}`;
  const counter = {
    code: `C${index}`,
    agencyId,
    kind,
    questionnaire: 'one-stop@1',
    channel: 'kiosk' as const,
  };
  const poster = { code: `P${index}`, agencyId, kind, questionnaire: 'short@1', channel: 'web' as const };
  return index % 4 === 0 ? [counter, poster] : [counter];
});
const options: DemoOptions = {
  seed: 20_260,
  count: 20_000,
  questionnaires: [oneStop, short],
  touchpoints,
  from: dayOfDate(2025, 11, 1),
  to: dayOfDate(2026, 10, 31),
};
const year = demoSubmissions(options);
const atCounters = year.filter(({ channel }) => channel === 'kiosk');

const SERVICES = 'services';

function momentsOfAll(submissions: Submission[], node = SERVICES) {
  const layout = tallyLayout(oneStop);
  const tally = emptyTally(layout);
  for (const { answers } of submissions) countResponse(layout, tally, answers);
  return momentsOf(layout, tally, node);
}

/** Percent satisfied over all criteria of the one-stop questionnaire, or of one of its factors. */
function rate(submissions: Submission[], node = SERVICES) {
  const { s, v } = momentsOfAll(submissions, node);
  return (100 * s) / v;
}

function groups<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return found;
}

const localTime = (iso: string) => {
  const instant = Date.parse(iso);
  return { day: dayOf(instant), hour: (instant - startOfDay(dayOf(instant))) / 3_600_000 };
};

describe('the simulated responses', () => {
  test('are as many as asked for, each with its own id, in the order of answering', () => {
    expect(year).toHaveLength(20_000);
    expect(new Set(year.map(({ id }) => id)).size).toBe(20_000);
    const times = year.map(({ answeredAt }) => answeredAt);
    expect(times).toEqual([...times].sort());
  });

  test('are the same for the same seed and others for another', () => {
    const few = { ...options, count: 400 };
    expect(demoSubmissions(few)).toEqual(demoSubmissions(structuredClone(few)));
    const other = demoSubmissions({ ...few, seed: 1 });
    expect(other[0]?.id).not.toBe(demoSubmissions(few)[0]?.id);
  });

  test('are what a device would send', () => {
    for (const submission of year.slice(0, 500))
      expect(submissionSchema.parse(submission)).toEqual(submission);
  });

  test('are valid answers in canonical form', () => {
    const known: Record<string, Questionnaire> = { 'one-stop@1': oneStop, 'short@1': short };
    const faults = year.slice(0, 6_000).flatMap<unknown>(({ id, questionnaire: version, answers }) => {
      const questionnaire = known[version];
      if (!questionnaire) return [{ id, version }];
      const canonical = canonicalAnswers(questionnaire, answers);
      const changed = JSON.stringify(canonical) !== JSON.stringify(answers);
      return [...checkAnswers(questionnaire, canonical), ...(changed ? [{ id, canonical }] : [])];
    });
    expect(faults).toEqual([]);
  });

  test('stay within the days asked for, even when nobody would come on them', () => {
    const days = year.map(({ answeredAt }) => localTime(answeredAt).day);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(options.from);
    expect(Math.max(...days)).toBeLessThanOrEqual(options.to);
    const sunday = dayOfDate(2026, 10, 4);
    const onSunday = demoSubmissions({ ...options, count: 300, from: sunday, to: sunday });
    expect(new Set(onSunday.map(({ answeredAt }) => formatDay(localTime(answeredAt).day)))).toEqual(
      new Set(['2026-10-04']),
    );
    expect(onSunday).toHaveLength(300);
  });

  test('are none without touchpoints, and a fault with an unknown questionnaire', () => {
    expect(demoSubmissions({ ...options, touchpoints: [] })).toEqual([]);
    expect(() => demoSubmissions({ ...options, questionnaires: [short] })).toThrow(RangeError);
  });
});

describe('any questionnaire', () => {
  const odd: Questionnaire = {
    ...full,
    code: 'odd',
    scales: {
      ...full.scales,
      three: {
        levels: [
          { code: 'good', text: { vi: 'Rất hài lòng', en: 'Very satisfied' }, satisfied: true },
          { code: 'fair', text: { vi: 'Hài lòng', en: 'Satisfied' }, satisfied: true },
          { code: 'bad', text: { vi: 'Không hài lòng', en: 'Dissatisfied' }, satisfied: false },
        ],
      },
    },
    parts: full.parts.map((part) => ({ ...part, scale: 'three' })),
    after: [
      {
        code: 'reasons',
        title: { vi: 'Lý do', en: 'Reasons' },
        questions: [
          {
            type: 'multiple',
            code: 'reason',
            text: { vi: 'Vì sao?', en: 'Why?' },
            required: true,
            atMost: 2,
            visibleWhen: [{ question: 'c23', oneOf: ['bad'] }],
            options: ['a', 'b', 'c'].map((code) => ({ code, text: { vi: code, en: code } })),
          },
          { type: 'text', code: 'why', text: { vi: 'Kể thêm', en: 'More' }, required: true, maxLength: 12 },
        ],
      },
    ],
  };

  test.each([
    ['the full form', full],
    ['one with conditions, several choices, required text and a scale of three from the best down', odd],
  ])('is answered validly: %s', (_, questionnaire) => {
    const version = `${questionnaire.code}@${questionnaire.version}`;
    const submissions = demoSubmissions({
      ...options,
      count: 600,
      questionnaires: [questionnaire],
      touchpoints: touchpoints.map((touchpoint) => ({ ...touchpoint, questionnaire: version })),
    });
    const issues = submissions.flatMap(({ answers }) =>
      checkAnswers(questionnaire, canonicalAnswers(questionnaire, answers)),
    );
    expect(issues).toEqual([]);
    if (questionnaire !== odd) return;
    const asked = submissions.filter(({ answers }) => answers.reason !== undefined);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.every(({ answers }) => answers.c23 === 'bad')).toBe(true);
  });
});

describe('the simulated people', () => {
  test('differ from agency to agency, most agencies between 65 % and 98 %', () => {
    const rates = [...groups(atCounters, ({ touchpoint }) => touchpoint).values()].map((own) => rate(own));
    const mean = rates.reduce((sum, each) => sum + each, 0) / rates.length;
    const deviation = Math.sqrt(rates.reduce((sum, each) => sum + (each - mean) ** 2, 0) / rates.length);
    expect(mean).toBeGreaterThan(80);
    expect(mean).toBeLessThan(90);
    expect(deviation).toBeGreaterThan(4);
    expect(deviation).toBeLessThan(9);
    expect(rates.filter((each) => each < 65 || each > 98).length).toBeLessThan(rates.length / 20);
  });

  test('leave no touchpoint without answers and fill some', () => {
    const counts = [...groups(year, ({ touchpoint }) => touchpoint).values()].map((own) => own.length);
    expect(counts).toHaveLength(touchpoints.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...counts)).toBeGreaterThan(500);
  });

  test('like officials better than access, and petitions least', () => {
    const [access, procedures, officials, feedback] = ['access', 'procedures', 'officials', 'feedback'].map(
      (factor) => rate(atCounters, factor),
    );
    expect(officials).toBeGreaterThan(procedures ?? Number.NaN);
    expect(procedures).toBeGreaterThan(access ?? Number.NaN);
    expect(access).toBeGreaterThan(feedback ?? Number.NaN);
  });

  test('over 60 are happier with the officials and less with access than the young', () => {
    const aged = (age: string) => atCounters.filter(({ answers }) => answers.age === age);
    expect(rate(aged('over_60'), 'officials')).toBeGreaterThan(rate(aged('18_24'), 'officials') + 2);
    expect(rate(aged('over_60'), 'access')).toBeLessThan(rate(aged('18_24'), 'access') - 4);
  });

  test('are less satisfied before Tết and at the end of the year', () => {
    const within = (from: string, to: string) =>
      atCounters.filter(({ answeredAt }) => answeredAt >= from && answeredAt < to);
    const spring = rate(within('2026-03-01', '2026-06-01'));
    expect(rate(within('2026-02-02', '2026-02-15'))).toBeLessThan(spring - 3);
    expect(rate(within('2025-12-12', '2026-01-01'))).toBeLessThan(spring - 2);
    expect(within('2026-02-17', '2026-02-20')).toEqual([]);
  });

  test('answer much alike from question to question', () => {
    const { people, s, v, ss } = momentsOfAll(atCounters);
    const share = s / v;
    const valid = v / people;
    const ifIndependent = valid * share * (1 - share);
    expect(ss / people - (s / people) ** 2).toBeGreaterThan(3 * ifIndependent);
  });

  test('use every level, mostly "satisfied", and seldom "don\'t know"', () => {
    const layout = tallyLayout(oneStop);
    const tally = emptyTally(layout);
    for (const { answers } of atCounters) countResponse(layout, tally, answers);
    const share = (level: string) => {
      const counts = [...layout.criteria.keys()].map((code) => optionCount(layout, tally, code, level));
      return counts.reduce((sum, n) => sum + n, 0) / (atCounters.length * layout.criteria.size);
    };
    expect(share(DONT_KNOW)).toBeGreaterThan(0.02);
    expect(share(DONT_KNOW)).toBeLessThan(0.06);
    const [worst = 0, bad = 0, neutral = 0, good = 0, best = 0] = ['1', '2', '3', '4', '5'].map(share);
    expect(worst).toBeGreaterThan(0.002);
    expect([bad > worst, neutral > bad, best > neutral, good > best]).toEqual([true, true, true, true]);
    const petitions = optionCount(layout, tally, 'c31', DONT_KNOW);
    expect(petitions).toBeGreaterThan(2 * optionCount(layout, tally, 'c23', DONT_KNOW));
  });

  test('tell about themselves in seven cases out of ten, with gaps', () => {
    const told = (code: string) =>
      year.filter(({ answers }) => answers[code] !== undefined).length / year.length;
    for (const code of [
      'age',
      'gender',
      'education',
      'occupation',
      'residence',
      'terrain',
      'procedure_field',
    ]) {
      expect(told(code)).toBeGreaterThan(0.58);
      expect(told(code)).toBeLessThan(0.7);
    }
    const ages = new Set(year.map(({ answers }) => answers.age));
    expect(ages).toEqual(new Set([undefined, '18_24', '25_34', '35_49', '50_60', 'over_60']));
  });

  test('come to the counter in its hours, on the web in the evening too', () => {
    const closed = atCounters.filter(({ answeredAt }) => {
      const { day, hour } = localTime(answeredAt);
      const weekday = new Date(day * 86_400_000).getUTCDay();
      return weekday === 0 || hour < 7.5 || hour >= (weekday === 6 ? 11.5 : 17);
    });
    expect(closed).toEqual([]);
    const hours = atCounters.map(({ answeredAt }) => Math.floor(localTime(answeredAt).hour));
    const at = (hour: number) => hours.filter((each) => each === hour).length;
    expect(at(12)).toBeLessThan(at(9) / 3);
    const evenings = year.filter(
      ({ channel, answeredAt }) => channel === 'web' && localTime(answeredAt).hour >= 18,
    );
    expect(evenings.length).toBeGreaterThan(100);
  });

  test('take a believable time', () => {
    const seconds = year
      .map(({ startedAt, answeredAt }) => (Date.parse(answeredAt) - Date.parse(startedAt)) / 1000)
      .sort((a, b) => a - b);
    expect(seconds[0]).toBeGreaterThan(8);
    expect(seconds[10_000]).toBeGreaterThan(45);
    expect(seconds.at(-1)).toBeLessThan(1800);
  });
});

describe('the comments', () => {
  const written = year.filter(({ answers }) => answers.comment !== undefined);

  test('are written by about one person in twelve, in many different words', () => {
    expect(written.length / year.length).toBeGreaterThan(0.06);
    expect(written.length / year.length).toBeLessThan(0.1);
    expect(new Set(written.map(({ answers }) => answers.comment)).size).toBeGreaterThan(900);
    const { PRAISE, COMPLAINTS, SUGGESTIONS } = comments;
    const stems = [PRAISE, COMPLAINTS].flatMap((phrases) => Object.values(phrases).flat());
    expect(new Set([...stems, ...SUGGESTIONS]).size).toBeGreaterThanOrEqual(60);
  });

  test('have every slot filled, no digits long enough for a telephone, and only known slots', () => {
    for (const { answers } of written) expect(answers.comment).not.toMatch(/[{}]|undefined|\d{3}/);
    const { PRAISE, COMPLAINTS, SUGGESTIONS, DETAILS } = comments;
    const stems = [...Object.values(PRAISE).flat(), ...Object.values(COMPLAINTS).flat(), ...SUGGESTIONS];
    const slots = stems.join(' ').match(/(?<=\{)\w+(?=\})/g) ?? [];
    expect(new Set(slots)).toEqual(new Set([...Object.keys(DETAILS), 'paper']));
  });

  test('thank when the person is satisfied and complain when not', () => {
    const satisfied = (submission: Submission) => rate([submission]);
    const says = (low: number, high: number, words: RegExp) => {
      const own = written.filter(
        (each) => each.channel === 'kiosk' && satisfied(each) >= low && satisfied(each) <= high,
      );
      return (
        own.filter(({ answers }) => words.test(String(answers.comment).toLowerCase())).length / own.length
      );
    };
    const thanks = /rất tốt|tận tình|đúng hẹn$|rất hài lòng|sạch sẽ/;
    const scolding = /chưa hài lòng|cộc lốc|trễ hẹn|không thấy trả lời|đi tới đi lui|còn chậm/;
    expect(says(90, 100, thanks)).toBeGreaterThan(0.05);
    expect(says(0, 45, thanks)).toBe(0);
    expect(says(0, 45, scolding)).toBeGreaterThan(0.05);
    expect(says(90, 100, scolding)).toBe(0);
  });

  test('are typed as people type: some without diacritics, some in small letters', () => {
    const texts = written.map(({ answers }) => String(answers.comment));
    const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
    const plain = share((text) => /^[ -~]+$/.test(text));
    expect(plain).toBeGreaterThan(0.1);
    expect(plain).toBeLessThan(0.3);
    expect(share((text) => text === text.toLowerCase())).toBeGreaterThan(0.2);
    expect(texts.every((text) => text === text.normalize('NFC'))).toBe(true);
  });
});

describe('the random numbers', () => {
  test('are evenly spread and normal where they should be', () => {
    const random = new Random(3);
    const even = Array.from({ length: 20_000 }, () => random.next());
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    expect(even.reduce((sum, each) => sum + each, 0) / 20_000).toBeCloseTo(0.5, 1);
    const normal = Array.from({ length: 20_000 }, () => random.normal(10, 2));
    const mean = normal.reduce((sum, each) => sum + each, 0) / 20_000;
    const variance = normal.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 20_000;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.abs(variance - 4)).toBeLessThan(0.2);
  });

  test('make identifiers in the form of UUID v4', () => {
    const random = new Random(3);
    for (let i = 0; i < 200; i++)
      expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
