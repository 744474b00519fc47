import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { Intake } from '../../server/responses/intake.ts';
import { type NewResponse, responsesAfter } from '../../server/responses/queries.ts';
import { readSubmission } from '../../server/responses/submission.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';

async function rows({ context, touchpoints }: TestServer, count: number): Promise<NewResponse[]> {
  const code = touchpoints[0]?.code ?? '';
  const all = Array.from({ length: count }, () =>
    readSubmission(context, { channel: 'web', ...submission(code) }),
  );
  return await Promise.all(all);
}

test('what arrives together is committed together', async () => {
  const server = await testServer();
  let writes = 0;
  const counting = {
    ...server.context.db,
    write: (...args: Parameters<typeof server.context.db.write>) => {
      writes++;
      return server.context.db.write(...args);
    },
  };
  const intake = new Intake(counting);
  const outcomes = await Promise.all((await rows(server, 60)).map((row) => intake.store(row)));
  expect(new Set(outcomes)).toEqual(new Set(['stored']));
  expect(writes).toBe(1);
});

test('beyond what may wait the answer is "overloaded", and everything accepted is stored', async () => {
  const server = await testServer();
  const [template] = await rows(server, 1);
  const intake = new Intake(server.context.db);
  const accepted: Promise<string>[] = [];
  let refused = 0;
  for (let index = 0; index < 5200; index++) {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    try {
      accepted.push(intake.store({ ...(template as NewResponse), id }));
    } catch (error) {
      expect(error).toMatchObject({ kind: 'overloaded', status: 503 });
      refused++;
    }
  }
  await Promise.all(accepted);
  expect(refused).toBe(200);
  expect(await responsesAfter(server.context.db, 0, 10_000)).toHaveLength(5000);
});

test('a failed commit tells everybody who waited for it, and the next one works', async () => {
  const server = await testServer();
  let fail = true;
  const failing = {
    ...server.context.db,
    write: (...args: Parameters<typeof server.context.db.write>) =>
      fail ? Promise.reject(new Error('disk')) : server.context.db.write(...args),
  };
  const intake = new Intake(failing);
  const both = await rows(server, 2);
  const outcomes = await Promise.allSettled(both.map((row) => intake.store(row)));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fail = false;
  expect(await Promise.all(both.map((row) => intake.store(row)))).toEqual(['stored', 'stored']);
});

test('closing the server finishes what was accepted', async () => {
  const server = await testServer();
  const code = server.touchpoints[0]?.code ?? '';
  const replies = Promise.all(Array.from({ length: 40 }, () => server.submit(submission(code))));
  await new Promise((resolve) => setImmediate(resolve));
  await server.app.close();
  const statuses = (await replies).map((reply) => reply.statusCode);
  const stored = await responsesAfter(server.context.db, 0, 100);
  expect(stored).toHaveLength(statuses.filter((status) => status === 201).length);
  expect(stored.length).toBeGreaterThan(0);
});

test('a request that is only half sent holds nobody up', async () => {
  const server = await testServer();
  const address = new URL(await server.app.listen({ port: 0, host: '127.0.0.1' }));
  const half = connect(Number(address.port), '127.0.0.1');
  half.write(
    'POST /api/responses HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"id"',
  );
  const reply = await fetch(new URL('/api/responses', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission(server.touchpoints[0]?.code ?? '')),
  });
  expect(reply.status).toBe(201);
  half.destroy();
  expect(await responsesAfter(server.context.db, 0, 10)).toHaveLength(1);
});
