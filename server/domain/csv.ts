// CSV that opens correctly and harmlessly in Excel: UTF-8 with BOM, CRLF, formulas defused.

export const BOM = '\uFEFF';

/** A figure that fell, `-1,40`: it begins like a formula and is none. */
const FIGURE = /^[+-]\d{1,3}[.,]\d{2}$/;

/** One line. A text that a spreadsheet would run as a formula is preceded by an apostrophe. */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${csvFields(fields)}\r\n`;
}

/** A part of a line. */
export function csvFields(fields: readonly (string | number | null)[]): string {
  return fields.map(csvField).join(',');
}

function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) && !FIGURE.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
