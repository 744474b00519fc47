import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptOf } from '#domain/receipts.ts';
import { CODE_ALPHABET } from '#domain/touchpoints.ts';

const FORM = new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`);

describe('a receipt', () => {
  it('is twelve letters in three groups, the same for the same response every time', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [4, 7] }), (id) => {
        expect(receiptOf(id)).toMatch(FORM);
        expect(receiptOf(id.toUpperCase())).toBe(receiptOf(id));
      }),
    );
  });

  it('is written down here once, because citizens keep theirs', () => {
    expect(receiptOf('00000000-0000-4000-8000-000000000000')).toBe('2222-2222-2222');
    // 0x1b = 27: the second letter, counted from the lowest, is worth 27.
    expect(receiptOf('00000000-0000-4000-8000-00000000001b')).toBe('2322-2222-2222');
    expect(receiptOf('01890a5d-ac96-774b-bcce-b302099a8057')).toBe(naive(0xccen, 0xb302099a8057n));
  });

  it('differs between responses that were made one after the other', () => {
    const ids = Array.from(
      { length: 500 },
      (_, at) => `01890a5d-ac96-774b-bcce-b302099a${at.toString(16).padStart(4, '0')}`,
    );
    expect(new Set(ids.map(receiptOf)).size).toBe(500);
  });

  it('does not tell the first half of the id', () => {
    const one = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(receiptOf(one.replace('01890a5d-ac96-774b', 'ffffffff-ffff-4fff'))).toBe(receiptOf(one));
  });
});

/** The number in base 27, lowest digit first. */
function naive(high: bigint, low: bigint): string {
  const number = high * 2n ** 48n + low;
  const digits = Array.from({ length: 12 }, (_, at) => Number((number / 27n ** BigInt(at)) % 27n));
  const letters = digits.map((digit) => CODE_ALPHABET[digit]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
