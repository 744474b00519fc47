import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('server/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const found = (pattern: RegExp) =>
  new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] as string)));
const words = (language: string) =>
  JSON.parse(readFileSync(`client/locales/${language}/errors.json`, 'utf8')) as Record<
    'errors' | 'issues',
    Record<string, string>
  >;

test.each(['vi', 'en'])('every error code that the server can answer has words in %s', (language) => {
  const codes = found(/new Failure\(\s*'\w+',\s*(?:[^,()]*\? )?'(\w+)'/g);
  for (const code of found(/^ {2}\d{3}: '(\w+)',$/gm)) codes.add(code);
  for (const code of found(/, '(storage_\w+)'\]/g)) codes.add(code);
  expect(codes.size).toBeGreaterThan(16);
  const missing = [...codes].filter((code) => !words(language).errors[code]);
  expect(missing).toEqual([]);
});

test.each(['vi', 'en'])('every issue code that an answer can have has words in %s', (language) => {
  const answers = readFileSync('server/domain/answers.ts', 'utf8');
  const submission = readFileSync('server/responses/submission.ts', 'utf8');
  const codes = [...`${answers}${submission}`.matchAll(/code: '(\w+)'/g)].map((match) => match[1] as string);
  codes.push('unknown_touchpoint', 'touchpoint_paused', 'touchpoint_revoked');
  const missing = [...new Set(codes)].filter((code) => !words(language).issues[code]);
  expect(missing).toEqual([]);
});
