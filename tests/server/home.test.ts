import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { toAccount } from '../../server/accounts/creation.ts';
import { actorFor } from '../../server/accounts/queries.ts';
import { newScreening } from '../../server/comments/screening.ts';
import { readHome } from '../../server/home/needs.ts';
import { allCriteria, submission, testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

describe('what the home page is told', () => {
  it('is where a new installation stands', async () => {
    const { get } = await testServer();
    const home = (await get('/api/home')).json();
    expect(home).toEqual({
      month: { year: 2026, index: 12, from: '2026-11-15', to: '2026-12-14' },
      previousMonth: { year: 2026, index: 11, from: '2026-10-15', to: '2026-11-14' },
      touchpoints: { open: 3, printed: false },
      devices: { n: 0, silent: { n: 0, named: [] }, unsent: { n: 0, named: [] } },
      accounts: { n: 0, expired: 0, unused: { n: 0, named: [] } },
      comments: { since: '2026-10-22', unread: 0, allegations: 0 },
      // The month is five days old.
      quietAgencies: null,
    });
  });

  it('names agencies without an answer once the month is a week old, and those that print', async () => {
    const { get, clock, agencies, touchpoints } = await testServer();
    clock.now += 4 * 86_400_000;
    const { quietAgencies } = (await get('/api/home')).json();
    expect(quietAgencies).toMatchObject({ of: 3, n: 3 });
    expect(quietAgencies.named.map(({ id }: { id: string }) => id).sort()).toEqual(
      agencies.map(({ id }) => id).sort(),
    );
    expect((await get(`/api/print/poster.pdf?touchpoints=${touchpoints[0]?.code}`)).statusCode).toBe(200);
    expect((await get('/api/home')).json().touchpoints).toEqual({ open: 3, printed: true });
  });

  it('stays within reach, and tells of accounts only whom they concern', async () => {
    const { context, agencies } = await testServer();
    const [own] = agencies;
    const account = toAccount(
      { username: 'an', name: 'An', role: 'agency_manager', agencyId: own?.id ?? null },
      '',
      context.now(),
    );
    const home = await readHome(context, actorFor(account));
    expect(home.touchpoints).toEqual({ open: 1, printed: false });
    expect(home.accounts).toBe(null);
  });

  it('counts what nobody has read: allegations for the inspector alone, comments for whoever reads them', async () => {
    const server = await testServer();
    const { context, agencies, clock } = server;
    for (const [comment, daysAgo] of [
      ['Cán bộ vòi tiền', 2],
      ['Chờ lâu', 2],
      ['Chờ lâu', 40],
    ] as const) {
      const at = new Date(clock.now - daysAgo * 86_400_000).toISOString();
      const body = submission(server.touchpoints[0]?.code ?? '', {
        answers: allCriteria('4', { comment }),
        startedAt: at,
        answeredAt: at,
      });
      expect((await server.submit(body)).statusCode).toBe(201);
    }
    await newScreening(context.db).catchUp();
    const commentsOf = async (role: Role, agency: string | null = null) =>
      (await (await staff(server, role, agency)).get('/api/home')).json().comments;
    const since = '2026-10-22';
    expect(await commentsOf('inspector')).toEqual({ since, unread: 2, allegations: 1 });
    expect(await commentsOf('provincial_analyst')).toEqual({ since, unread: 1, allegations: 0 });
    expect(await commentsOf('agency_manager', agencies[0]?.id)).toEqual({ since, unread: 1, allegations: 0 });
    expect(await commentsOf('agency_manager', agencies[1]?.id)).toEqual({ since, unread: 0, allegations: 0 });
    expect(await commentsOf('counter_officer')).toBe(null);
  });

  it('is nobody else’s', async () => {
    const { app } = await testServer();
    const reply = await app.inject({ url: '/api/home', remoteAddress: '10.0.0.9' });
    expect(reply.json()).toEqual({ status: 401, code: 'not_signed_in' });
  });
});
