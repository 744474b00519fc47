import { describe, expect, it } from 'vitest';
import type { SubmissionInput } from '#domain/submissions.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { recount } from '../../server/tallies/recount.ts';
import { DIALECTS } from '../support/databases.ts';
import { allCriteria, SIGNER, submission, type TestServer, testServer } from '../support/server.ts';

const FAST = { startedAt: '2026-11-20T02:59:00.000Z', answeredAt: '2026-11-20T02:59:01.000Z' };

async function send(server: TestServer, count: number, changes: Partial<SubmissionInput> = {}, agency = 0) {
  const code = server.touchpoints[agency]?.code ?? '';
  for (let index = 0; index < count; index++) {
    const reply = await server.submit(submission(code, changes));
    expect(reply.statusCode).toBe(201);
  }
}

const marksIn = async ({ context }: TestServer) =>
  (await responsesAfter(context.db, 0, 1000)).map(({ marks }) => marks);

describe.each(DIALECTS)('marked responses on %s', (dialect) => {
  it('are stored with their reasons, counted, and counted apart, so that the rate without them stands beside', async () => {
    const server = await testServer({ dialect });
    await send(server, 30, { answers: allCriteria('2') });
    await send(server, 10, { answers: allCriteria('4'), trap: 'x', ...FAST });
    expect((await marksIn(server)).slice(29, 31)).toEqual([null, '["too_fast","trap"]']);
    const tree = (await server.get('/api/results')).json();
    expect(tree).toMatchObject({
      n: 40,
      overall: { rate: 25, people: 40 },
      marked: { n: 10, rateWithout: 0 },
    });
    const { agencies } = (await server.get('/api/results/agencies')).json();
    const row = agencies.find(({ id }: { id: string }) => id === server.agencies[0]?.id);
    expect(row).toMatchObject({ n: 40, rate: 25, marked: { n: 10, rateWithout: 0 } });
    const others = agencies.filter(({ id }: { id: string }) => id !== server.agencies[0]?.id);
    for (const { marked } of others) expect(marked).toEqual({ n: 0, rateWithout: null });
    expect(await recount(server.context.db)).toEqual({ responses: 40, corrected: [] });
  });

  it('show no rate without them while they are few: subtraction would tell what they said', async () => {
    const server = await testServer({ dialect });
    await send(server, 30, { answers: allCriteria('2') });
    await send(server, 9, { answers: allCriteria('4'), trap: 'x' });
    const tree = (await server.get('/api/results')).json();
    expect(tree).toMatchObject({ n: 39, marked: { n: 9, rateWithout: null } });
    const { agencies } = (await server.get('/api/results/agencies')).json();
    expect(agencies.map(({ marked }: { marked: unknown }) => marked)).toContainEqual({
      n: 9,
      rateWithout: null,
    });
  });

  it('show no rate without them for the agency that would give a small one away', async () => {
    const server = await testServer({ dialect });
    for (const agency of [0, 1]) await send(server, 30, {}, agency);
    await send(server, 3, { trap: 'x' }, 0);
    await send(server, 10, { trap: 'x' }, 1);
    const { agencies } = (await server.get('/api/results/agencies')).json();
    for (const { marked } of agencies) expect(marked.rateWithout).toBeNull();
  });

  it('are exported with their reasons', async () => {
    const server = await testServer({ dialect });
    await send(server, 1, { trap: 'x', ...FAST });
    await send(server, 1);
    const [header = '', odd = '', plain = ''] = (await server.get('/api/exports/responses.csv')).body.split(
      '\r\n',
    );
    const place = header.split(',').indexOf('marks');
    expect(odd.split(',')[place]).toBe('too_fast|trap');
    expect(plain.split(',')[place]).toBe('');
  });

  it('are held by the ledger with their marks: taking one away shows', async () => {
    const server = await testServer({ dialect });
    await send(server, 2);
    await send(server, 1, { trap: 'x' });
    await new Projector(server.context).checkpoint();
    const { db } = server.context;
    const { responses } = db.tables;
    expect(await verifyLedger(db, SIGNER)).toMatchObject({ ok: true, size: 3 });
    await db.write((tx) => [tx.update(responses).set({ marks: null })]);
    expect(await verifyLedger(db, SIGNER)).toEqual({ ok: false, fault: 'changed', position: 2 });
  });

  it('are those that say the same again from the same browser within 5 minutes', async () => {
    const server = await testServer({ dialect });
    const browser = 'one-tab';
    await send(server, 2, { browser });
    server.clock.now += 4 * 60_000;
    await send(server, 1, { browser });
    server.clock.now += 5 * 60_000 + 1;
    await send(server, 1, { browser });
    await send(server, 1, { browser, answers: allCriteria('3') });
    await send(server, 1, { browser: 'another-tab' });
    await send(server, 2);
    const again = '["repeated"]';
    expect(await marksIn(server)).toEqual([null, again, again, null, null, null, null, null]);
  });

  it('are not those that a browser sends again because it did not hear the answer, nor people at one tablet', async () => {
    const server = await testServer({ dialect });
    const body = submission(server.touchpoints[0]?.code ?? '', { browser: 'one-tab' });
    expect((await server.submit(body)).statusCode).toBe(201);
    expect((await server.submit(body)).statusCode).toBe(200);
    await send(server, 3, { browser: 'tablet', channel: 'kiosk' });
    expect(await marksIn(server)).toEqual([null, null, null, null]);
  });

  it('hold nothing of the browser or of what was written in the trap', async () => {
    const server = await testServer({ dialect });
    await send(server, 1, { browser: 'secret-token', trap: 'secret-words' });
    const stored = JSON.stringify(await responsesAfter(server.context.db, 0, 10));
    expect(stored).not.toContain('secret');
    expect((await server.get('/api/exports/responses.csv')).body).not.toContain('secret');
  });
});
