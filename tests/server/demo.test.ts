import { expect, test } from 'vitest';
import { COMMENT_LABEL_CODES, COMMENT_STATUSES, readLabels } from '#domain/comments.ts';
import { dayOf, parseDay, startOfDay } from '#domain/days.ts';
import type { Answers } from '#domain/questions.ts';
import { OPERATOR } from '#domain/roles.ts';
import { readConfig } from '../../server/config.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { readFindings } from '../../server/integrity/findings.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { readPeriod, readPeriods } from '../../server/periods/reading.ts';
import { openComments } from '../../server/responses/comments.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { readResults } from '../../server/results/queries.ts';
import { readAgencyResults } from '../../server/results/ranking.ts';
import { SIGNER } from '../support/server.ts';

const TO = parseDay('2026-11-20');

async function demo(count: number) {
  const db = openSqlite(':memory:');
  const config = { ...readConfig({}), demo: true };
  await fillDemo(
    { db, config, signer: SIGNER, now: Date.now },
    { seed: 2026, count, province: '92', to: TO },
  );
  const stored = await responsesAfter(db, 0, 100_000);
  // Salts are random by nature; everything else comes from the seed.
  const responses = stored.map(({ salt, comments, ...row }) => ({
    ...row,
    answers: JSON.parse(row.answers) as Answers,
    comments: Object.entries(openComments(comments)).map(([question, { text }]) => [question, text]),
  }));
  return { db, responses };
}

/** The simplest possible second implementation: look at every answer, one by one. */
function naiveRate(responses: { answers: Answers }[], criteria: readonly string[]) {
  let valid = 0;
  let satisfied = 0;
  for (const { answers } of responses)
    for (const criterion of criteria) {
      const given = answers[criterion];
      if (given === '4' || given === '5') satisfied++;
      if (given !== undefined && given !== 'dont_know') valid++;
    }
  return { n: valid, satisfied, rate: valid === 0 ? null : (100 * satisfied) / valid };
}

test('every rate of the demo agrees to the last digit with a second computation from the raw responses', async () => {
  const { db, responses } = await demo(20_000);
  expect(responses).toHaveLength(20_000);
  const ranges = [
    { from: TO - 364, to: TO },
    { from: parseDay('2026-01-15'), to: parseDay('2026-02-14') },
    { from: parseDay('2026-03-01'), to: parseDay('2026-09-30') },
  ];
  let compared = 0;
  for (const range of ranges)
    for (const questionnaire of ['one-stop@1', 'short@1']) {
      const mine = responses.filter(
        (each) =>
          each.questionnaireId === questionnaire &&
          each.answeredAt >= startOfDay(range.from) &&
          each.answeredAt < startOfDay(range.to + 1),
      );
      const { agencies } = await readAgencyResults(db, { ...range, questionnaire });
      for (const agency of [undefined, ...agencies.map(({ id }) => id)]) {
        const own = agency ? mine.filter((each) => each.agencyId === agency) : mine;
        const tree = await readResults(db, { ...range, questionnaire, agency });
        expect(tree.n).toBe(own.length);
        expect(tree.marked.n).toBe(own.filter(({ marks }) => marks !== null).length);
        const row = agencies.find(({ id }) => id === agency);
        if (row) expect(row.n).toBe(own.length);
        const all = tree.parts.flatMap((part) => part.factors).flatMap((factor) => factor.criteria);
        const nodes = [
          [tree.overall, all.map(({ code }) => code)] as const,
          ...(row
            ? [[{ ...tree.overall, ...row, n: tree.overall.n }, all.map(({ code }) => code)] as const]
            : []),
          ...tree.parts.flatMap((part) =>
            part.factors.map((factor) => [factor, factor.criteria.map(({ code }) => code)] as const),
          ),
          ...all.map((criterion) => [criterion, [criterion.code]] as const),
        ];
        for (const [node, criteria] of nodes) {
          if (node.hidden) continue;
          compared++;
          const { n, satisfied, rate } = node;
          expect({ n, satisfied, rate }).toEqual(naiveRate(own, criteria));
        }
      }
    }
  expect(compared).toBeGreaterThan(5000);
  await db.close();
});

test('the demo has something to judge: findings of each sort, delicate comments, some of them dealt with', async () => {
  const { db } = await demo(20_000);
  const { findings, figure } = await readFindings({ db }, OPERATOR, { from: TO - 91, to: TO });
  const kinds = ['burst', 'outside_hours', 'pattern', 'repeated'];
  expect([...new Set(findings.map(({ kind }) => kind))].sort()).toEqual(kinds);
  expect(figure.flagged).toBe(26 + 8 + 34 + 9);
  const comments = await db.read.select().from(db.tables.comments);
  expect(comments.filter(({ personal }) => personal).length).toBeGreaterThan(30);
  expect(comments.filter(({ allegation, status }) => allegation && status === 'new')).not.toEqual([]);
  expect(new Set(comments.map(({ status }) => status))).toEqual(new Set(COMMENT_STATUSES));
  const labels = new Set(comments.flatMap((comment) => readLabels(comment.labels)));
  for (const label of labels) expect(COMMENT_LABEL_CODES).toContain(label);
  expect(labels.size).toBeGreaterThan(6);
  await db.close();
});

test('the same seed gives the same demo, and all of it lies in the last 12 months', async () => {
  const [first, second] = [await demo(300), await demo(300)];
  expect(second.responses).toEqual(first.responses);
  const days = first.responses.map((response) => dayOf(response.answeredAt));
  expect(Math.min(...days)).toBeGreaterThanOrEqual(TO - 364);
  expect(Math.max(...days)).toBeLessThanOrEqual(TO);
  await first.db.close();
  await second.db.close();
});

test('its office has published a quarter and a month, closed another with late answers, and left the newest', async () => {
  const { db } = await demo(4000);
  const context = {
    db,
    config: { ...readConfig({}), demo: true },
    signer: SIGNER,
    now: () => startOfDay(TO + 1),
  };
  const periods = await readPeriods(context, 2026);
  const inState = (state: string) => periods.filter((each) => each.state === state).map(({ key }) => key);
  expect(inState('published')).toEqual(['2026-month-9', '2026-quarter-3']);
  expect(inState('closed')).toEqual(['2026-month-10']);
  expect(inState('draft')).toContain('2026-month-11');
  const closed = await readPeriod(context, OPERATOR, '2026-month-10');
  expect(closed.frozen?.results.n).toBeGreaterThan(100);
  expect(closed.late?.n).toBeGreaterThan(0);
  expect(await verifyLedger(db, SIGNER, closed.frozen?.checkpoint)).toMatchObject({ ok: true });
  await db.close();
});
