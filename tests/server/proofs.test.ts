import { beforeEach, describe, expect, it } from 'vitest';
import { PROOF_VALID_MS, readProof, writeProof } from '#domain/proof-of-work.ts';
import { findProof } from '../../client/survey/proof/work.ts';
import { readConfig } from '../../server/config.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { touchpointCommands } from '../../server/touchpoints/commands.ts';
import { DIALECTS } from '../support/databases.ts';
import { temporaryFolder } from '../support/folders.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const marks = async ({ context }: TestServer) =>
  (await responsesAfter(context.db, 0, 100)).map((row) => row.marks);

const ask = async (server: TestServer, on: boolean, touchpoint = 0) => {
  const url = `/api/touchpoints/${server.touchpoints[touchpoint]?.id}`;
  return await server.app.inject({ method: 'PATCH', url, payload: { proof: on } });
};

const challengeOf = async (server: TestServer, touchpoint = 0): Promise<string> =>
  (await server.get(`/api/touchpoints/${server.touchpoints[touchpoint]?.code}/challenge`)).json().challenge;

const answer = (server: TestServer, more: object = {}) => submission(server.touchpoints[0]?.code ?? '', more);

describe.each(DIALECTS)('a touchpoint that asks for proof of work on %s', (dialect) => {
  it('says so to whoever opens it and in the list, and the change is in the audit log', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code;
    expect((await server.get(`/api/touchpoints/${code}`)).json().proof).toBe(false);
    const changed = await ask(server, true);
    expect([changed.statusCode, changed.json().proof]).toEqual([200, true]);
    expect((await server.get(`/api/touchpoints/${code}`)).json().proof).toBe(true);
    const { touchpoints } = (await server.get('/api/touchpoints')).json();
    expect(touchpoints.filter(({ proof }: { proof: boolean }) => proof)).toHaveLength(1);
    const { read, tables } = server.context.db;
    const [entry] = await read.select().from(tables.auditEntries);
    expect(entry).toMatchObject({ action: 'touchpoint.changed' });
    expect(JSON.stringify(entry)).toMatch(/proof.{3,5}false.*proof.{3,5}true/);
  });

  it('takes what is proved unmarked, and marks what is not, until it asks no more', async () => {
    const server = await testServer({ dialect });
    await ask(server, true);
    const one = answer(server);
    const proof = findProof(await challengeOf(server), one.id);
    expect((await server.submit({ ...one, proof })).statusCode).toBe(201);
    expect((await server.submit(answer(server))).statusCode).toBe(201);
    await ask(server, false);
    expect((await server.submit(answer(server))).statusCode).toBe(201);
    expect(await marks(server)).toEqual([null, '["unproved"]', null]);
  });
});

describe('a proof', () => {
  let server: TestServer;
  let proof: string;
  const own = { id: '0b5f1c3e-1f86-4c6e-9d0e-3d3c3f0f7a11' };
  beforeEach(async () => {
    server = await testServer();
    await ask(server, true);
    proof = findProof(await challengeOf(server), own.id);
  });
  const isTaken = async (more: object) => {
    expect((await server.submit(answer(server, more))).statusCode).toBe(201);
    return (await marks(server)).at(-1) === null;
  };

  it('holds for its own response, however its id is spelt, and to the end of its time', async () => {
    server.clock.now += PROOF_VALID_MS;
    expect(await isTaken({ id: own.id.toUpperCase(), proof })).toBe(true);
  });

  it('holds for no other response', async () => {
    expect(await isTaken({ proof })).toBe(false);
  });

  it('sent again with its response is that response', async () => {
    const body = answer(server, { ...own, proof });
    expect((await server.submit(body)).statusCode).toBe(201);
    expect((await server.submit(body)).statusCode).toBe(200);
    const other = await server.submit({ ...body, answers: { c15: '1' } });
    expect(other.statusCode).toBeGreaterThanOrEqual(409);
    expect(await marks(server)).toEqual([null]);
  });

  it('holds no longer than a day', async () => {
    server.clock.now += PROOF_VALID_MS + 1;
    expect(await isTaken({ ...own, proof })).toBe(false);
  });

  it('holds at no other touchpoint', async () => {
    await ask(server, true, 1);
    const elsewhere = submission(server.touchpoints[1]?.code ?? '', { ...own, proof });
    expect((await server.submit(elsewhere)).statusCode).toBe(201);
    expect(await marks(server)).toEqual(['["unproved"]']);
  });

  it.each([
    ['a number without the work', (given: string) => given.replace(/\d+$/, (n) => String(Number(n) + 1))],
    [
      'a challenge that nobody signed',
      (given: string) => {
        const challenge = readProof(given)?.challenge ?? '';
        return findProof(challenge.replace(/^17/, '1'), own.id);
      },
    ],
    [
      'a challenge that lasts longer',
      (given: string) => {
        const { challenge = '', expires = 0 } = readProof(given) ?? {};
        return findProof(challenge.replace(String(expires), String(expires * 10)), own.id);
      },
    ],
    ['nothing', () => ''],
    ['something else', () => writeProof('17.1.x', 5)],
    ['a number too large', (given: string) => given.replace(/\d+$/, '9999999999')],
  ])('with %s is none', async (_what, spoil) => {
    expect(await isTaken({ ...own, proof: spoil(proof) })).toBe(false);
  });
});

it('a paired tablet proves itself by its key, and an unpaired one does not', async () => {
  const server = await testServer();
  await ask(server, true);
  const tablet = await Tablet.paired(server);
  await tablet.deliver([answer(server)]);
  await ask(server, true, 1);
  await server.submit(submission(server.touchpoints[1]?.code ?? '', { channel: 'kiosk' }));
  expect(await marks(server)).toEqual([null, '["unproved"]']);
});

it('there is a challenge for every open touchpoint, and none where there is no such', async () => {
  const server = await testServer();
  expect(await challengeOf(server)).toMatch(/^17\.\d{13}\.[\w-]{86}$/);
  expect((await server.get('/api/touchpoints/22222222/challenge')).statusCode).toBe(404);
  expect((await server.get('/api/touchpoints/%00/challenge')).statusCode).toBe(404);
  await server.app.inject({
    method: 'PUT',
    url: `/api/touchpoints/${server.touchpoints[0]?.id}/state`,
    payload: { state: 'paused' },
  });
  const paused = await server.get(`/api/touchpoints/${server.touchpoints[0]?.code}/challenge`);
  expect(paused.json().code).toBe('touchpoint_paused');
});

it('an operator switches it on and off', async () => {
  const folder = temporaryFolder();
  const server = await testServer({ folder });
  const code = server.touchpoints[0]?.code ?? '';
  const command = touchpointCommands.find(({ usage }) => usage.startsWith('touchpoint proof '));
  const run = (...args: string[]) => command?.run(readConfig({ DATA_DIR: folder }), args);
  const asks = async () => (await server.get(`/api/touchpoints/${code}`)).json().proof;
  await run('--code', code, '--on');
  expect(await asks()).toBe(true);
  await run('--code', code.toLowerCase(), '--off');
  expect(await asks()).toBe(false);
  await expect(run('--code', code)).rejects.toThrow('--on or --off');
  await expect(run('--code', code, '--on', '--off')).rejects.toThrow('--on or --off');
  await expect(run('--code', '22222222', '--on')).rejects.toThrow('unknown_touchpoint');
});
