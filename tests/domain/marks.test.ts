import { describe, expect, it } from 'vitest';
import { type Circumstances, marksOf, readMarks, writeMarks } from '#domain/marks.ts';

const honest: Circumstances = {
  channel: 'web',
  answered: 19,
  durationMs: 60_000,
  trap: false,
  repeated: false,
};

describe('a response is marked', () => {
  it.each<[string, Partial<Circumstances>, string[]]>([
    ['19 answers in a second', { durationMs: 1000 }, ['too_fast']],
    ['19 answers a moment below the least time', { durationMs: 4499 }, ['too_fast']],
    ['5 answers in a tenth of a second', { answered: 5, durationMs: 100 }, ['too_fast']],
    ['on a tablet in a second', { channel: 'kiosk', durationMs: 1000 }, ['too_fast']],
    ['the trap was filled', { trap: true }, ['trap']],
    ['the same answers again', { repeated: true }, ['repeated']],
    ['no signature where a device signs', { channel: 'kiosk', hasDevice: true }, ['unsigned']],
    ['no proof where one is asked for', { proved: false }, ['unproved']],
    [
      'several reasons, sorted',
      { trap: true, repeated: true, durationMs: 1 },
      ['repeated', 'too_fast', 'trap'],
    ],
  ])('when %s', (_title, circumstances, marks) => {
    expect(marksOf({ ...honest, ...circumstances })).toEqual(marks);
  });
});

describe('a response is not marked', () => {
  it.each<[string, Partial<Circumstances>]>([
    ['of an unhurried person', {}],
    ['of a quick person, a tap each quarter of a second', { durationMs: 4500 }],
    ['with few answers, however fast', { answered: 4, durationMs: 1 }],
    ['whose clock was set back while it was answered', { durationMs: 0 }],
    ['that was typed in from paper', { channel: 'paper', durationMs: 1000 }],
    ['of a tablet where no device is paired', { channel: 'kiosk' }],
    ['of a tablet that signs', { channel: 'kiosk', hasDevice: true, signed: true }],
    ['of a phone beside a paired tablet', { channel: 'web', hasDevice: true }],
    ['with the proof that was asked for', { proved: true }],
    [
      'that is signed, which is proof enough',
      { channel: 'kiosk', signed: true, hasDevice: true, proved: false },
    ],
  ])('%s', (_title, circumstances) => {
    expect(marksOf({ ...honest, ...circumstances })).toEqual([]);
  });
});

it('is null in its column without marks, and reads as it was written', () => {
  expect(writeMarks([])).toBeNull();
  expect(writeMarks(['trap', 'repeated'])).toBe('["repeated","trap"]');
  expect(readMarks(writeMarks(['trap', 'repeated']))).toEqual(['repeated', 'trap']);
  expect(readMarks(null)).toEqual([]);
});
