import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestionnaire } from '#domain/questionnaire.ts';
import { small, withReasons } from './fixtures.ts';

/** The faults found, as `place: code`. */
function faults(input: unknown): string[] {
  const result = readQuestionnaire(input);
  return result.ok ? [] : result.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
}

/** The small questionnaire as JSON with something put, by its place, into it (undefined takes it away). */
function changed(changes: Record<string, unknown>): unknown {
  const copy = JSON.parse(JSON.stringify(small()));
  for (const [place, value] of Object.entries(changes)) {
    const steps = place.split('.');
    const last = steps.pop() ?? '';
    let at = copy;
    for (const step of steps) at = at[step];
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return copy;
}

const A = 'parts.0.factors.0.criteria.0';
const vi = { vi: 'chữ' };

describe('reading a questionnaire', () => {
  it('gives back a sound one unchanged', () => {
    for (const sound of [small(), withReasons()])
      expect(readQuestionnaire(sound)).toEqual({ ok: true, questionnaire: sound });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['an unknown field', { [`${A}.weigth`]: 2 }, [`${A}.weigth: unknown_field`]],
    ['an unknown field at the top', { subtitle: vi }, ['subtitle: unknown_field']],
    [
      'reasons that no level asks for, one of them twice, untranslated',
      {
        reasons: {
          text: {},
          options: [
            { code: 'time', text: vi },
            { code: 'time', text: vi },
          ],
        },
      },
      [
        'reasons.text.vi: missing_text',
        'reasons.options.1.code: duplicate_code',
        'scales.three.levels: no_low_level',
      ],
    ],
    [
      'reasons that are none',
      { reasons: { text: vi, options: 7 }, 'scales.three.levels.0.low': true },
      ['reasons.options: invalid_type'],
    ],
    [
      'a level that satisfies and is low',
      { 'scales.three.levels.2.low': true },
      ['scales.three.levels.2.low: low_and_satisfied'],
    ],
    [
      'a practice question on no scale, untranslated',
      { practice: { text: {}, scale: 'none' } },
      ['practice.text.vi: missing_text', 'practice.scale: unknown_scale'],
    ],
    [
      'a recording that is no stored file, in a language that is not offered',
      { [`${A}.audio`]: { vi: 'c15.mp3', km: `${'0'.repeat(64)}.mp3` } },
      [`${A}.audio.vi: bad_audio`, `${A}.audio.km: unknown_language`],
    ],
    ['recordings that are none', { [`${A}.audio`]: null }, [`${A}.audio: invalid_type`]],
    ['practice that is none', { practice: 7 }, ['practice: invalid_type']],
    ['a missing field', { [`${A}.code`]: undefined }, [`${A}.code: missing`]],
    ['a missing rule', { aggregation: undefined }, ['aggregation: missing']],
    ['an unknown rule', { aggregation: 'median' }, ['aggregation: invalid_value']],
    ['a value of the wrong type', { version: '1' }, ['version: invalid_type']],
    ['text that is no record of languages', { [`${A}.text`]: 'chữ' }, [`${A}.text: invalid_type`]],
    ['a code with capitals', { [`${A}.code`]: 'Bad' }, [`${A}.code: bad_code`]],
    ['a code that every object knows', { [`${A}.code`]: 'constructor' }, [`${A}.code: bad_code`]],
    ['an impossible language', { languages: ['vi', 'tiếng Anh'] }, ['languages.1: bad_language']],
    ['text in an impossible language', { 'title.VN': 'x' }, ['title.VN: bad_language']],
    ['an empty text', { [`${A}.text.vi`]: '  ' }, [`${A}.text.vi: too_small`]],
    ['text missing in a language', { [`${A}.text`]: { en: 'x' } }, [`${A}.text.vi: missing_text`]],
    [
      'a factor without criteria',
      { 'parts.1.factors.0.criteria': [] },
      ['parts.1.factors.0.criteria: too_small'],
    ],
    [
      'two criteria of one code',
      { [`${A}.code`]: 'd' },
      ['parts.1.factors.0.criteria.0.code: duplicate_code'],
    ],
    [
      'a factor called like a question',
      { 'parts.0.factors.0.code': 'came' },
      ['parts.0.factors.0.code: duplicate_code'],
    ],
    ['a block called like a part', { 'after.0.code': 'p' }, ['after.0.code: duplicate_code']],
    ['a part with the reserved code', { 'parts.0.code': 'overall' }, ['parts.0.code: duplicate_code']],
    [
      'two options of one code',
      { 'after.0.questions.0.options.1.code': 'self' },
      ['after.0.questions.0.options.1.code: duplicate_code'],
    ],
    [
      'two levels of one code',
      { 'scales.three.levels.1.code': 'bad' },
      ['scales.three.levels.1.code: duplicate_code'],
    ],
    [
      'a level with the reserved code',
      { 'scales.three.levels.0.code': 'dont_know' },
      ['scales.three.levels.0.code: duplicate_code'],
    ],
    ['a part on an unknown scale', { 'parts.1.scale': 'four' }, ['parts.1.scale: unknown_scale']],
    [
      'a scale on which nobody is satisfied',
      { 'scales.three.levels.2.satisfied': false },
      ['scales.three.levels: satisfied_levels'],
    ],
    [
      'an unknown type of question',
      { 'after.0.questions.2.type': 'slider' },
      ['after.0.questions.2.type: unknown_type'],
    ],
    [
      'a condition on nothing',
      { 'after.0.questions.1.visibleWhen.0.question': 'zz' },
      ['after.0.questions.1.visibleWhen.0.question: unknown_question'],
    ],
    [
      'a condition on itself',
      { 'after.0.questions.0.visibleWhen': [{ question: 'came', oneOf: ['self'] }] },
      ['after.0.questions.0.visibleWhen.0.question: looks_ahead'],
    ],
    [
      'a criterion that looks ahead',
      { [`${A}.visibleWhen`]: [{ question: 'b', oneOf: ['good'] }] },
      [`${A}.visibleWhen.0.question: looks_ahead`],
    ],
    [
      'a condition on an unknown option',
      { 'after.0.questions.1.visibleWhen.0.oneOf': ['self', 'zz'] },
      ['after.0.questions.1.visibleWhen.0.oneOf.1: unknown_option'],
    ],
    [
      'weighted parts without a weight',
      { aggregation: 'weighted_parts', 'parts.1.weight': undefined },
      ['parts.1.weight: missing_weight'],
    ],
  ])('names %s and its place, and nothing else', (_, changes, expected) => {
    expect(faults(changed(changes))).toEqual(expected);
  });

  it('reports a rating question on an unknown scale', () => {
    const question = { type: 'rating', code: 'mood', text: vi, scale: 'four' };
    expect(faults(changed({ before: [{ code: 'first', title: vi, questions: [question] }] }))).toEqual([
      'before.0.questions.0.scale: unknown_scale',
    ]);
  });

  it('lets a condition look at "don\'t know" and lets a scale bear the name of a field', () => {
    const changes = changed({
      'parts.1.factors.0.criteria.0.visibleWhen': [{ question: 'a', oneOf: ['dont_know'] }],
      'scales.text': small().scales.three,
    });
    expect(faults(changes)).toEqual([]);
  });

  it('reports every fault of a file in one reading, faults of shape and of meaning alike', () => {
    const found = faults(
      changed({
        version: 0,
        languages: ['vi', 'en', '??'],
        subtitle: vi,
        title: { vi: 'Tên', en: 'Title' },
        'scales.three.levels.1.code': 'bad',
        'scales.empty': {},
        'parts.0.scale': 'four',
        'parts.0.factors.0.title': 'f',
        [`${A}.code`]: 'A b',
        'parts.0.factors.1': { code: 'g', title: { vi: 'g', en: 'g' } },
        'parts.1.factors.0.criteria.0.visibleWhen': [{ question: 'came', oneOf: ['self'] }],
        'after.0.questions.0': { type: 'slider', code: 'came', text: vi },
        'after.0.questions.1.visibleWhen': [{ question: 'b', oneOf: ['good', 'splendid'] }, {}],
        'after.0.questions.2.maxLength': 'long',
        'after.0.questions.2.code': 'why',
      }),
    );
    for (const fault of [
      'version: too_small',
      'languages.2: bad_language',
      'subtitle: unknown_field',
      'scales.three.levels.1.code: duplicate_code',
      'scales.three.levels.0.text.en: missing_text',
      'scales.empty.levels: missing',
      'parts.0.scale: unknown_scale',
      'parts.0.factors.0.title: invalid_type',
      `${A}.code: bad_code`,
      'parts.0.factors.1.criteria: missing',
      'parts.1.factors.0.criteria.0.visibleWhen.0.question: looks_ahead',
      'after.0.questions.0.type: unknown_type',
      'after.0.questions.0.text.en: missing_text',
      'after.0.questions.1.visibleWhen.1.question: missing',
      'after.0.questions.1.visibleWhen.1.oneOf: missing',
      'after.0.questions.2.maxLength: invalid_type',
      'after.0.questions.2.code: duplicate_code',
    ])
      expect(found).toContain(fault);
    expect(found.filter((fault, index) => found.indexOf(fault) !== index)).toEqual([]);
    const shaped = changed({ 'after.0.questions.1.visibleWhen.0.oneOf': ['zz'], version: 0 });
    expect(faults(shaped)).toEqual([
      'version: too_small',
      'after.0.questions.1.visibleWhen.0.oneOf.0: unknown_option',
    ]);
  });

  it('never throws, whatever is put in any place', () => {
    const places = [
      'scales',
      'parts',
      'languages',
      'after',
      'title',
      'scales.three',
      'parts.0',
      A,
      `${A}.text`,
    ];
    places.push(
      'parts.0.factors',
      'after.0.questions',
      'after.0.questions.1',
      'after.0.questions.1.visibleWhen',
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const result = readQuestionnaire(changed({ [place]: value }));
        expect(result.ok || result.issues.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
    for (const input of [undefined, null, 7, 'x', [], {}]) expect(readQuestionnaire(input).ok).toBe(false);
  });
});
