// What a cell looks like where it is read and not computed with.
import type { Cell } from '#domain/report.ts';
import type { ReportFigures } from '#domain/report-figures.ts';

export function cellText(cell: Cell, figures: ReportFigures): string {
  if (typeof cell === 'string') return cell;
  if (cell.as === 'count') return figures.count(cell.value);
  return cell.as === 'percent' ? figures.percent(cell.value) : figures.signed(cell.value);
}
