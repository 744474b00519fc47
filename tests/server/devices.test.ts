import { describe, expect, it } from 'vitest';
import { receiptOf } from '#domain/receipts.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const stored = ({ context }: TestServer) => responsesAfter(context.db, 0, 1000);
const codeOf = (server: TestServer, index = 0) => server.touchpoints[index]?.code ?? '';
const answers = (server: TestServer, count: number) =>
  Array.from({ length: count }, () => submission(codeOf(server)));
const codes = (reply: { statusCode: number; json: () => { code: string } }) => [
  reply.statusCode,
  reply.json().code,
];

describe.each(DIALECTS)('a paired tablet on %s', (dialect) => {
  it('stores its responses as its own, from a kiosk, with their receipts', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const responses = answers(server, 2);
    const { reply } = await tablet.deliver(responses);
    expect(reply.json()).toEqual({
      sequence: 1,
      results: responses.map(({ id }) => ({ status: 201, id, receipt: receiptOf(id) })),
    });
    const rows = await stored(server);
    expect(rows.map(({ id, channel, deviceId }) => [id, channel, deviceId])).toEqual(
      responses.map(({ id }) => [id, 'kiosk', tablet.id]),
    );
  });

  it('hears of each response alone: a bad one spoils no other', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const [good, other] = answers(server, 2);
    const items = [
      good,
      { nonsense: true },
      submission(codeOf(server), { answers: { c15: '9' } }),
      submission(codeOf(server, 1)),
      good,
      { ...good, locale: 'en' },
      other,
    ];
    const reply = await tablet.send(await tablet.batch({ responses: items }));
    const results = reply.json().results.map((result: { status: number }) => result.status);
    expect(results).toEqual([201, 400, 422, 422, 200, 409, 201]);
    expect(reply.json().results[3].issues).toEqual([{ path: ['touchpoint'], code: 'unknown_touchpoint' }]);
    expect(await stored(server)).toHaveLength(2);
  });

  it('may send its newest batch again and hears the same, and nothing is stored twice', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const { batch, reply } = await tablet.deliver(answers(server, 3));
    const again = await tablet.send(batch);
    expect(again.statusCode).toBe(200);
    const receipts = (of: typeof reply) => of.json().results.map((each: { receipt: string }) => each.receipt);
    expect(receipts(again)).toEqual(receipts(reply));
    expect(await stored(server)).toHaveLength(3);
  });

  it('is told what is expected when a batch has no place in its chain', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const { batch: first } = await tablet.deliver(answers(server, 1));
    const { batch: second } = await tablet.deliver(answers(server, 1));
    const expected = { sequence: 3, previous: tablet.previous };
    const cases: [unknown, object][] = [
      [first, { code: 'batch_replayed', taken: true }],
      [await tablet.batch({ responses: [] }, { sequence: 1, previous: '' }), { taken: false }],
      [
        await tablet.batch({ responses: [] }, { sequence: 2, previous: second.previous }),
        { code: 'batch_replaced' },
      ],
      [await tablet.batch({ responses: [] }, { sequence: 4 }), { code: 'batch_out_of_order' }],
      [await tablet.batch({ responses: [] }, { previous: 'ab'.repeat(32) }), { code: 'batch_out_of_order' }],
    ];
    for (const [batch, problem] of cases) {
      const reply = await tablet.send(batch);
      expect(reply.statusCode).toBe(409);
      expect(reply.json()).toMatchObject({ ...problem, expected });
    }
    const { devices } = (await server.get('/api/devices')).json();
    expect(devices[0].refusals).toEqual({ batch_replayed: 2, batch_replaced: 1, batch_out_of_order: 2 });
    expect(await stored(server)).toHaveLength(2);
  });

  it('is refused once it is revoked, and nothing is stored', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const revoked = await tablet.post(`/api/devices/${tablet.id}/revocation`, undefined);
    expect(revoked.json()).toMatchObject({ state: 'revoked', revokedAt: tablet.now() });
    expect(codes(await tablet.send(await tablet.batch({ responses: answers(server, 1) })))).toEqual([
      410,
      'device_revoked',
    ]);
    expect(codes(await tablet.heartbeat())).toEqual([410, 'device_revoked']);
    expect(await stored(server)).toEqual([]);
  });
});
