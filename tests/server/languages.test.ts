// Adding a language is adding files: here Khmer is added to a copy of the tree, and nothing else is.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { publishedRow } from '../../server/questionnaires/publication.ts';
import { insertQuestionnaire } from '../../server/questionnaires/queries.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import type { SurveyRenderer } from '../../server/survey/renderer.ts';
import { questionnaire as small } from '../client/form.ts';
import { temporaryFolder } from '../support/folders.ts';
import { formIn, postForm, surveyServer } from '../support/survey.ts';

type Texts = { [key: string]: string | Texts };

const NAME = 'ភាសាខ្មែរ';
const MARK = '[km] ';

it('a third language is built, offered, shown and stored with the answers, without a change of code', async () => {
  const tree = copyOfTree();
  addKhmer(join(tree, 'client/locales'));
  for (const mode of ['survey', 'survey-server']) build(tree, mode);

  const assets = join(tree, 'dist/survey/assets');
  const program = readdirSync(assets)
    .filter((name) => /^(index|survey)-.*\.js$/.test(name))
    .map((name) => readFileSync(join(assets, name), 'utf8'));
  expect(program.some((text) => text.includes(NAME))).toBe(true);
  expect(program.filter((text) => text.includes(MARK))).toHaveLength(1);

  const module = pathToFileURL(join(tree, 'dist/survey-server/render.js')).href;
  const renderer = (await import(/* @vite-ignore */ module)) as SurveyRenderer;
  expect(renderer.languages).toContain('km');
  const server = await surveyServer({}, { renderer });
  const { db } = server.context;
  const { id: _id, hash: _hash, ...content } = withKhmer(small);
  await db.write((tx) => [insertQuestionnaire(tx, db.tables, publishedRow(content, server.clock.now))]);
  await db.write((tx) => [tx.update(db.tables.touchpoints).set({ questionnaireId: 'small@1' })]);

  const url = `/s/${server.touchpoints[0]?.code}`;
  expect((await server.get(url)).body).toContain(NAME);
  const { body } = await server.get(`${url}?lang=km`);
  expect(body).toContain('<html lang="km">');
  expect(body).toContain(`${MARK}Send`);
  expect(body).toContain('Lịch sự (km)');
  const reply = await postForm(server, `${url}?lang=km`, formIn(body, { polite: 'yes' }));
  expect(reply.headers.location).toMatch(/\?lang=km$/);
  expect((await responsesAfter(db, 0, 10)).map(({ locale }) => locale)).toEqual(['km']);
});

/** What the pages of respondents are built from. */
function copyOfTree(): string {
  const tree = temporaryFolder();
  for (const path of ['client', 'server/domain', 'package.json', 'vite.config.ts', '.tsconfig.base.json'])
    cpSync(path, join(tree, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  return tree;
}

function addKhmer(locales: string): void {
  mkdirSync(join(locales, 'km'));
  for (const name of readdirSync(join(locales, 'en'))) {
    const texts = JSON.parse(readFileSync(join(locales, 'en', name), 'utf8')) as Texts;
    const own = name === 'language.json' ? { name: NAME } : marked(texts);
    writeFileSync(join(locales, 'km', name), JSON.stringify(own));
  }
}

function marked(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? MARK + text : marked(text)]),
  );
}

/** The questionnaire with its own texts in Khmer too. */
function withKhmer<T extends Questionnaire>(questionnaire: T): T {
  const text = JSON.stringify({ ...questionnaire, languages: ['vi', 'en', 'km'] });
  return JSON.parse(text.replace(/"en":"([^"]*) \(en\)"/g, '"en":"$1 (en)","km":"$1 (km)"')) as T;
}

function build(tree: string, mode: string): void {
  const vite = join(tree, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'error'], { cwd: tree });
}
