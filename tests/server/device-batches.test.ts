// What must never happen to a tablet's batches: forged, lost, doubled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignedBatch } from '#domain/devices.ts';
import type { Database } from '../../server/db/database.ts';
import { answers, dropOffs, ids, leftAt, stored } from '../support/batches.ts';
import { DIALECTS, freshDatabase } from '../support/databases.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const edit = (signature: string) => (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
type Forgery = (batch: SignedBatch, tablet: Tablet, server: TestServer) => unknown;
const FORGERIES: [string, Forgery, number, string][] = [
  [
    'by another key',
    async (_, tablet, server) => {
      const other = await Tablet.make(server);
      other.id = tablet.id;
      return await other.batch({ responses: answers(server, 1) }, tablet);
    },
    403,
    'bad_signature',
  ],
  [
    'signed for another device',
    async (_, tablet, server) =>
      tablet.batch({ responses: answers(server, 1) }, { device: crypto.randomUUID() }),
    403,
    'bad_signature',
  ],
  [
    'with an edited payload',
    (batch) => ({
      ...batch,
      payload: batch.payload.replace('"c15":"4"', '"c15":"5"'),
    }),
    403,
    'bad_signature',
  ],
  [
    'with a truncated payload',
    (batch) => ({ ...batch, payload: batch.payload.slice(0, -1) }),
    403,
    'bad_signature',
  ],
  ['with an edited sequence', (batch) => ({ ...batch, sequence: batch.sequence + 1 }), 403, 'bad_signature'],
  ['with an edited predecessor', (batch) => ({ ...batch, previous: 'ab'.repeat(32) }), 403, 'bad_signature'],
  [
    'with an edited signature',
    (batch) => ({ ...batch, signature: edit(batch.signature) }),
    403,
    'bad_signature',
  ],
  [
    'with a truncated signature',
    (batch) => ({ ...batch, signature: batch.signature.slice(0, 40) }),
    400,
    'malformed',
  ],
  [
    'with a signature spelt otherwise',
    ({ signature, ...batch }) => ({
      ...batch,
      signature: signature.slice(0, -1) + { A: 'B', Q: 'R', g: 'h', w: 'x' }[signature.slice(-1)],
    }),
    403,
    'bad_signature',
  ],
  [
    'that skips a place',
    (_, tablet, server) => tablet.batch({ responses: answers(server, 1) }, { sequence: 4 }),
    409,
    'batch_out_of_order',
  ],
  [
    'that names another predecessor',
    (_, tablet, server) => tablet.batch({ responses: answers(server, 1) }, { previous: '' }),
    409,
    'batch_out_of_order',
  ],
  ['that signs what is not JSON', (_, tablet) => tablet.batch('{"responses":'), 400, 'malformed'],
  ['that signs something else', (_, tablet) => tablet.batch('[]'), 400, 'malformed'],
  [
    'with 51 responses',
    (_, tablet, server) => tablet.batch({ responses: answers(server, 51) }),
    400,
    'malformed',
  ],
];

describe.each(DIALECTS)('a forged batch on %s', (dialect) => {
  it.each(FORGERIES)(
    '%s is refused and named, nothing is stored, and the chain goes on',
    async (_, forge, status, code) => {
      const server = await testServer({ dialect });
      const tablet = await Tablet.paired(server);
      await tablet.deliver(answers(server, 1));
      const honest = await tablet.batch({ responses: answers(server, 1) });
      const reply = await tablet.send(await forge(honest, tablet, server));
      expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
      expect(await stored(server)).toHaveLength(1);
      expect((await tablet.send(honest)).statusCode).toBe(200);
      expect(await stored(server)).toHaveLength(2);
    },
  );

  it('sent under the id of another device is refused, and one for nobody is unknown', async () => {
    const server = await testServer({ dialect });
    const [one, two] = [await Tablet.paired(server), await Tablet.paired(server)];
    const batch = await one.batch({ responses: answers(server, 1) });
    expect((await one.send(batch, two.id)).json().code).toBe('bad_signature');
    const unknown = await one.send(batch, crypto.randomUUID());
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'unknown_device']);
    expect(await stored(server)).toEqual([]);
  });

  it('replayed from before is refused, and the order of two cannot be changed', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const first = await tablet.batch({ responses: answers(server, 1) });
    await tablet.advance(first);
    const second = await tablet.batch({ responses: answers(server, 1) });
    expect((await tablet.send(second)).json().code).toBe('batch_out_of_order');
    expect((await tablet.send(first)).statusCode).toBe(200);
    expect((await tablet.send(second)).statusCode).toBe(200);
    expect((await tablet.send(first)).json().code).toBe('batch_replayed');
    expect(await stored(server)).toHaveLength(2);
  });
});

describe.each(DIALECTS)('at the same instant on %s', (dialect) => {
  it('the same batch many times is stored once, and everybody hears so', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const batch = await tablet.batch({ responses: answers(server, 3), dropOffs: [leftAt('c15', 2)] });
    const replies = await Promise.all(Array.from({ length: 8 }, () => tablet.send(batch)));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
    expect(await stored(server)).toHaveLength(3);
    expect(await dropOffs(server)).toEqual([{ question: 'c15', n: 2 }]);
  });

  it('of several batches that claim one place exactly one is stored, with all that is in it', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const rivals = await Promise.all(
      Array.from({ length: 5 }, () =>
        tablet.batch({ responses: answers(server, 2), dropOffs: [leftAt('c15', 1)] }),
      ),
    );
    const replies = await Promise.all(rivals.map((batch) => tablet.send(batch)));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409]);
    for (const reply of replies.filter(({ statusCode }) => statusCode === 409))
      expect(reply.json().code).toBe('batch_replaced');
    const winner = rivals[replies.findIndex(({ statusCode }) => statusCode === 200)];
    const sent = JSON.parse(winner?.payload ?? '').responses;
    expect(ids(await stored(server))).toEqual(ids(sent));
    expect(await dropOffs(server)).toEqual([{ question: 'c15', n: 1 }]);
  });
});

describe.each(DIALECTS)('a crash on %s', (dialect) => {
  it.each([
    ['before', 201],
    ['after', 200],
  ])('%s the commit loses and doubles nothing: the repeat completes it', async (when, status) => {
    const whole = await freshDatabase(dialect);
    let crash = false;
    const db: Database = {
      ...whole,
      async write(build) {
        if (!crash) return await whole.write(build);
        crash = false;
        const { deviceTouchpoints } = whole.tables;
        const impossible = { deviceId: 'nobody', touchpointId: 'nowhere' };
        await whole.write((tx) => [
          ...build(tx),
          ...(when === 'before' ? [tx.insert(deviceTouchpoints).values(impossible)] : []),
        ]);
        throw new Error('the process is gone');
      },
    };
    const server = await testServer({ db });
    const tablet = await Tablet.paired(server);
    const batch = await tablet.batch({ responses: answers(server, 3), dropOffs: [leftAt('c15', 2)] });
    crash = true;
    const lost = await tablet.send(batch);
    const inPlace = when === 'after' ? 3 : 0;
    expect(await stored(server)).toHaveLength(inPlace);
    if (when === 'before') expect(lost.statusCode).toBe(500);
    const { results } = (await tablet.send(batch)).json();
    expect(results.map((each: { status: number }) => each.status)).toEqual([status, status, status]);
    expect(await stored(server)).toHaveLength(3);
    expect(await dropOffs(server)).toEqual([{ question: 'c15', n: 2 }]);
    await tablet.advance(batch);
    await tablet.deliver(answers(server, 1));
  });
});

describe('any course of events', () => {
  it('ends with each response stored once, each drop-off counted once and the chain unbroken', async () => {
    const event = fc.constantFrom('answer', 'send', 'lose reply', 'twice at once', 'replay', 'skip');
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const server = await testServer();
        const tablet = await Tablet.paired(server);
        const sent: SignedBatch[] = [];
        const answered: string[] = [];
        let waiting: ReturnType<typeof answers> = [];
        let pending: SignedBatch | null = null;
        const sign = async () =>
          tablet.batch({ responses: waiting.slice(0, 50), dropOffs: [leftAt('c15', 1)] });
        const settle = async (batch: SignedBatch) => {
          await tablet.advance(batch);
          sent.push(batch);
          const { responses } = JSON.parse(batch.payload);
          waiting = waiting.filter(({ id }) => !ids(responses).includes(id));
          pending = null;
        };
        for (const event of [...events, 'send' as const, 'send' as const]) {
          if (event === 'answer') {
            const [response] = answers(server, 1);
            if (response) waiting.push(response);
            answered.push(response?.id ?? '');
            continue;
          }
          if (event === 'replay') {
            const old = sent.at(-2);
            if (old)
              expect((await tablet.send(old)).json()).toMatchObject({ code: 'batch_replayed', taken: true });
            continue;
          }
          if (event === 'skip') {
            const ahead = await tablet.batch({ responses: [] }, { sequence: tablet.sequence + 5 });
            expect((await tablet.send(ahead)).json().code).toBe('batch_out_of_order');
            continue;
          }
          const batch: SignedBatch = pending ?? (await sign());
          const times = event === 'twice at once' ? 2 : 1;
          const replies = await Promise.all(Array.from({ length: times }, () => tablet.send(batch)));
          for (const reply of replies) expect(reply.statusCode).toBe(200);
          if (event === 'lose reply') pending = batch;
          else await settle(batch);
        }
        expect(ids(await stored(server))).toEqual(answered);
        expect(await dropOffs(server)).toEqual([{ question: 'c15', n: sent.length }]);
        const { read, tables } = server.context.db;
        const chain = await read.select().from(tables.deviceBatches);
        expect(chain.map(({ sequence }) => sequence)).toEqual(sent.map((_, index) => index + 1));
        for (const [index, { previous }] of sent.entries())
          expect(previous).toBe(chain[index - 1]?.hash ?? '');
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
