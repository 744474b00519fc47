import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { CommentPart } from '#domain/comment-screening.ts';
import type { Role } from '#domain/roles.ts';
import { commentCommands } from '../../server/comments/commands.ts';
import { eraseOlderThan } from '../../server/comments/retention.ts';
import { newScreening } from '../../server/comments/screening.ts';
import { readConfig } from '../../server/config.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { recount } from '../../server/tallies/recount.ts';
import { DIALECTS, type Dialect } from '../support/databases.ts';
import { temporaryFolder } from '../support/folders.ts';
import {
  AGENCY_NAMES,
  allCriteria,
  SIGNER,
  submission,
  type TestServer,
  testServer,
} from '../support/server.ts';
import { staff } from '../support/staff.ts';

const DAY = 86_400_000;

interface Listed {
  comments: { id: string; parts: CommentPart[] | null; labels: string[]; status: string; day: string }[];
  total: number;
}

async function inbox(dialect?: Dialect) {
  const server = await testServer({ ...(dialect && { dialect }) });
  const as = (role: Role, agency: string | null = null) => staff(server, role, agency);
  const [own, other] = server.agencies.map(({ id }) => id) as [string, string];
  return {
    server,
    as,
    inspector: await as('inspector'),
    analyst: await as('provincial_analyst'),
    manager: await as('agency_manager', own),
    own,
    other,
  };
}

async function write(server: TestServer, comment: string, { agency = 0, daysAgo = 2, answers = {} } = {}) {
  const at = new Date(server.clock.now - daysAgo * DAY).toISOString();
  const code = server.touchpoints[agency]?.code ?? '';
  const body = submission(code, {
    answers: allCriteria('4', { comment, ...answers }),
    startedAt: at,
    answeredAt: at,
  });
  expect((await server.submit(body)).statusCode).toBe(201);
}

const words = (parts: CommentPart[] | null) =>
  parts?.map((part) => ('text' in part ? part.text : `<${part.masked}>`)).join('') ?? null;
const texts = (reply: { json: () => unknown }) =>
  (reply.json() as Listed).comments.map(({ parts }) => words(parts));
const firstId = async (who: { get: (url: string) => Promise<{ json: () => unknown }> }, query = '') =>
  ((await who.get(`/api/comments?${query}`)).json() as Listed).comments[0]?.id ?? '';
const auditOf = async ({ context: { db } }: TestServer) =>
  await db.read.select().from(db.tables.auditEntries).orderBy(desc(db.tables.auditEntries.seq));

describe.each(DIALECTS)('the inbox on %s', (dialect) => {
  it('shows what people wrote, masked, without hour, receipt or anything about them', async () => {
    const { server, analyst } = await inbox(dialect);
    await write(server, 'Gọi anh Nguyễn Văn A số 0912 345 678', {
      answers: { age: 'over_60', gender: 'female' },
    });
    const reply = await analyst.get('/api/comments');
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      total: 1,
      more: false,
      comments: [
        {
          agency: { name: AGENCY_NAMES[0] },
          question: 'comment',
          day: '2026-11-18',
          personal: true,
          allegation: false,
          status: 'new',
          labels: [],
        },
      ],
    });
    expect(texts(reply)).toEqual(['Gọi anh <name> số <phone>']);
    const [stored] = await responsesAfter(server.context.db, 0, 1);
    for (const secret of [stored?.id, stored?.receipt, 'over_60', 'female', '0912', 'Nguyễn'])
      expect(reply.body).not.toContain(secret);
    expect(reply.body).not.toMatch(/\d{2}:\d{2}/);
  });

  it('is searched without diacritics, word by word, with signs taken literally', async () => {
    const { server, analyst } = await inbox(dialect);
    await write(server, 'Quạt trong phòng chờ bị hư');
    await write(server, 'Được giảm 100% lệ phí, rất tốt');
    await write(server, 'Đường vào trụ sở ngập nước');
    const find = async (q: string) => texts(await analyst.get(`/api/comments?q=${encodeURIComponent(q)}`));
    expect(await find('phong quat')).toEqual(['Quạt trong phòng chờ bị hư']);
    expect(await find('ĐƯỜNG')).toEqual(['Đường vào trụ sở ngập nước']);
    expect(await find('100%')).toHaveLength(1);
    expect(await find('%')).toHaveLength(1);
    expect(await find('_')).toEqual([]);
    expect(await find("' or 1=1 --")).toEqual([]);
  });

  it('finds nothing by what is masked: a search must not tell who wrote', async () => {
    const { server, analyst } = await inbox(dialect);
    await write(server, 'Gọi anh Nguyễn Văn Tám 0912345678 nhé');
    const find = async (q: string) => texts(await analyst.get(`/api/comments?q=${encodeURIComponent(q)}`));
    expect(await find('0912345678')).toEqual([]);
    expect(await find('nguyen van tam')).toEqual([]);
    expect(await find('goi nhe')).toHaveLength(1);
  });

  it('is filtered by agency, days, label, status and flags, and paged newest day first', async () => {
    const { server, analyst, inspector, other } = await inbox(dialect);
    await write(server, 'một', { daysAgo: 9 });
    await write(server, 'hai, gọi 0912345678', { agency: 1, daysAgo: 5 });
    await write(server, 'ba', { agency: 1, daysAgo: 3 });
    await write(server, 'bốn đòi tiền', { daysAgo: 1 });
    const get = async (query: string) => texts(await inspector.get(`/api/comments?${query}`));
    expect(await get('')).toEqual(['bốn đòi tiền', 'ba', 'hai, gọi <phone>', 'một']);
    expect(await get('size=2&page=2')).toEqual(['hai, gọi <phone>', 'một']);
    expect(await get(`agency=${other}`)).toEqual(['ba', 'hai, gọi <phone>']);
    expect(await get('from=2026-11-15&to=2026-11-17')).toEqual(['ba', 'hai, gọi <phone>']);
    expect(await get('flagged=personal')).toEqual(['hai, gọi <phone>']);
    expect(await get('flagged=allegation')).toEqual(['bốn đòi tiền']);
    await analyst.send('PATCH', `/api/comments/${await firstId(analyst)}`, {
      labels: ['time'],
      status: 'in_progress',
    });
    expect(await get('label=time')).toEqual(['ba']);
    expect(await get('status=in_progress')).toEqual(['ba']);
    expect(await get('status=resolved')).toEqual([]);
  });

  it('counts by status and label over time', async () => {
    const { server, inspector } = await inbox(dialect);
    await write(server, 'một đòi tiền', { daysAgo: 30 });
    await write(server, 'hai');
    const reply = await inspector.get('/api/comments/counts?from=2026-10-01&to=2026-11-20&by=month');
    expect(reply.json()).toEqual({
      statuses: { new: 2 },
      labels: { allegation: 1 },
      over: [
        { from: '2026-10-01', to: '2026-10-31', n: 1, labels: { allegation: 1 } },
        { from: '2026-11-01', to: '2026-11-20', n: 1, labels: {} },
      ],
    });
  });

  it('takes labels and a status, and writes down who changed what', async () => {
    const { server, analyst, own } = await inbox(dialect);
    await write(server, 'Chờ lâu');
    const id = await firstId(analyst);
    const reply = await analyst.send('PATCH', `/api/comments/${id}`, {
      labels: ['time', 'proposal', 'time'],
      status: 'read',
    });
    expect(reply.json()).toMatchObject({ status: 'read', labels: ['proposal', 'time'] });
    await analyst.send('PATCH', `/api/comments/${id}`, { status: 'read' });
    const entries = await auditOf(server);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: 'comment.changed',
      subjectId: id,
      agencyId: own,
      role: 'provincial_analyst',
      after: JSON.stringify({ status: 'read', labels: ['proposal', 'time'] }),
    });
  });

  it('opens what was masked, and writes down each time that somebody looked, not what he saw', async () => {
    const { server, analyst } = await inbox(dialect);
    await write(server, 'Gọi 0912345678');
    const id = await firstId(analyst);
    for (let time = 0; time < 2; time++)
      expect((await analyst.send('POST', `/api/comments/${id}/opening`)).json()).toEqual({
        id,
        text: 'Gọi 0912345678',
      });
    const entries = await auditOf(server);
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['comment.opened', id],
      ['comment.opened', id],
    ]);
    expect(JSON.stringify(entries)).not.toContain('0912');
    expect(texts(await analyst.get('/api/comments'))).toEqual(['Gọi <phone>']);
  });

  it('erases words that are old enough: ledger, figures and counts of comments stay', async () => {
    const { server, analyst } = await inbox(dialect);
    const { db } = server.context;
    await write(server, 'Gọi 0912345678', { daysAgo: 40 });
    await write(server, 'mới', { daysAgo: 10 });
    const projector = new Projector(server.context);
    await projector.checkpoint();
    const before = (await server.get('/api/results')).json();
    const screening = newScreening(db);
    const doer = { actor: null, origin: null };
    expect(await eraseOlderThan(server.context, screening, 30, doer)).toBe(1);
    expect(await eraseOlderThan(server.context, screening, 30, doer)).toBe(0);
    expect(await verifyLedger(db, SIGNER)).toMatchObject({ ok: true, size: 2 });
    expect(await recount(db)).toEqual({ responses: 2, corrected: [] });
    expect((await server.get('/api/results')).json()).toEqual(before);
    expect(texts(await analyst.get('/api/comments'))).toEqual(['mới', null]);
    expect(texts(await analyst.get('/api/comments?q=goi'))).toEqual([]);
    const [old] = await responsesAfter(db, 0, 1);
    expect(JSON.stringify(old)).not.toContain('0912');
    const erased = ((await analyst.get('/api/comments')).json() as Listed).comments[1];
    const opening = await analyst.send('POST', `/api/comments/${erased?.id}/opening`);
    expect([opening.statusCode, opening.json().code]).toEqual([410, 'comment_erased']);
  });

  it('screens each comment once, whoever looks at the same time', async () => {
    const { server, analyst } = await inbox(dialect);
    for (let at = 0; at < 7; at++) await write(server, `ý kiến ${at}`);
    const both = [newScreening(server.context.db), newScreening(server.context.db)];
    await Promise.all(both.map((screening) => screening.catchUp()));
    await Promise.all([analyst.get('/api/comments'), analyst.get('/api/comments')]);
    expect(((await analyst.get('/api/comments')).json() as Listed).total).toBe(7);
  });
});

describe('an agency', () => {
  it('sees its own comments up to yesterday, and no other’s', async () => {
    const { server, as, manager, analyst, own, other } = await inbox();
    await write(server, 'hôm nay', { daysAgo: 0 });
    await write(server, 'hôm qua', { daysAgo: 1 });
    await write(server, 'nơi khác', { agency: 1 });
    expect(texts(await manager.get('/api/comments'))).toEqual(['hôm qua']);
    expect(texts(await analyst.get('/api/comments'))).toHaveLength(3);
    expect((await manager.get(`/api/comments?agency=${other}`)).json().code).toBe('unknown_agency');
    const today = await firstId(analyst);
    expect((await manager.get(`/api/comments/${today}`)).statusCode).toBe(404);
    server.clock.now += DAY;
    const nextDay = await as('agency_manager', own);
    expect((await nextDay.get(`/api/comments/${today}`)).statusCode).toBe(200);
  });

  it('never learns of an allegation, whichever way it asks; the inspector does', async () => {
    const { server, manager, inspector, own, as } = await inbox();
    await write(server, 'Cán bộ vòi tiền');
    await write(server, 'can bo hach sach dan');
    await write(server, 'bình thường thôi', { answers: { c15: '1', 'c15:reason': 'unofficial_cost' } });
    expect(texts(await inspector.get('/api/comments'))).toHaveLength(3);
    const id = await firstId(inspector);
    for (const query of ['', 'flagged=allegation', 'label=allegation', 'q=tien', `agency=${own}`])
      expect((await manager.get(`/api/comments?${query}`)).json()).toEqual({
        comments: [],
        total: 0,
        more: false,
      });
    expect((await manager.get('/api/comments/counts')).json()).toMatchObject({ statuses: {}, labels: {} });
    expect((await manager.get(`/api/comments/${id}`)).statusCode).toBe(404);
    expect((await manager.send('PATCH', `/api/comments/${id}`, { labels: [] })).statusCode).toBe(404);
    expect(texts(await (await as('provincial_analyst')).get('/api/comments'))).toEqual([]);
    // An inspector who belongs to the agency named is of the agency named.
    expect(texts(await (await as('inspector', own)).get('/api/comments'))).toEqual([]);
  });

  it('loses sight of a comment that somebody labels as an allegation, and gets it when the inspector clears it', async () => {
    const { server, manager, inspector } = await inbox();
    await write(server, 'Anh ở quầy 2 xin thêm năm trăm');
    const id = await firstId(manager);
    expect((await manager.send('PATCH', `/api/comments/${id}`, { labels: ['allegation'] })).statusCode).toBe(
      200,
    );
    expect((await manager.get(`/api/comments/${id}`)).statusCode).toBe(404);
    await inspector.send('PATCH', `/api/comments/${id}`, { labels: ['attitude'] });
    expect((await manager.get(`/api/comments/${id}`)).json()).toMatchObject({ labels: ['attitude'] });
    const changes = (await auditOf(server)).filter(({ action }) => action !== 'request.refused');
    expect(changes.map(({ agencyId }) => agencyId)).toEqual([null, null]);
  });

  it('opens nothing and cannot change another’s', async () => {
    const { server, manager, analyst, as, other } = await inbox();
    await write(server, 'Gọi 0912345678');
    const id = await firstId(analyst);
    expect((await manager.send('POST', `/api/comments/${id}/opening`)).statusCode).toBe(403);
    const stranger = await as('agency_manager', other);
    expect((await stranger.send('PATCH', `/api/comments/${id}`, { status: 'resolved' })).statusCode).toBe(
      404,
    );
    expect((await (await as('counter_officer')).get('/api/comments')).statusCode).toBe(403);
    expect((await (await as('administrator')).get('/api/comments')).statusCode).toBe(403);
  });
});

describe('the routes of comments', () => {
  it('refuse what is malformed', async () => {
    const { server, analyst } = await inbox();
    await write(server, 'x');
    const id = await firstId(analyst);
    for (const body of [
      { status: 'gone' },
      { labels: ['nonsense'] },
      { labels: 'time' },
      { allegation: false },
    ])
      expect((await analyst.send('PATCH', `/api/comments/${id}`, body)).statusCode).toBe(400);
    for (const query of [
      'size=0',
      'size=1000',
      'page=x',
      'status=gone',
      'label=nonsense',
      'flagged=no',
      'from=x',
    ])
      expect((await analyst.get(`/api/comments?${query}`)).statusCode).toBe(400);
    expect((await analyst.get('/api/comments/nobody')).json().code).toBe('unknown_comment');
    expect((await analyst.get('/api/comments/labels')).json().labels.length).toBeGreaterThan(8);
  });
});

describe('comment erase', () => {
  const run = (folder: string, args: string[]) =>
    commentCommands[0]?.run(readConfig({ DATA_DIR: folder }), args) ??
    Promise.reject(new Error('no command'));

  it('erases what is older than so many days, and nothing without a number', async () => {
    const folder = temporaryFolder();
    const server = await testServer({ folder });
    server.clock.now = Date.now();
    await write(server, 'cũ', { daysAgo: 30 });
    expect(await run(folder, ['--older-than', '40'])).toEqual(['0 comments erased']);
    expect(await run(folder, ['--older-than', '10'])).toEqual(['1 comments erased']);
    for (const args of [[], ['--older-than', '0'], ['--older-than', 'x']])
      await expect(run(folder, args)).rejects.toThrow(/number of days/);
  });
});
