import { describe, expect, it } from 'vitest';
import { readSheet, SHEET_COLUMNS } from '../../client/console/features/agencies/sheet.ts';
import { readSheetFile, UnreadableFile } from '../../client/console/features/agencies/sheet-file.ts';
import english from '../../client/locales/en/console.json';
import vietnamese from '../../client/locales/vi/console.json';

const TITLES = ['Tên cơ quan', 'Loại', 'Cơ quan cấp trên', 'Mã định danh'];

describe('a sheet of agencies', () => {
  it('has its rows numbered as the spreadsheet numbers them, blank ones left out', () => {
    const { rows, unknown, missing } = readSheet([
      TITLES,
      ['Sở A', 'Sở', 'Thành phố Cần Thơ', 'H13.01'],
      ['', ' ', '', ''],
      ['Sở B', 'Sở', 'H13'],
    ]);
    expect(rows).toEqual([
      { row: 2, name: 'Sở A', kind: 'Sở', parent: 'Thành phố Cần Thơ', agencyCode: 'H13.01' },
      { row: 4, name: 'Sở B', kind: 'Sở', parent: 'H13', agencyCode: '' },
    ]);
    expect([unknown, missing]).toEqual([[], []]);
  });

  it.each([
    ['TEN CO QUAN', 'name'],
    [' Mã  đơn vị hành chính ', 'unitCode'],
    ['Cấp trên *', 'parent'],
    ['Hoạt động từ', 'validFrom'],
    ['nameEn', 'nameEn'],
  ])('may call a column "%s", which is %s', (title, column) => {
    expect(readSheet([[title], ['x']]).rows).toEqual([{ row: 2, [column]: 'x' }]);
  });

  it.each([vietnamese, english])('understands every title of the template in its language', (texts) => {
    const titles = SHEET_COLUMNS.map((column) => texts.agencies.columns[column]);
    const { unknown, missing } = readSheet([titles]);
    expect([unknown, missing]).toEqual([[], []]);
  });

  it('names the columns that it lacks and those that nobody understands', () => {
    const { unknown, missing } = readSheet([['Tên', 'Ghi chú', '']]);
    expect([unknown, missing]).toEqual([['Ghi chú'], ['kind', 'parent']]);
  });

  it('may be empty', () => {
    expect(readSheet([]).rows).toEqual([]);
    expect(readSheet([TITLES]).rows).toEqual([]);
  });
});

describe('a file', () => {
  const csv = (text: string) => new File([text], 'a.csv');

  it.each([
    ['commas', 'Tên,Loại\r\n"Sở A, B",Sở\r\n'],
    ['semicolons and a byte order mark', '\uFEFFTên;Loại\nSở A, B;Sở'],
    ['tabs', 'Tên\tLoại\nSở A, B\tSở'],
  ])('of text with %s is read cell by cell', async (_name, text) => {
    expect((await readSheetFile(csv(text))).slice(0, 2)).toEqual([
      ['Tên', 'Loại'],
      ['Sở A, B', 'Sở'],
    ]);
  });

  it.each([
    ['a broken archive', new File(['PK\u0003\u0004 nothing'], 'a.xlsx')],
    ['another kind', new File([new Uint8Array([0xd0, 0xcf, 0, 0, 1])], 'a.xls')],
  ])('of %s cannot be read, and says so', async (_name, file) => {
    await expect(readSheetFile(file)).rejects.toThrow(UnreadableFile);
  });
});
