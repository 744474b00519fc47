import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { formatCode } from '#domain/touchpoints.ts';
import { DIALECTS } from '../support/databases.ts';
import { submission, testServer } from '../support/server.ts';

describe.each(DIALECTS)('GET /api/touchpoints/:code on %s', (dialect) => {
  it('gives the screen all it needs, however the code was typed', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code ?? '';
    for (const typed of [code, formatCode(code), code.toLowerCase(), ` ${formatCode(code)} `]) {
      const reply = await server.get(`/api/touchpoints/${encodeURIComponent(typed)}`);
      expect(reply.statusCode).toBe(200);
      expect(reply.json()).toMatchObject({
        code,
        agency: { name: 'UBND phường Cái Răng', kind: 'ward' },
        questionnaire: { id: 'one-stop@1', code: 'one-stop', version: 1 },
        demo: false,
      });
    }
  });

  it('says 404 to an unknown code', async () => {
    const server = await testServer({ dialect });
    for (const code of ['22222222', 'x', '%2e%2e%2fetc']) {
      const reply = await server.get(`/api/touchpoints/${code}`);
      expect(reply.json()).toEqual({ status: 404, code: 'unknown_touchpoint' });
    }
  });

  it.each([
    ['revoked', 410],
    ['paused', 409],
  ] as const)('says that a touchpoint is %s, and takes no answers there', async (state, status) => {
    const server = await testServer({ dialect });
    const { db } = server.context;
    const { touchpoints } = db.tables;
    const code = server.touchpoints[0]?.code ?? '';
    await db.write((tx) => [tx.update(touchpoints).set({ state }).where(eq(touchpoints.code, code))]);
    const reply = await server.get(`/api/touchpoints/${code}`);
    expect(reply.json()).toEqual({ status, code: `touchpoint_${state}` });
    const refused = await server.submit(submission(code));
    expect(refused.json().issues).toEqual([{ path: ['touchpoint'], code: `touchpoint_${state}` }]);
  });
});
