import { describe, expect, it } from 'vitest';
import { receiptOf } from '#domain/receipts.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import { openComments } from '../../server/responses/comments.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { allCriteria, submission, type TestServer, testServer } from '../support/server.ts';

const stored = ({ context }: TestServer) => responsesAfter(context.db, 0, 1000);
const codeOf = (server: TestServer) => server.touchpoints[0]?.code ?? '';

describe.each(DIALECTS)('POST /api/responses on %s', (dialect) => {
  it('stores a response and gives its receipt', async () => {
    const server = await testServer({ dialect });
    const body = submission(codeOf(server), { answers: allCriteria('5', { comment: ' Tốt  ' }) });
    const reply = await server.submit(body);
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toEqual({ id: body.id, receipt: receiptOf(body.id) });
    const [row] = await stored(server);
    expect(row).toMatchObject({
      id: body.id,
      agencyId: server.agencies[0]?.id,
      channel: 'web',
      durationMs: 60_000,
    });
    expect(JSON.parse(row?.answers ?? '')).toEqual(allCriteria('5'));
    expect(openComments(row?.comments ?? null).comment?.text).toBe('Tốt');
  });

  it('answers 200 when this very response is already stored, however often and in whatever order of keys', async () => {
    const server = await testServer({ dialect });
    const body = submission(codeOf(server), { sentAt: '2026-11-20T03:00:00Z' });
    await server.submit(body);
    server.clock.now += 60_000;
    const again = { ...body, sentAt: '2026-11-20T03:01:00Z' };
    const reversed = Object.fromEntries(Object.entries(body.answers).reverse());
    for (const repeated of [again, { ...again, answers: reversed }]) {
      const reply = await server.submit(repeated);
      expect(reply.statusCode).toBe(200);
      expect(reply.json()).toEqual({ id: body.id, receipt: receiptOf(body.id) });
    }
    expect(await stored(server)).toHaveLength(1);
  });

  it('answers 409 to the same id with other content and keeps the first', async () => {
    const server = await testServer({ dialect });
    const body = submission(codeOf(server));
    await server.submit(body);
    for (const other of [
      { ...body, answers: allCriteria('1') },
      { ...body, answers: allCriteria('4', { comment: 'khác' }) },
      { ...body, touchpoint: server.touchpoints[1]?.code },
      { ...body, answeredAt: '2026-11-20T02:59:30Z' },
    ]) {
      const reply = await server.submit(other);
      expect([reply.statusCode, reply.json().code]).toEqual([409, 'other_content']);
    }
    const rows = await stored(server);
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.answers ?? '')).toEqual(allCriteria('4'));
  });

  it('stores one of two identical requests at the same instant, and says so to both', async () => {
    const server = await testServer({ dialect });
    const body = submission(codeOf(server));
    const replies = await Promise.all(Array.from({ length: 20 }, () => server.submit(body)));
    const statuses = replies.map((reply) => reply.statusCode).sort();
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(await stored(server)).toHaveLength(1);
  });

  it('stores one of two different contents racing for an id and refuses the other', async () => {
    const server = await testServer({ dialect });
    const body = submission(codeOf(server));
    const replies = await Promise.all([
      server.submit(body),
      server.submit({ ...body, answers: allCriteria('2') }),
    ]);
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409]);
    expect(await stored(server)).toHaveLength(1);
  });

  const wrong: [
    string,
    (body: SubmissionInput) => Partial<Record<keyof SubmissionInput, unknown>>,
    string[],
  ][] = [
    ['an unknown touchpoint', () => ({ touchpoint: '22222222' }), ['touchpoint: unknown_touchpoint']],
    ['something that is no code', () => ({ touchpoint: '../etc' }), ['touchpoint: unknown_touchpoint']],
    ['an unknown questionnaire', () => ({ questionnaire: 'x@1' }), ['questionnaire: unknown_questionnaire']],
    [
      'an unknown question',
      () => ({ answers: allCriteria('4', { c99: '4' }) }),
      ['answers.c99: unknown_question'],
    ],
    [
      'an unknown option',
      () => ({ answers: allCriteria('4', { c15: '9' }) }),
      ['answers.c15: unknown_option'],
    ],
    [
      'several options where one is asked',
      () => ({ answers: allCriteria('4', { age: ['18_24'] }) }),
      ['answers.age: one_option_only'],
    ],
    [
      'too long a comment',
      () => ({ answers: allCriteria('4', { comment: 'á'.repeat(1001) }) }),
      ['answers.comment: text_too_long'],
    ],
    [
      'an answer before the start',
      () => ({ answeredAt: '2026-11-20T02:00:00Z' }),
      ['answeredAt: answered_before_started'],
    ],
    [
      'several faults at once',
      () => ({ touchpoint: '22222222', answers: allCriteria('4', { c15: '9', c33: '' }) }),
      ['answers.c15: unknown_option', 'answers.c33: missing_answer', 'touchpoint: unknown_touchpoint'],
    ],
    [
      'required criteria left out',
      () => ({ answers: { ...allCriteria('4'), c20: '', c21: [] } }),
      ['answers.c20: missing_answer', 'answers.c21: missing_answer'],
    ],
  ];
  it.each(wrong)('answers 422 to %s, names it, and stores nothing', async (_name, change, expected) => {
    const server = await testServer({ dialect });
    const body = submission(codeOf(server));
    const reply = await server.submit({ ...body, ...change(body) });
    expect(reply.statusCode).toBe(422);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    const { code, issues } = reply.json();
    expect(code).toBe('invalid_response');
    const places = issues.map(
      (issue: { path: string[]; code: string }) => `${issue.path.join('.')}: ${issue.code}`,
    );
    expect(places.sort()).toEqual(expected);
    expect(await stored(server)).toEqual([]);
  });

  const malformed: [string, unknown, string][] = [
    ['no body fields', {}, 'id'],
    ['an id that is no UUID', { id: '1' }, 'id'],
    ['a time that is none', { answeredAt: 'gestern' }, 'answeredAt'],
    ['answers that are a list', { answers: [] }, 'answers'],
    ['a number for an answer', { answers: { c15: 4 } }, 'answers/c15'],
    ['a locale that is a sentence', { locale: 'tiếng Việt nhé' }, 'locale'],
  ];
  it.each(malformed)('answers 400 to %s and names the field', async (_name, change, place) => {
    const server = await testServer({ dialect });
    const base = Object.keys(change as object).length === 0 ? {} : submission(codeOf(server));
    const reply = await server.submit({ ...base, ...(change as object) });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'malformed']);
    const paths = reply.json().issues.map((issue: { path: string[] }) => issue.path.join('/'));
    expect(paths).toContain(place);
    expect(await stored(server)).toEqual([]);
  });

  it('answers 400 to what is not JSON, 415 to another type and 413 to too much, each with its code', async () => {
    const server = await testServer({ dialect });
    const post = (payload: string, type: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/responses',
        payload,
        headers: { 'content-type': type },
      });
    const cases = [
      await post('{"id":', 'application/json'),
      await post('', 'application/json'),
      await post('id=1', 'text/plain'),
      await post(JSON.stringify({ filler: 'x'.repeat(70_000) }), 'application/json'),
    ];
    expect(cases.map((reply) => [reply.statusCode, reply.json().code])).toEqual([
      [400, 'malformed'],
      [400, 'malformed'],
      [415, 'unsupported_media_type'],
      [413, 'too_large'],
    ]);
    expect(await stored(server)).toEqual([]);
  });

  it('keeps nothing that it was not asked to keep', async () => {
    const server = await testServer({ dialect });
    await server.submit({ ...submission(codeOf(server)), name: 'Nguyễn Văn A', phone: '0900000000' });
    const kept = JSON.stringify(await stored(server));
    expect(kept).not.toMatch(/Nguyễn|0900000000|127\.0\.0\.1/);
  });

  it('corrects the time by the error of the clock that sent it', async () => {
    const server = await testServer({ dialect });
    await server.submit(
      submission(codeOf(server), {
        startedAt: '2025-01-01T00:00:00Z',
        answeredAt: '2025-01-01T00:01:00Z',
        sentAt: '2025-01-01T00:06:00Z',
      }),
    );
    const [row] = await stored(server);
    expect(row?.answeredAt).toBe(server.clock.now - 5 * 60_000);
    expect(row?.deviceAnsweredAt).toBe(Date.parse('2025-01-01T00:01:00Z'));
  });
});

describe.each(DIALECTS)('POST /api/responses/batch on %s', (dialect) => {
  it('gives one result per item, in order; one bad item spoils no other', async () => {
    const server = await testServer({ dialect });
    const code = codeOf(server);
    const first = submission(code);
    const items = [
      first,
      { nonsense: true },
      submission(code, { answers: { c15: '4' } }),
      first,
      { ...first, answers: allCriteria('1') },
      submission(code),
    ];
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/responses/batch',
      payload: { responses: items },
    });
    expect(reply.statusCode).toBe(200);
    const { results } = reply.json();
    expect(results.map((result: { status: number }) => result.status)).toEqual([
      201, 400, 422, 200, 409, 201,
    ]);
    expect(results[2].issues).toHaveLength(18);
    expect(await stored(server)).toHaveLength(2);
  });

  it('refuses more than 200 items and an empty list', async () => {
    const server = await testServer({ dialect });
    for (const responses of [[], Array.from({ length: 201 }, () => ({}))]) {
      const reply = await server.app.inject({
        method: 'POST',
        url: '/api/responses/batch',
        payload: { responses },
      });
      expect(reply.statusCode).toBe(400);
    }
  });
});
