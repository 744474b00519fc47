// The columns of a spreadsheet of agencies.
import type { SheetKind } from '../../spreadsheets/sheet.ts';

export const SHEET_COLUMNS = [
  'name',
  'nameEn',
  'kind',
  'parent',
  'unitCode',
  'agencyCode',
  'yearlyTransactions',
  'validFrom',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

export const AGENCY_SHEET: SheetKind<SheetColumn> = {
  titles: {
    name: ['ten', 'ten co quan', 'co quan', 'ten don vi', 'name'],
    nameEn: ['ten tieng anh', 'name in english', 'english name', 'nameen'],
    kind: ['loai', 'loai co quan', 'kind'],
    parent: ['cap tren', 'co quan cap tren', 'truc thuoc', 'parent', 'parent agency'],
    unitCode: [
      'ma don vi hanh chinh',
      'ma dvhc',
      'ma don vi',
      'unit code',
      'unitcode',
      'administrative unit code',
    ],
    agencyCode: ['ma dinh danh', 'agency code', 'agencycode', 'agency identifier'],
    yearlyTransactions: [
      'so ho so mot nam',
      'ho so mot nam',
      'so ho so',
      'so luong ho so',
      'transactions a year',
      'transactions',
      'yearlytransactions',
    ],
    validFrom: ['hoat dong tu', 'hoat dong tu ngay', 'tu ngay', 'ngay bat dau', 'first day', 'validfrom'],
  },
  needed: ['name', 'kind', 'parent'],
};
