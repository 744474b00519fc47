// Reads a spreadsheet that somebody brings, XLSX or CSV, as text cell by cell.

/** A file that is no spreadsheet, or one that cannot be read. */
export class UnreadableFile extends Error {}

/** @throws UnreadableFile */
export async function readSheetFile(file: File): Promise<string[][]> {
  // An XLSX is a ZIP, whatever the file is called.
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const zipped = start[0] === 0x50 && start[1] === 0x4b;
  try {
    return zipped ? await readXlsx(file) : await readCsv(await file.text());
  } catch (error) {
    throw new UnreadableFile('no spreadsheet', { cause: error });
  }
}

async function readXlsx(file: File): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/browser');
  // Numbers stay as they are written: a code is text.
  const rows = await readSheet<string>(file, { parseNumber: (text) => text, trim: false });
  return rows.map((row) => row.map(textOf));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

async function readCsv(text: string): Promise<string[][]> {
  // A file of another kind, such as an old XLS, is full of these.
  if (text.includes('\0')) throw new Error('binary');
  const { default: papa } = await import('papaparse');
  return papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false }).data;
}
