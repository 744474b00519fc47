import { expect, it } from 'vitest';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { insertAgencies } from '../../server/agencies/queries.ts';
import { insertTouchpoints } from '../../server/touchpoints/queries.ts';
import { NOW, testServer } from '../support/server.ts';

it('lists 3,355 agencies and pages through 10,000 touchpoints', async () => {
  const server = await testServer();
  const { db } = server.context;
  const like = server.agencies[0];
  if (!like) throw new Error('no agency');
  const agencies = Array.from({ length: 3351 }, (_, index) => ({
    ...like,
    id: crypto.randomUUID(),
    name: `UBND phường Số ${index}`,
  }));
  const touchpoints = Array.from({ length: 9997 }, (_, index) => {
    const agency = agencies[index % agencies.length] ?? like;
    return {
      ...newTouchpoint(agency, 'counter', 'one-stop@1', NOW),
      name: index === 777 ? 'Quầy Ưu tiên' : `Quầy ${index}`,
    };
  });
  await db.write((tx) => [
    insertAgencies(tx, db.tables, agencies),
    insertTouchpoints(tx, db.tables, touchpoints),
  ]);
  const timed = async (url: string) => {
    await server.get(url);
    const started = performance.now();
    const reply = await server.get(url);
    console.info(`${url}: ${(performance.now() - started).toFixed(0)} ms`);
    return reply.json();
  };
  expect((await timed('/api/agencies')).agencies).toHaveLength(3355);
  const page = await timed('/api/touchpoints?size=50&page=200');
  expect([page.total, page.touchpoints.length]).toEqual([10_000, 50]);
  expect(
    (await timed('/api/touchpoints?size=50&sort=name&q=quay%20uu%20tien%20phuong')).touchpoints[0].name,
  ).toBe('Quầy Ưu tiên');
  expect((await timed('/api/touchpoints?size=50&sort=answers&order=desc')).total).toBe(10_000);
});
