// Small numbers as printable letters: what is kept of many responses is joined into one text of them.

/** Letters stand for numbers from this one on; 64 of them are printable. */
const ZERO = '0'.charCodeAt(0);
const BASE = 64;

/** A number as one letter: of those above 63 not an ASCII one, but still one. */
export function letterOf(value: number): string {
  return String.fromCharCode(ZERO + value);
}

/** A number below 64 to the power of `length`, as so many letters. */
export function packNumber(value: number, length: number): string {
  let letters = '';
  let rest = value;
  for (let place = 0; place < length; place++) {
    letters = letterOf(rest % BASE) + letters;
    rest = Math.floor(rest / BASE);
  }
  return letters;
}

/** The number behind one letter. */
export function letterAt(letters: string, place: number): number {
  return letters.charCodeAt(place) - ZERO;
}

/** The number behind some letters. */
export function numberAt(letters: string, place: number, length: number): number {
  let value = 0;
  for (let at = place; at < place + length; at++) value = value * BASE + letterAt(letters, at);
  return value;
}
