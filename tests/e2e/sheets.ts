// Spreadsheets as somebody would have saved them.
import writeXlsx from 'write-excel-file/node';

/** An XLSX file with lines of text, as a browser would be given it. */
export async function sheetFile(name: string, lines: string[][]) {
  const cells = lines.map((line) => line.map((value) => ({ value, type: String })));
  const buffer = await writeXlsx(cells, {}).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer };
}
