// Comments counted by label, as rows: what is drawn, read as a table and saved as a file.
import type { ChartTable } from '../../charts/chart-table.ts';
import type { LabelOption } from './labels.ts';
import type { CommentCounts } from './queries.ts';

export interface LabelRow extends LabelOption {
  n: number;
  /** Of all comments, in percent. */
  share: number;
  /** For each step of time. */
  over: number[];
}

/** Labels that occur, the most frequent first. A label that was given words nowhere is not among them. */
export function labelRows(counts: CommentCounts, options: readonly LabelOption[]): LabelRow[] {
  const all = totalOf(counts);
  const rows = options.map((option) => {
    const n = counts.labels[option.value] ?? 0;
    return {
      ...option,
      n,
      share: all === 0 ? 0 : (100 * n) / all,
      over: counts.over.map(({ labels }) => labels[option.value] ?? 0),
    };
  });
  return rows.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
}

export function totalOf({ statuses }: Pick<CommentCounts, 'statuses'>): number {
  return Object.values(statuses).reduce((sum, n) => sum + n, 0);
}

/** The step with the most comments; null while there is none. */
export function busiest({ over }: Pick<CommentCounts, 'over'>): CommentCounts['over'][number] | null {
  const most = over.reduce((best, step) => Math.max(best, step.n), 0);
  return over.find(({ n }) => n > 0 && n === most) ?? null;
}

interface Titles {
  step: string;
  all: string;
  stepOf: (step: { from: string; to: string }) => string;
}

/** A row for each step: all comments, then those of each label. */
export function countsTable(counts: CommentCounts, rows: readonly LabelRow[], titles: Titles): ChartTable {
  return {
    columns: [
      { title: titles.step },
      { title: titles.all, as: 'count' },
      ...rows.map(({ label }) => ({ title: label, as: 'count' as const })),
    ],
    rows: counts.over.map((step, at) => [
      titles.stepOf(step),
      step.n,
      ...rows.map(({ over }) => over[at] ?? 0),
    ]),
  };
}
