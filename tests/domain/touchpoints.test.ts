import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, codeFromBytes, formatCode, normaliseCode } from '#domain/touchpoints.ts';

const bytes = fc.uint8Array({ minLength: 2 * CODE_LENGTH, maxLength: 40 });
const fairByte = fc.nat(242);
const code = fc
  .array(fairByte, { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((it) => codeFromBytes(Uint8Array.from(it)));

describe('the code of a touchpoint', () => {
  it('has no sign that could be mistaken for another, and no vowel', () => {
    expect([...CODE_ALPHABET].filter((sign) => '01OILAEU'.includes(sign))).toEqual([]);
    expect(new Set(CODE_ALPHABET).size).toBe(27);
  });

  it('is eight signs of the alphabet, made of random bytes', () => {
    expect(codeFromBytes(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 26]))).toBe('2345678Z');
    expect(codeFromBytes(Uint8Array.from([27, 54, 0, 0, 0, 0, 0, 242]))).toBe('2222222Z');
  });

  it('passes over the bytes that would favour some signs', () => {
    expect(codeFromBytes(Uint8Array.from([255, 243, 0, 0, 0, 0, 250, 0, 0, 0, 1]))).toBe('22222223');
    const signs = Array.from(
      { length: 243 },
      (_, byte) => codeFromBytes(Uint8Array.from(Array(8).fill(byte)))[0],
    );
    for (const sign of CODE_ALPHABET) expect(signs.filter((it) => it === sign)).toHaveLength(9);
  });

  it('is not made of too few bytes', () => {
    expect(() => codeFromBytes(new Uint8Array(7))).toThrow(RangeError);
    expect(() => codeFromBytes(new Uint8Array(40).fill(255))).toThrow(RangeError);
  });

  it('is understood as it is printed and however it is typed', () => {
    expect(formatCode('7KQMP3XR')).toBe('7KQM-P3XR');
    for (const typed of ['7KQM-P3XR', ' 7kqm p3xr ', '7-k-q-m-p3xr', '7KQMP3XR'])
      expect(normaliseCode(typed)).toBe('7KQMP3XR');
    fc.assert(
      fc.property(code, (made) => {
        expect(normaliseCode(formatCode(made).toLowerCase())).toBe(made);
      }),
    );
  });

  it.each(['', '7KQMP3X', '7KQMP3XRR', '0KQMP3XR', '7KQMP3XO', '7KQM_P3XR', '7KQMP3XÉ'])(
    'cannot be "%s"',
    (typed) => {
      expect(normaliseCode(typed)).toBeNull();
    },
  );

  it('made of any bytes is a code, unless they run out', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        fc.pre(random.filter((byte) => byte < 243).length >= CODE_LENGTH);
        const made = codeFromBytes(random);
        expect(normaliseCode(made)).toBe(made);
      }),
    );
  });
});
