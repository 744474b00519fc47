import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/roles.ts';
import { formatCode } from '#domain/touchpoints.ts';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { findPrintable } from '../../server/printing/placards.ts';
import { insertTouchpoints } from '../../server/touchpoints/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openPdf } from '../support/printed.ts';
import { runCommand } from '../support/process.ts';
import { NOW, type TestServer, testServer } from '../support/server.ts';

const codesOf = (server: TestServer) => server.touchpoints.map(({ code }) => code);
const print = (server: TestServer, codes: readonly string[], layout = 'poster') =>
  server.get(`/api/print/${layout}.pdf?touchpoints=${encodeURIComponent(codes.join(','))}`);
const printed = async ({ context: { db } }: TestServer) =>
  (await db.read.select().from(db.tables.auditEntries)).filter(
    ({ action }) => action === 'touchpoint.printed',
  );

async function setState(server: TestServer, code: string, state: 'paused' | 'revoked'): Promise<void> {
  const { db } = server.context;
  const { touchpoints } = db.tables;
  await db.write((tx) => [tx.update(touchpoints).set({ state }).where(eq(touchpoints.code, code))]);
}

describe.each(DIALECTS)('GET /api/print/*.pdf on %s', (dialect) => {
  it('prints one page for each touchpoint in the order asked for, and writes down who printed what', async () => {
    const server = await testServer({ dialect });
    const [first = '', second = ''] = codesOf(server);
    const reply = await print(server, [formatCode(second), first.toLowerCase(), second]);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="poster_2-diem_2026-11-20.pdf"',
      'x-pages': '2',
    });
    expect((await openPdf(reply.rawPayload)).numPages).toBe(2);
    expect(await printed(server)).toMatchObject([
      {
        subjectId: server.touchpoints[1]?.id,
        agencyId: server.agencies[1]?.id,
        after: '{"layout":"poster"}',
      },
      { subjectId: server.touchpoints[0]?.id, agencyId: server.agencies[0]?.id, actorName: 'operator' },
    ]);
  });

  it('names every revoked touchpoint and prints nothing, but prints a paused one', async () => {
    const server = await testServer({ dialect });
    const [first = '', second = '', third = ''] = codesOf(server);
    await setState(server, first, 'paused');
    expect((await print(server, [first])).statusCode).toBe(200);
    await setState(server, second, 'revoked');
    await setState(server, third, 'revoked');
    const reply = await print(server, [first, second, third]);
    const issue = (code: string) => ({ path: ['touchpoints', formatCode(code)], code: 'touchpoint_revoked' });
    const issues = [issue(second), issue(third)];
    expect(reply.json()).toEqual({ status: 409, code: 'touchpoint_revoked', issues });
    expect(await printed(server)).toHaveLength(1);
  });

  it('prints nothing for an agency that has closed, but still on its last day', async () => {
    const server = await testServer({ dialect });
    const [first = '', second = ''] = codesOf(server);
    const close = (lastDay: string) =>
      server.app.inject({
        method: 'PUT',
        url: `/api/agencies/${server.agencies[1]?.id}/closure`,
        payload: { lastDay },
      });
    const reopen = () =>
      server.app.inject({ method: 'DELETE', url: `/api/agencies/${server.agencies[1]?.id}/closure` });
    await close('2026-11-20');
    expect((await print(server, [first, second])).statusCode).toBe(200);
    await reopen();
    await close('2026-11-19');
    const issues = [{ path: ['touchpoints', formatCode(second)], code: 'agency_closed' }];
    const reply = await print(server, [first, second]);
    expect(reply.json()).toEqual({ status: 409, code: 'agency_closed', issues });
    expect(await printed(server)).toHaveLength(2);
  });

  it('knows nothing of a touchpoint out of reach, as of one that does not exist', async () => {
    const server = await testServer({ dialect });
    const [own = '', other = ''] = codesOf(server);
    const agencyId = server.agencies[0]?.id ?? '';
    const actor: Actor = { accountId: 'a', name: 'Lan', role: 'counter_officer', agencyId };
    const refused = (codes: string[]) => findPrintable(server.context, actor, codes).catch((error) => error);
    expect(await findPrintable(server.context, actor, [own])).toHaveLength(1);
    for (const code of [other, '22222222'])
      expect(await refused([own, code])).toMatchObject({
        status: 404,
        code: 'unknown_touchpoint',
        issues: [{ path: ['touchpoints', code], code: 'unknown_touchpoint' }],
      });
    expect((await print(server, [own, '22222222'])).statusCode).toBe(404);
    expect(await printed(server)).toEqual([]);
  });
});

describe('printing', () => {
  it.each([
    ['no touchpoint', ''],
    ['no parameter', null],
    ['an empty place in the list', '7KQMP3XR,'],
    ['what cannot be a code', "7KQMP3XR,'; drop table"],
    ['too long a list', '7KQMP3XR,'.repeat(2000)],
  ])('refuses %s', async (_what, list) => {
    const server = await testServer();
    const query = list === null ? '' : `?touchpoints=${encodeURIComponent(list)}`;
    const reply = await server.get(`/api/print/poster.pdf${query}`);
    expect(reply.json()).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('prints five hundred at a time and not one more', { timeout: 60_000 }, async () => {
    const server = await testServer();
    const { db } = server.context;
    const [agency] = server.agencies;
    if (!agency) throw new Error('no agency');
    const rows = Array.from({ length: 501 }, () => newTouchpoint(agency, 'counter', 'one-stop@1', NOW));
    await db.write((tx) => [insertTouchpoints(tx, db.tables, rows)]);
    const codes = rows.map(({ code }) => formatCode(code));
    expect((await print(server, codes)).json()).toMatchObject({ status: 400, code: 'malformed' });
    const reply = await print(server, codes.slice(0, 500));
    expect([reply.statusCode, reply.headers['x-pages']]).toEqual([200, '500']);
    expect((await openPdf(reply.rawPayload)).numPages).toBe(500);
    expect(await printed(server)).toHaveLength(500);
    const about = Number(reply.headers['x-bytes-about']);
    expect(about / reply.rawPayload.length).toBeGreaterThan(0.7);
    expect(about / reply.rawPayload.length).toBeLessThan(1.4);
  });

  it.each(['poster.pdf?', 'tent.pdf?', 'stickers.pdf?', 'stickers.pdf?fill=each&'])(
    'says about how large a file of %s will be',
    async (path) => {
      const server = await testServer();
      const reply = await server.get(`/api/print/${path}touchpoints=${codesOf(server)}`);
      const about = Number(reply.headers['x-bytes-about']);
      expect(about / reply.rawPayload.length).toBeGreaterThan(0.7);
      expect(about / reply.rawPayload.length).toBeLessThan(1.4);
    },
  );

  it('refuses a layout that there is none of, a fill that there is none of, and strangers', async () => {
    const server = await testServer();
    const [code = ''] = codesOf(server);
    expect((await print(server, [code], 'banner')).json()).toEqual({ status: 404, code: 'not_found' });
    const url = `/api/print/stickers.pdf?touchpoints=${code}`;
    expect((await server.get(`${url}&fill=half`)).statusCode).toBe(400);
    for (const each of [url, '/api/print'])
      expect((await server.app.inject({ url: each, remoteAddress: '10.0.0.9' })).statusCode).toBe(401);
  });

  it('names the file of one touchpoint in plain letters', async () => {
    const server = await testServer();
    const [code = ''] = codesOf(server);
    const { headers } = await print(server, [code], 'tent');
    const name = `tent_ubnd-phuong-cai-rang_${formatCode(code)}.pdf`;
    expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
  });

  it('tells beforehand where codes will lead, and that no phone can open this machine’s own address', async () => {
    const server = await testServer();
    const read = async () => (await server.get('/api/print')).json();
    expect(await read()).toEqual({ address: 'http://localhost:80', local: true, most: 500 });
    for (const [publicUrl, local] of [
      ['https://lang.example', false],
      ['https://localhost.lang.example', false],
      ['http://127.0.0.1:8080', true],
      ['http://[::1]', true],
    ] as const) {
      server.context.config.publicUrl = publicUrl;
      expect(await read()).toEqual({ address: publicUrl, local, most: 500 });
    }
  });

  it('is an operator’s command too, which needs the public address', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const server = await testServer({ folder });
    const codes = codesOf(server);
    const out = join(folder, 'posters.pdf');
    const run = () => runCommand(folder, 'touchpoint', 'print', ...codes, '--layout', 'tent', '--out', out);
    expect(run).toThrow(/PUBLIC_URL/);
    const env = { ...process.env, DATA_DIR: folder, PUBLIC_URL: 'https://lang.example' };
    const args = ['server/cli.ts', 'touchpoint', 'print', ...codes, '--layout', 'tent', '--out', out];
    execFileSync(process.execPath, args, { env });
    expect((await openPdf(readFileSync(out))).numPages).toBe(3);
    expect(await printed(server)).toHaveLength(3);
  });
});
