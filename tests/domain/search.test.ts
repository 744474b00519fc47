import { describe, expect, it } from 'vitest';
import { matches, searchKey } from '#domain/search.ts';

describe('searching', () => {
  it.each([
    ['Phường Cái Răng', 'phuong cai rang'],
    ['ĐẶC KHU  Phú Quốc ', 'dac khu phu quoc'],
    ['Xã Đông Thuận', 'xa dong thuan'],
    ['Ưu ơ ầ ỹ ọ', 'uu o a y o'],
    ['Hu\u031B\u01A1ng', 'huong'],
    ['C15', 'c15'],
  ])('reads "%s" as "%s"', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it.each([
    ['cai rang', true],
    ['Răng Cái', true],
    ['RANG', true],
    ['răng  phường', true],
    ['', true],
    ['   ', true],
    ['cai rang ninh kieu', false],
    ['cairang', false],
  ])('finds Phường Cái Răng by "%s": %s', (query, found) => {
    expect(matches('Phường Cái Răng', query)).toBe(found);
  });
});
