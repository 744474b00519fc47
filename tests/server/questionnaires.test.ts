import { describe, expect, it } from 'vitest';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import { findQuestionnaire, listQuestionnaireIds } from '../../server/questionnaires/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { type TestServer, testServer } from '../support/server.ts';

const publish = ({ app }: TestServer, payload: unknown) =>
  app.inject({ method: 'POST', url: '/api/questionnaires', payload: payload as object });

describe.each(DIALECTS)('POST /api/questionnaires on %s', (dialect) => {
  it('publishes a version once; the same content again changes nothing', async () => {
    const server = await testServer({ dialect });
    const next = { ...oneStop, version: 2 };
    const first = await publish(server, next);
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ id: 'one-stop@2', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const reordered = Object.fromEntries(Object.entries(next).reverse());
    const second = await publish(server, reordered);
    expect([second.statusCode, second.json().hash]).toEqual([200, first.json().hash]);
  });

  it('never changes a published version', async () => {
    const server = await testServer({ dialect });
    const reply = await publish(server, { ...oneStop, title: { vi: 'Khác', en: 'Other' } });
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'questionnaire_published']);
    expect((await findQuestionnaire(server.context.db, 'one-stop@1'))?.content.title).toEqual(oneStop.title);
  });

  it('names ten different faults of a file at once, each with its place, and stores nothing', async () => {
    const server = await testServer({ dialect });
    const faulty = structuredClone({ ...oneStop, version: 3 }) as unknown as Record<string, unknown>;
    const part = oneStop.parts[0];
    Object.assign(faulty, {
      colour: 'red',
      aggregation: 'guess',
      version: 0,
      title: { vi: 'Chỉ tiếng Việt' },
      scales: { satisfaction: { levels: [{ code: '1', text: { vi: 'Một', en: 'One' }, satisfied: 'yes' }] } },
      parts: [
        {
          ...part,
          scale: 'unknown',
          factors: part?.factors.map((factor) => ({ ...factor, code: 'access' })),
        },
      ],
      after: [
        {
          code: 'Bad Code',
          title: { vi: 'Khối', en: 'Block' },
          questions: [
            { type: 'single', code: 'a', text: { vi: 'A', en: 'A' }, options: [] },
            { type: 'text', code: 'b', text: { vi: '', en: 'B' }, maxLength: 10 },
            {
              type: 'text',
              code: 'c',
              text: { vi: 'C', en: 'C' },
              maxLength: 10,
              visibleWhen: [{ question: 'z', oneOf: ['1'] }],
            },
          ],
        },
      ],
    });
    const before = await listQuestionnaireIds(server.context.db);
    const reply = await publish(server, faulty);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid_questionnaire']);
    const places = reply.json().issues.map((issue: { path: string[] }) => issue.path.join('.'));
    expect(places).toEqual(
      expect.arrayContaining([
        'colour',
        'aggregation',
        'version',
        'title.en',
        'scales.satisfaction.levels.0.satisfied',
        'parts.0.scale',
        'parts.0.factors.1.code',
        'after.0.code',
        'after.0.questions.0.options',
        'after.0.questions.1.text.vi',
        'after.0.questions.2.visibleWhen.0.question',
      ]),
    );
    expect(await listQuestionnaireIds(server.context.db)).toEqual(before);
  });

  it.each([null, 5, [], 'text', {}])('answers %j with issues, not with an exception', async (nonsense) => {
    const server = await testServer({ dialect });
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/questionnaires',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(nonsense),
    });
    expect(reply.statusCode).toBe(422);
  });
});
