import { describe, expect, it } from 'vitest';
import { testServer } from '../support/server.ts';

const STAFF = [
  '/api/me',
  '/api/agencies',
  '/api/touchpoints',
  '/api/questionnaires',
  '/api/questionnaires/one-stop@1',
  '/api/results',
  '/api/results/agencies',
  '/api/exports/responses.csv',
  '/api/exports/codebook.csv',
];

describe('staff routes', () => {
  it.each(STAFF)('%s are open at the server itself and closed to everybody else', async (url) => {
    const { app } = await testServer();
    const from = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ url, remoteAddress, headers })).statusCode;
    expect(await from('127.0.0.1')).toBe(200);
    expect(await from('::1')).toBe(200);
    expect(await from('192.168.1.20')).toBe(401);
    expect(await from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(401);
    expect(await from('127.0.0.1', { forwarded: 'for=127.0.0.1' })).toBe(401);
    expect(await from('127.0.0.1', { 'x-real-ip': '10.0.0.1' })).toBe(401);
    expect(await from('127.0.0.1', { host: 'rebound.example:8080' })).toBe(401);
    expect(await from('127.0.0.1', { host: '[::1]:8080' })).toBe(200);
  });

  it('include publishing a questionnaire', async () => {
    const { app } = await testServer();
    const request = { method: 'POST' as const, url: '/api/questionnaires', payload: {} };
    const reply = await app.inject({ ...request, remoteAddress: '10.0.0.9' });
    expect([reply.statusCode, reply.json()]).toEqual([401, { status: 401, code: 'not_signed_in' }]);
  });

  it('are open to everybody in a demonstration, which has no secrets', async () => {
    const { app } = await testServer({ demo: true });
    for (const url of STAFF)
      expect((await app.inject({ url, remoteAddress: '192.168.1.20' })).statusCode).toBe(200);
  });
});

describe('every route', () => {
  it('says who may call it, or the server does not start', async () => {
    const { app, context } = await testServer();
    await app.close();
    const { buildApp } = await import('../../server/app.ts');
    const other = await buildApp(context, { pages: false });
    expect(() => other.get('/api/forgotten', async () => ({}))).toThrow(/does not say who may call it/);
    await other.close();
  });

  it('carries the headers that keep a page to itself, and no cookie', async () => {
    const { get } = await testServer();
    const { headers } = await get('/api/health');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is described in the OpenAPI document, with its errors left to the one problem form', async () => {
    const { get } = await testServer();
    const { paths } = (await get('/api/openapi.json')).json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/health',
        '/api/touchpoints/{code}',
        '/api/responses',
        '/api/responses/batch',
        '/api/results',
        '/api/results/agencies',
        '/api/exports/responses.csv',
      ]),
    );
    expect((await get('/api/nothing')).json()).toEqual({ status: 404, code: 'not_found' });
  });
});
