// The receipt a respondent keeps: made from the response's id alone, so that a device can show it off-line.
import { CODE_ALPHABET } from './touchpoints.ts';

const LENGTH = 12;

/**
 * The receipt of a response: 12 letters (57 bits) of its random id, `XXXX-XXXX-XXXX`.
 * It leaves enough of the id unknown that nobody can send or look up a response with it.
 * @param id UUID version 4, whose last 60 bits are random
 */
export function receiptOf(id: string): string {
  let rest = BigInt(`0x${id.replace(/-/g, '').slice(-15)}`);
  const base = BigInt(CODE_ALPHABET.length);
  let receipt = '';
  for (let index = 0; index < LENGTH; index++) {
    receipt += CODE_ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return receipt.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed → the receipt as it is shown, or null when it cannot be one. */
export function normaliseReceipt(typed: string): string | null {
  const letters = typed.replace(/[\s-]/g, '').toUpperCase();
  const valid = letters.length === LENGTH && [...letters].every((letter) => CODE_ALPHABET.includes(letter));
  return valid ? letters.replace(/(.{4})(?=.)/g, '$1-') : null;
}
