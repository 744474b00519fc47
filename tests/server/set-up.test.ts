import { describe, expect, it } from 'vitest';
import { setUpToken } from '../../server/installation/set-up.ts';
import { DIALECTS } from '../support/databases.ts';
import { type TestServer, testServer } from '../support/server.ts';

const ADMINISTRATOR = { username: 'quan.tri', name: 'Lê Quản Trị', password: 'mưa to gió lớn quá' };

const setUp = ({ app, context }: TestServer, changes: object = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/set-up',
    payload: {
      token: setUpToken(context),
      province: { unitCode: '92' },
      administrator: ADMINISTRATOR,
      ...changes,
    },
  });

describe('the first run', () => {
  it.each(DIALECTS)(
    'makes the province, a touchpoint each, the questionnaires and the administrator (%s)',
    async (dialect) => {
      const server = await testServer({ empty: true, dialect });
      expect((await server.get('/api/installation')).json()).toMatchObject({
        accounts: false,
        province: null,
      });
      const reply = await setUp(server);
      expect(reply.statusCode).toBe(204);
      const cookie = [reply.headers['set-cookie']]
        .flat()
        .map((each) => String(each).split(';')[0])
        .join('; ');
      const get = async (url: string) => (await server.app.inject({ url, headers: { cookie } })).json();
      expect(await get('/api/me')).toMatchObject({
        username: 'quan.tri',
        role: 'administrator',
        agency: null,
      });
      const { agencies } = await get('/api/agencies');
      expect(agencies.length).toBe(126);
      expect((await get('/api/touchpoints?size=1')).total).toBe(agencies.length - 1);
      expect((await server.get('/api/installation')).json()).toMatchObject({
        accounts: true,
        province: { name: 'Thành phố Cần Thơ' },
      });
    },
  );

  it('takes other offices than the usual ones, and a code', async () => {
    const server = await testServer({ empty: true });
    const offices = [{ kind: 'department', name: 'Sở Nội vụ' }];
    const reply = await setUp(server, { province: { unitCode: '92', agencyCode: 'H13', offices } });
    const cookie = String([reply.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    const { agencies } = (await server.app.inject({ url: '/api/agencies', headers: { cookie } })).json();
    expect(agencies.filter((each: { kind: string }) => each.kind === 'department')).toHaveLength(1);
    expect(agencies.find((each: { kind: string }) => each.kind === 'province').agencyCode).toBe('H13');
  });

  it.each(DIALECTS)('is won by one of two (%s)', async (dialect) => {
    const server = await testServer({ empty: true, dialect });
    const replies = await Promise.all([
      setUp(server),
      setUp(server, { administrator: { ...ADMINISTRATOR, username: 'nguoi.khac' } }),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    const { db } = server.context;
    expect(await db.read.select().from(db.tables.accounts)).toHaveLength(1);
    expect((await setUp(server)).json().code).toBe('already_set_up');
  });

  it('needs the token that the server printed', async () => {
    const server = await testServer({ empty: true });
    for (const token of ['', 'x', `${setUpToken(server.context)}x`]) {
      const reply = await setUp(server, { token });
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'wrong_set_up_token']);
    }
  });

  it('names every fault and makes nothing', async () => {
    const server = await testServer({ empty: true });
    const office = { kind: 'department', name: 'Sở Nội vụ' };
    const offices = [office, { ...office, name: '' }, { ...office, name: 'SỞ NỘI VỤ' }];
    const reply = await setUp(server, {
      province: { unitCode: '92', agencyCode: 'no code', offices },
      administrator: { ...ADMINISTRATOR, password: 'short' },
    });
    expect([reply.statusCode, reply.json().issues]).toEqual([
      422,
      [
        { path: ['administrator', 'password'], code: 'password_too_short' },
        { path: ['province', 'agencyCode'], code: 'malformed' },
        { path: ['province', 'offices', 1, 'name'], code: 'missing' },
        { path: ['province', 'offices', 2, 'name'], code: 'repeated' },
      ],
    ]);
    expect((await setUp(server, { province: { unitCode: '00' } })).json().code).toBe('unknown_province');
    const { db } = server.context;
    expect(await db.read.select().from(db.tables.accounts)).toEqual([]);
    expect(await db.read.select().from(db.tables.settings)).toEqual([]);
  });

  it('asks for the administrator alone where the province was made at the server', async () => {
    const server = await testServer();
    expect((await setUp(server)).json().issues).toEqual([{ path: ['province'], code: 'already_set_up' }]);
    expect((await setUp(server, { province: undefined })).statusCode).toBe(204);
  });
});
