// What a cell looks like where it is read and not computed with.
import type { Cell, Row } from '#domain/report.ts';
import type { ReportFigures } from '#domain/report-figures.ts';

export function cellText(cell: Cell, figures: ReportFigures): string {
  if (typeof cell === 'string') return cell;
  if (cell.as === 'count') return figures.count(cell.value);
  return cell.as === 'percent' ? figures.percent(cell.value) : figures.signed(cell.value);
}

/** How many rows a row and those that go on from it are. */
export function rowsTogether(rows: readonly Row[], index: number): number {
  const end = rows.findIndex((row, at) => at > index && !row.continues);
  return (end < 0 ? rows.length : end) - index;
}
