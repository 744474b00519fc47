import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { Projector } from '../../server/tallies/projector.ts';
import { recount } from '../../server/tallies/recount.ts';
import { DIALECTS, type Dialect } from '../support/databases.ts';
import { allCriteria, submission, testServer } from '../support/server.ts';

async function filled(dialect: Dialect) {
  const server = await testServer({ dialect });
  for (let index = 0; index < 60; index++) {
    const code = server.touchpoints[index % 3]?.code ?? '';
    const at = new Date(server.clock.now - (index % 40) * 86_400_000).toISOString();
    const answers = allCriteria(String(1 + (index % 5)));
    await server.submit(submission(code, { answers, startedAt: at, answeredAt: at }));
    if (index % 17 === 0) await new Projector(server.context).catchUp();
  }
  await new Projector(server.context).catchUp();
  return { ...server, db: server.context.db };
}

describe.each(DIALECTS)('counting on %s', (dialect) => {
  it('batch by batch gives what counting everything at once gives', async () => {
    const { db } = await filled(dialect);
    expect(await recount(db)).toEqual({ responses: 60, corrected: [] });
  });

  it('is put right by a recount, which says what was wrong', async () => {
    const { db } = await filled(dialect);
    const { tallies } = db.tables;
    const [wrong] = await db.read.select().from(tallies).where(eq(tallies.grain, 'agency')).limit(1);
    const [gone] = await db.read.select().from(tallies).where(eq(tallies.grain, 'touchpoint')).limit(1);
    if (!wrong || !gone) throw new Error('nothing was counted');
    await db.write((tx) => [
      tx
        .update(tallies)
        .set({ counts: wrong.counts.map((n) => n + 1) })
        .where(eq(tallies.scope, wrong.scope)),
      tx.delete(tallies).where(eq(tallies.scope, gone.scope)),
      tx.insert(tallies).values({ ...wrong, scope: 'nobody' }),
    ]);
    const { corrected } = await recount(db);
    expect(corrected.some((key) => key.includes(wrong.scope))).toBe(true);
    expect(corrected.some((key) => key.includes(gone.scope))).toBe(true);
    expect(corrected.some((key) => key.includes('nobody'))).toBe(true);
    expect(await recount(db)).toEqual({ responses: 60, corrected: [] });
  });

  it('by several projectors at once never counts twice', async () => {
    const server = await filled(dialect);
    const code = server.touchpoints[0]?.code ?? '';
    for (let index = 0; index < 30; index++) await server.submit(submission(code));
    const projectors = Array.from({ length: 4 }, () => new Projector(server.context, undefined, 7));
    await Promise.all(projectors.map((projector) => projector.catchUp()));
    expect(await recount(server.context.db)).toEqual({ responses: 90, corrected: [] });
  });
});
