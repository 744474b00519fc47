// What must never happen to a tablet's batches: forged, lost, doubled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import type { SignedBatch } from '#domain/devices.ts';
import type { Database } from '../../server/db/database.ts';
import { dropOffsOf } from '../../server/devices/queries.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { DIALECTS, freshDatabase } from '../support/databases.ts';
import { NOW, submission, type TestServer, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const YEAR = 365 * 86_400_000;
const stored = ({ context }: TestServer) => responsesAfter(context.db, 0, 1000);
const answers = (server: TestServer, count: number) =>
  Array.from({ length: count }, () => submission(server.touchpoints[0]?.code ?? ''));
const ids = (responses: { id: string }[]) => responses.map(({ id }) => id);
const leftAt = (question: string, n: number, day = '2026-11-20') => ({
  day,
  questionnaire: 'one-stop@1',
  question,
  n,
});
const dropOffs = ({ context }: TestServer, day = '2026-11-20') =>
  dropOffsOf(context.db, { questionnaire: 'one-stop@1', from: parseDay(day), to: parseDay(day) });

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

describe.each(DIALECTS)('responses of a tablet on %s', (dialect) => {
  it('arrive exactly once and in order, whatever becomes of the replies, and the ledger proves them', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const all = answers(server, 50);
    for (let start = 0; start < 50; start += 7) {
      const batch = await tablet.batch({ responses: all.slice(start, start + 7) });
      // The reply is lost, twice.
      for (let attempt = 0; attempt < 3; attempt++) expect((await tablet.send(batch)).statusCode).toBe(200);
      await tablet.advance(batch);
    }
    expect(ids(await stored(server))).toEqual(ids(all));
    await new Projector(server.context).checkpoint();
    expect(await verifyLedger(server.context.db, server.context.signer)).toMatchObject({
      ok: true,
      size: 50,
    });
    await server.context.db.write((tx) => [
      tx.update(server.context.db.tables.responses).set({ deviceId: null }),
    ]);
    expect(await verifyLedger(server.context.db, server.context.signer)).toMatchObject({
      ok: false,
      fault: 'changed',
    });
  });

  it('are kept when they were sent unsigned before', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const [response] = answers(server, 1);
    await server.submit({ ...response, channel: 'kiosk' });
    const { reply } = await tablet.deliver(response ? [response] : []);
    expect(reply.json().results[0].status).toBe(200);
    expect(await stored(server)).toHaveLength(1);
  });

  it('are taken from where it stood before it was moved, and from a touchpoint that has closed since', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const before = answers(server, 1);
    const url = `/api/devices/${tablet.id}`;
    const to = server.touchpoints[1];
    const moved = await server.app.inject({ method: 'PATCH', url, payload: { touchpoint: to?.id } });
    expect(moved.json().touchpoint.code).toBe(to?.code);
    expect((await tablet.heartbeat()).json().device.touchpoint).toBe(to?.code);
    const { touchpoints } = server.context.db.tables;
    await server.context.db.write((tx) => [tx.update(touchpoints).set({ state: 'paused' })]);
    const { reply } = await tablet.deliver([
      ...before,
      submission(to?.code ?? ''),
      submission(server.touchpoints[2]?.code ?? ''),
    ]);
    expect(reply.json().results.map((each: { status: number }) => each.status)).toEqual([201, 201, 422]);
    const agencies = (await stored(server)).map(({ agencyId }) => agencyId);
    expect(agencies).toEqual([server.agencies[0]?.id, server.agencies[1]?.id]);
  });

  it.each([
    ['a year ahead', YEAR],
    ['a year behind', -YEAR],
  ])('have the right time when its clock is %s', async (_, error) => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const at = (before: number) => new Date(NOW + error - before).toISOString();
    const response = { ...answers(server, 1)[0], startedAt: at(8_000_000), answeredAt: at(7_200_000) };
    const day = at(0).slice(0, 10);
    await tablet.send(
      await tablet.batch({ responses: [response], dropOffs: [leftAt('c15', 1, day)], sentAt: at(0) }),
    );
    const [row] = await stored(server);
    expect(row?.answeredAt).toBe(NOW - 7_200_000);
    expect(row?.deviceAnsweredAt).toBe(NOW + error - 7_200_000);
    expect(await dropOffs(server)).toEqual([{ question: 'c15', n: 1 }]);
  });

  it('have the right time though they were signed days before they arrived, once a heartbeat told the clock', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const response = answers(server, 1)[0];
    const batch = await tablet.batch({ responses: [response] });
    server.clock.now += 3 * 86_400_000;
    await tablet.heartbeat();
    await tablet.send(batch);
    expect((await stored(server))[0]?.answeredAt).toBe(Date.parse(response?.answeredAt ?? ''));
  });

  it('goes on after a restore: the server says where, and the tablet signs again from there', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    await tablet.deliver(answers(server, 1));
    const { deviceBatches, devices } = server.context.db.tables;
    const kept = { lastSequence: tablet.sequence, lastHash: tablet.previous };
    const { batch: lost } = await tablet.deliver([]);
    await tablet.deliver([]);
    // As a backup from before the second batch would have it.
    await server.context.db.write((tx) => [tx.delete(deviceBatches), tx.update(devices).set(kept)]);
    const waiting = answers(server, 2);
    const refused = await tablet.send(await tablet.batch({ responses: waiting }));
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'batch_out_of_order']);
    const { expected } = refused.json();
    expect(expected).toEqual({ sequence: 2, previous: lost.previous });
    Object.assign(tablet, { sequence: expected.sequence - 1, previous: expected.previous });
    await tablet.deliver(waiting);
    await tablet.deliver(answers(server, 1));
    expect(await stored(server)).toHaveLength(4);
  });

  it('that were counted as left are summed by question, and what no form asks is left out', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    await tablet.deliver([], {
      dropOffs: [leftAt('c15', 2), leftAt('c15', 1), leftAt('c16', 1), leftAt('x', 5)],
    });
    await tablet.deliver([], { dropOffs: [leftAt('c15', 4)] });
    expect(await dropOffs(server)).toEqual([
      { question: 'c15', n: 7 },
      { question: 'c16', n: 1 },
    ]);
    expect(await dropOffs(server, '2026-11-19')).toEqual([]);
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
