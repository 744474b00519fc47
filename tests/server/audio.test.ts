import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import { LARGEST_AUDIO, readAudioFolder } from '../../server/audio/files.ts';
import { createBackup } from '../../server/backup/creation.ts';
import { restoreBackup } from '../../server/backup/restoring.ts';
import { readConfig } from '../../server/config.ts';
import { questionnaireCommands } from '../../server/questionnaires/commands.ts';
import { publishQuestionnaire } from '../../server/questionnaires/publication.ts';
import { DIALECTS } from '../support/databases.ts';
import { temporaryFolder } from '../support/folders.ts';
import { type TestServer, testServer } from '../support/server.ts';

const next: Questionnaire = { ...oneStop, version: 2 };
const mp3 = (words: string) => Buffer.concat([Buffer.from('ID3'), Buffer.alloc(200, words)]);
const nameOf = (bytes: Buffer) => `${createHash('sha256').update(bytes).digest('hex')}.mp3`;
const SPOKEN = mp3('câu mười lăm');
const NAME = nameOf(SPOKEN);

/** A folder of recordings. */
function recorded(files: Record<string, Buffer>): string {
  const folder = join(temporaryFolder(), 'audio');
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** A version with recordings of a criterion, of the reasons and of the practice question. */
async function publish({ context }: TestServer) {
  const folder = recorded({
    'c15.vi.mp3': SPOKEN,
    '_reasons.vi.mp3': mp3('lý do'),
    '_practice.en.mp3': mp3('weather'),
    '.DS_Store': Buffer.from('x'),
  });
  const { questionnaire, files } = readAudioFolder(folder, next);
  return publishQuestionnaire(context, questionnaire, undefined, files);
}

describe.each(DIALECTS)('recordings on %s', (dialect) => {
  it('are published with a version that names them by their hashes, and come with the touchpoint', async () => {
    const server = await testServer({ dialect });
    const { published, created } = await publish(server);
    expect(created).toBe(true);
    expect(published.content.parts[0]?.factors[0]?.criteria[0]?.audio).toEqual({ vi: NAME });
    expect(published.content.reasons?.audio).toEqual({ vi: nameOf(mp3('lý do')) });
    expect(published.content.practice?.audio).toEqual({ en: nameOf(mp3('weather')) });
    expect((await publish(server)).created).toBe(false);

    const code = server.touchpoints[0]?.code ?? '';
    expect((await server.get(`/api/touchpoints/${code}`)).json().audio).toEqual([]);
    const { touchpoints } = server.context.db.tables;
    await server.context.db.write((tx) => [tx.update(touchpoints).set({ questionnaireId: 'one-stop@2' })]);
    const { audio } = (await server.get(`/api/touchpoints/${code}`)).json();
    expect(audio).toHaveLength(3);
    for (const address of audio) expect((await server.get(address)).statusCode).toBe(200);
  });

  it('are served whole and in parts, of their own kind, to be kept for ever', async () => {
    const server = await testServer({ dialect });
    await publish(server);
    const ask = (range?: string) =>
      server.app.inject({
        url: `/api/audio/${NAME}`,
        remoteAddress: '192.168.1.20',
        headers: { 'accept-encoding': 'gzip, br', ...(range && { range }) },
      });
    const whole = await ask();
    expect([whole.statusCode, whole.rawPayload.equals(SPOKEN)]).toEqual([200, true]);
    expect(whole.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(whole.headers['content-encoding']).toBeUndefined();
    const part = await ask('bytes=3-9');
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 3-9/${SPOKEN.length}`]);
    expect(part.rawPayload.equals(SPOKEN.subarray(3, 10))).toBe(true);
    expect((await ask('bytes=0-')).rawPayload.equals(SPOKEN)).toBe(true);
    expect((await ask('bytes=9000-')).statusCode).toBe(416);
    expect((await ask('bytes=9-3')).statusCode).toBe(416);
    expect((await ask('lines=1-2')).statusCode).toBe(200);
  });

  it('that nobody has are not found, and a version that names one is refused', async () => {
    const server = await testServer({ dialect });
    for (const name of [NAME, 'c15.mp3', `${NAME.slice(0, 64)}.exe`, '..%2F..%2Fpackage.json', '%00'])
      expect([name, (await server.get(`/api/audio/${name}`)).statusCode]).toEqual([name, 404]);
    const { questionnaire } = readAudioFolder(recorded({ 'c16.vi.mp3': SPOKEN }), next);
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/questionnaires',
      payload: questionnaire,
    });
    expect([reply.statusCode, reply.json().issues]).toEqual([
      422,
      [
        {
          path: ['parts', 0, 'factors', 0, 'criteria', 1, 'audio', 'vi'],
          code: 'unknown_audio',
        },
      ],
    ]);
  });
});

describe('a folder of recordings', () => {
  it.each([
    ['of no question', { 'c99.vi.mp3': SPOKEN }, /c99\.vi\.mp3: no question is called "c99"/],
    ['in no language of the form', { 'c15.km.mp3': SPOKEN }, /no language "km"/],
    ['that no browser plays', { 'c15.vi.wav': SPOKEN }, /only mp3, m4a, ogg/],
    ['that are none', { 'c15.vi.mp3': Buffer.from('<script>') }, /is no mp3 file/],
    ['that are too large', { 'c15.vi.ogg': Buffer.alloc(LARGEST_AUDIO + 1) }, /larger than 512 KiB/],
    ['twice', { 'c15.vi.mp3': SPOKEN, 'c15.vi.ogg': Buffer.from('OggS') }, /another recording of the same/],
    ['with a name of another shape', { 'c15.mp3': SPOKEN }, /names are like c15\.vi\.mp3/],
  ])('says which file is not right: %s', (_what, files, message) => {
    expect(() => readAudioFolder(recorded(files as Record<string, Buffer>), next)).toThrow(message);
  });
});

it('an operator publishes recordings with one command, and a backup brings them back', async () => {
  const folder = temporaryFolder();
  const server = await testServer({ folder });
  await server.app.close();
  await server.context.db.close();
  const file = join(temporaryFolder(), 'one-stop.json');
  writeFileSync(file, JSON.stringify(next));
  const audio = recorded({ 'c15.vi.mp3': SPOKEN });
  const [command] = questionnaireCommands;
  const said = await command?.run(readConfig({ DATA_DIR: folder }), [file, '--audio', audio]);
  expect(said?.[0]).toMatch(/^one-stop@2 published, 1 recordings, hash [0-9a-f]{64}$/);

  const backup = createBackup(folder, { reason: 'manual' });
  const elsewhere = join(temporaryFolder(), 'restored');
  restoreBackup(backup.path, elsewhere);
  const restored = await testServer({ folder: elsewhere, empty: true });
  const reply = await restored.get(`/api/audio/${NAME}`);
  expect([reply.statusCode, reply.rawPayload.equals(SPOKEN)]).toEqual([200, true]);
});
