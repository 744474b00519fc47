import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { newerInProgram, newerInStyles } from '../support/baseline.ts';

const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Used where it exists only: a language's own name has its code to fall back on. */
const GUARDED = ['Intl.DisplayNames'];

const programs = filesOf('.js');
const styles = filesOf('.css');

test('what citizens download asks nothing of a browser that Chrome 79 does not have', () => {
  expect(programs.length).toBeGreaterThan(3);
  expect(styles.length).toBeGreaterThan(0);
  const found = [
    ...programs.map((path) => [path, newerInProgram(read(path)).filter((name) => !GUARDED.includes(name))]),
    ...styles.map((path) => [path, newerInStyles(read(path))]),
  ];
  expect(found.filter(([, names]) => names?.length)).toEqual([]);
});

test('newer syntax, newer methods and newer styles are found', () => {
  const program = `a?.b ?? c; a ||= b; class A { #m() {} static {} }; a.at(-1); "a".replaceAll("a", "b");
    Object.hasOwn(a, "b"); structuredClone(a); crypto.randomUUID(); AbortSignal.timeout(1); /a/v.test(b)`;
  expect(newerInProgram(program)).toEqual(
    [
      '#method (84)',
      '.at()',
      '.randomUUID()',
      '.replaceAll()',
      '?. (80)',
      '?? (80)',
      '??= (85)',
      'AbortSignal.timeout',
      'Object.hasOwn',
      'regular expression flag d or v (90)',
      'static {} (94)',
      'structuredClone',
    ].sort(),
  );
  expect(newerInProgram('a.flatMap(b); Promise.allSettled([]); at(1); "a?.b ?? c"')).toEqual([]);
  const css =
    'a{display:flex;gap:1px}b{inset:0}c:has(d){height:1dvh}e:not(f,g){box-shadow:inset 0 0 red}@media (width>1px){h{x:y}}';
  expect(newerInStyles(css)).toEqual([
    'gap (84)',
    'inset (87)',
    'dvh, svh, lvh (108)',
    ':has() (105)',
    ':not() with a list (88)',
    'range in @media (104)',
  ]);
  expect(newerInStyles('a{grid-gap:1px;clip-path:inset(50%)}b:not(.c){d:e}')).toEqual([]);
});

/** All that the respondents' pages and the tablet's service worker can load. */
function filesOf(ending: string): string[] {
  return ['survey/assets/', 'kiosk/'].flatMap((folder) =>
    readdirSync(BUILT + folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => folder + name),
  );
}

function read(path: string): string {
  return readFileSync(BUILT + path, 'utf8');
}
