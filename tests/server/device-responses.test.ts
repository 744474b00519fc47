// What becomes of the responses in a tablet's batches: when, from where, and after what.
import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { answers, dropOffs, ids, leftAt, stored } from '../support/batches.ts';
import { DIALECTS } from '../support/databases.ts';
import { NOW, submission, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const YEAR = 365 * 86_400_000;

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
