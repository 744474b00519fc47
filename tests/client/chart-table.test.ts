import { describe, expect, it } from 'vitest';
import { type ChartTable, cellText, tableCsv } from '../../client/console/charts/chart-table.ts';
import { formatFor } from '../../client/console/format.ts';

const table: ChartTable = {
  columns: [
    { title: 'Cơ quan' },
    { title: 'Tỷ lệ', as: 'percent' },
    { title: 'Thay đổi', as: 'points' },
    { title: 'Lượt', as: 'count' },
  ],
  rows: [
    ['Sở Y tế', 83.945, -1.4, 1608],
    ['=HYPERLINK("http://x")', 'Ẩn (dưới 10 người)', null, 3],
  ],
};

describe('The figures of a chart', () => {
  it('are read as the reader’s language writes them, and nothing is a dash', () => {
    const read = (language: string) =>
      table.rows.map((row) =>
        row.map((cell, at) => cellText(cell, table.columns[at] ?? { title: '' }, formatFor(language))),
      );
    expect(read('vi')[0]).toEqual(['Sở Y tế', '83,95%', '−1,40', '1.608']);
    expect(read('en')[0]).toEqual(['Sở Y tế', '83.95%', '−1.40', '1,608']);
    expect(read('vi')[1]?.slice(1)).toEqual(['Ẩn (dưới 10 người)', '–', '3']);
  });

  it('are saved as figures that a spreadsheet computes with, and formulas defused', () => {
    expect(tableCsv(table, formatFor('vi'))).toBe(
      '\uFEFFCơ quan,Tỷ lệ,Thay đổi,Lượt\r\n' +
        'Sở Y tế,"83,95","-1,40",1608\r\n' +
        '"\'=HYPERLINK(""http://x"")",Ẩn (dưới 10 người),,3\r\n',
    );
  });
});
