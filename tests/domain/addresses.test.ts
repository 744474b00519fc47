import { expect, test } from 'vitest';
import { safeNext } from '#domain/addresses.ts';

test.each(['/app', '/app/', '/app/results?agency=1#x', '/app?x=1'])('%s is led on to', (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  null,
  '',
  'https://evil.example',
  '//evil.example/app',
  '/\\evil.example',
  '/app//evil.example',
  '/app/\\evil.example',
  '/application',
  'javascript:alert(1)',
  '/api/session',
  '/app\nhttps://evil.example',
  ' /app',
])('%j is not', (path) => {
  expect(safeNext(path)).toBe('/app');
});
