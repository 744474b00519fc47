import { describe, expect, it } from 'vitest';
import {
  busiest,
  countsTable,
  labelRows,
  totalOf,
} from '../../client/console/features/comments/label-rows.ts';
import { type CommentCounts, withDays } from '../../client/console/features/comments/queries.ts';

const OPTIONS = [
  { value: 'time', label: 'Thời gian' },
  { value: 'praise', label: 'Khen ngợi' },
  { value: 'online', label: 'Trực tuyến' },
];
const COUNTS: CommentCounts = {
  statuses: { new: 3, resolved: 5 },
  labels: { praise: 4, time: 1, retired_label: 2 },
  over: [
    { from: '2026-10-20', to: '2026-10-31', n: 2, labels: { praise: 1 } },
    { from: '2026-11-01', to: '2026-11-20', n: 6, labels: { praise: 3, time: 1 } },
  ],
};
const NOTHING: CommentCounts = {
  statuses: {},
  labels: {},
  over: [{ from: '2026-11-01', to: '2026-11-20', n: 0, labels: {} }],
};

describe('comments counted by label', () => {
  it('are rows with their share of all comments, the most frequent first, each step with its own', () => {
    expect(totalOf(COUNTS)).toBe(8);
    expect(labelRows(COUNTS, OPTIONS)).toEqual([
      { value: 'praise', label: 'Khen ngợi', n: 4, share: 50, over: [1, 3] },
      { value: 'time', label: 'Thời gian', n: 1, share: 12.5, over: [0, 1] },
    ]);
    expect(labelRows(NOTHING, OPTIONS)).toEqual([]);
  });

  it('know when most were written, if any were', () => {
    expect(busiest(COUNTS)?.from).toBe('2026-11-01');
    expect(busiest(NOTHING)).toBe(null);
  });

  it('are a table of steps for whoever reads or saves it', () => {
    const { columns, rows } = countsTable(COUNTS, labelRows(COUNTS, OPTIONS), {
      step: 'Tháng',
      all: 'Tất cả',
      stepOf: ({ from }) => from.slice(0, 7),
    });
    expect(columns.map(({ title }) => title)).toEqual(['Tháng', 'Tất cả', 'Khen ngợi', 'Thời gian']);
    expect(rows).toEqual([
      ['2026-10', 2, 1, 0],
      ['2026-11', 6, 3, 1],
    ]);
  });
});

describe('the days asked for', () => {
  it('are put in order when they were chosen the wrong way round, and left out where they are none', () => {
    const asked = (query: string) => withDays(new URLSearchParams(query)).toString();
    expect(asked('q=a&from=2026-11-20&to=2026-11-01')).toBe('q=a&from=2026-11-01&to=2026-11-20');
    expect(asked('from=2026-11-01&to=2026-11-20')).toBe('from=2026-11-01&to=2026-11-20');
    expect(asked('from=2026-11-20')).toBe('from=2026-11-20');
    expect(asked('q=a&from=2026-02-30&to=soon')).toBe('q=a');
  });
});
