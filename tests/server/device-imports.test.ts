// The file that a tablet saves as a last resort, and the operator's commands for tablets.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import type { SignedBatch } from '#domain/devices.ts';
import { readConfig } from '../../server/config.ts';
import { deviceCommands } from '../../server/devices/commands.ts';
import { dropOffsOf } from '../../server/devices/queries.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { temporaryFolder } from '../support/folders.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const stored = ({ context }: TestServer) => responsesAfter(context.db, 0, 1000);
const answers = (server: TestServer, count: number) =>
  Array.from({ length: count }, () => submission(server.touchpoints[0]?.code ?? ''));
const left = { day: '2026-11-20', questionnaire: 'one-stop@1', question: 'c15', n: 1 };
const dropOffs = async ({ context }: TestServer) => {
  const day = parseDay('2026-11-20');
  return await dropOffsOf(context.db, { questionnaire: 'one-stop@1', from: day, to: day });
};

/** What a tablet would save: batches that continue its chain, which it has not sent. */
async function save(tablet: Tablet, ...groups: unknown[][]) {
  const { sequence, previous } = tablet;
  const batches: SignedBatch[] = [];
  for (const responses of groups) {
    const batch = await tablet.batch({ responses, dropOffs: [left] });
    batches.push(batch);
    await tablet.advance(batch);
  }
  Object.assign(tablet, { sequence, previous });
  return { format: 'lang-nghe batches/1', device: tablet.id, batches };
}

const bring = (tablet: Tablet, file: unknown) => tablet.post('/api/device-imports', file);
const brief = (reply: {
  json: () => { batches: { status: number; inChain: boolean; results: unknown[] }[] };
}) => reply.json().batches.map(({ status, inChain, results }) => [status, inChain, results.length]);

describe.each(DIALECTS)("a tablet's file on %s", (dialect) => {
  it('is taken in once however often it is brought, and the audit log says who brought it', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    await tablet.deliver(answers(server, 1));
    const file = await save(tablet, answers(server, 2), answers(server, 1));
    for (let time = 0; time < 2; time++) {
      const reply = await bring(tablet, file);
      expect(brief(reply)).toEqual([
        [200, true, 2],
        [200, true, 1],
      ]);
    }
    expect(await stored(server)).toHaveLength(4);
    expect(await dropOffs(server)).toEqual([{ question: 'c15', n: 2 }]);
    const { db } = server.context;
    const entries = await db.read.select().from(db.tables.auditEntries);
    expect(entries.slice(1).map(({ action, actorName, after }) => [action, actorName, after])).toEqual(
      Array(2).fill(['device.imported', 'operator', '{"batches":2,"first":2,"last":3}']),
    );
  });

  it('may be mixed with sending: the tablet hears what was taken and goes on behind it', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const waiting = answers(server, 3);
    const file = await save(tablet, waiting.slice(0, 2), waiting.slice(2));
    await bring(tablet, file);
    const [first, second] = file.batches;
    const refused = (await tablet.send(first)).json();
    expect(refused).toMatchObject({ code: 'batch_replayed', taken: true, expected: { sequence: 3 } });
    expect((await tablet.send(second)).statusCode).toBe(200);
    Object.assign(tablet, { sequence: 2, previous: refused.expected.previous });
    const { reply } = await tablet.deliver([...waiting, ...answers(server, 1)]);
    expect(reply.json().results.map((each: { status: number }) => each.status)).toEqual([200, 200, 200, 201]);
    expect(await stored(server)).toHaveLength(4);
  });

  it('loses nothing when the tablet went another way meanwhile: what was signed is stored, the chain stays', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const waiting = answers(server, 3);
    const file = await save(tablet, waiting.slice(0, 2), waiting.slice(2));
    await tablet.deliver(waiting.slice(0, 1));
    expect(brief(await bring(tablet, file))).toEqual([
      [200, false, 2],
      [200, false, 1],
    ]);
    expect(await stored(server)).toHaveLength(3);
    expect(await dropOffs(server)).toEqual([]);
    await tablet.deliver(waiting.slice(1));
    expect(await stored(server)).toHaveLength(3);
  });

  it('of a revoked tablet is taken in, too', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const file = await save(tablet, answers(server, 2));
    await tablet.post(`/api/devices/${tablet.id}/revocation`, undefined);
    expect(brief(await bring(tablet, file))).toEqual([[200, true, 2]]);
    expect(await stored(server)).toHaveLength(2);
  });

  it('keeps the times of its answers, though it is brought weeks later', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const [response] = answers(server, 1);
    const file = await save(tablet, [response]);
    server.clock.now += 20 * 86_400_000;
    await bring(tablet, file);
    expect((await stored(server))[0]?.answeredAt).toBe(Date.parse(response?.answeredAt ?? ''));
  });

  it('with a forged batch has it refused and named, and the others stored', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const file = await save(tablet, answers(server, 1), answers(server, 1));
    const [first, second] = file.batches;
    const forged = { ...first, payload: first?.payload.replace('"c15":"4"', '"c15":"1"') };
    const reply = await bring(tablet, { ...file, batches: [forged, second] });
    expect(reply.json().batches[0]).toEqual({
      sequence: 1,
      status: 403,
      code: 'bad_signature',
      inChain: false,
      results: [],
    });
    expect(await stored(server)).toHaveLength(1);
  });

  it('is refused when it is another file or of an unknown tablet', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const file = await save(tablet, answers(server, 1));
    expect((await bring(tablet, { ...file, format: 'x' })).statusCode).toBe(400);
    expect((await bring(tablet, { ...file, batches: [{}] })).statusCode).toBe(400);
    const unknown = await bring(tablet, { ...file, device: crypto.randomUUID() });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'unknown_device']);
  });
});

describe('the commands for tablets', () => {
  async function run(folder: string, line: string, ...args: string[]): Promise<string[]> {
    const command = deviceCommands.find(({ usage }) => usage.startsWith(`${line} `));
    return (await command?.run(readConfig({ DATA_DIR: folder }), args)) ?? [];
  }

  it('pair, list, take in a file and revoke, beside a running server', async () => {
    const folder = temporaryFolder();
    const server = await testServer({ folder });
    // The command goes by the clock on the wall.
    server.clock.now = Date.now();
    const tablet = await Tablet.make(server);
    const { id, code } = (await tablet.askForPairing()).json();
    const at = ['--touchpoint', server.touchpoints[0]?.code ?? '', '--name', 'Quầy 1'];
    expect((await run(folder, 'device confirm', code, ...at))[0]).toMatch(/^Quầy 1 is paired as .+ \d{6}$/);
    tablet.id = (await server.get(`/api/pairings/${id}`)).json().device.id;
    expect((await run(folder, 'device list'))[0]).toMatch(
      new RegExp(`^${tablet.id} {2}active {2}never seen`),
    );
    const file = join(folder, 'saved.json');
    writeFileSync(file, JSON.stringify(await save(tablet, answers(server, 2))));
    expect(await run(folder, 'device import', file)).toEqual(['batch 1: 2 stored now, 0 before, 0 refused']);
    expect(await run(folder, 'device import', file)).toEqual(['batch 1: 0 stored now, 2 before, 0 refused']);
    expect(await run(folder, 'device revoke', tablet.id)).toEqual(['Quầy 1 is revoked']);
    expect((await run(folder, 'device list'))[0]).toContain('revoked');
  });

  it('say what is missing or wrong', async () => {
    const folder = temporaryFolder();
    const server = await testServer({ folder });
    await expect(run(folder, 'device confirm', 'X')).rejects.toThrow(/Which code/);
    await expect(
      run(folder, 'device confirm', '22222222', '--touchpoint', '22222222', '--name', 'x'),
    ).rejects.toThrow('unknown_touchpoint');
    const at = server.touchpoints[0]?.code ?? '';
    await expect(
      run(folder, 'device confirm', '22222222', '--touchpoint', at, '--name', 'x'),
    ).rejects.toThrow('unknown_pairing');
    await expect(run(folder, 'device revoke', 'x')).rejects.toThrow('unknown_device');
    await expect(run(folder, 'device import')).rejects.toThrow(/Which file/);
    await expect(run(folder, 'device import', join(folder, 'none'))).rejects.toThrow(/cannot be read/);
    writeFileSync(join(folder, 'other.json'), '{}');
    await expect(run(folder, 'device import', join(folder, 'other.json'))).rejects.toThrow(/tablet's file/);
  });
});
