// Fills an empty database with the demo province: the same seed and last day give the same content.
import { startOfDay } from '#domain/days.ts';
import type { Submission } from '#domain/submissions.ts';
import { createProvince, newTouchpoint, type Randomness } from '../agencies/creation.ts';
import { type Agency, updateAgency } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { appendResponses, type NewResponse } from '../responses/queries.ts';
import { RecentAnswers } from '../responses/recent-answers.ts';
import { readSubmission } from '../responses/submission.ts';
import { slicingOf } from '../slices/counting.ts';
import { Projector } from '../tallies/projector.ts';
import { insertTouchpoints, type Touchpoint } from '../touchpoints/queries.ts';
import { demoClosings, demoEvents, leaveClosed } from './closings.ts';
import { sortComments } from './comment-desk.ts';
import { withDelicateComments } from './delicate-comments.ts';
import { DemoDropOffs } from './drop-offs.ts';
import { oddSubmissions } from './oddities.ts';
import { Random } from './random.ts';
import { demoSubmissions } from './submissions.ts';

export interface DemoOptions {
  seed: number;
  /** How many responses. */
  count: number;
  /** Official code of the province. */
  province: string;
  /** Last of the 365 days with answers, as days since 1970-01-01. */
  to: number;
}

const GROUP = 2000;
/** Fewer responses make no figures that anybody would close. */
const ENOUGH_TO_CLOSE = 2000;
/** In a small demo, odd responses would be too many of all. */
const FEWEST_WITH_ODDITIES = 2000;
/** One agency in this many asks the short form at its kiosk. */
const SHORT_FORM_EVERY = 12;

/**
 * Creates the province, two touchpoints per agency, and the responses, through the same checks as real ones; closes some
 * reporting periods on the way.
 */
export async function fillDemo(context: Context, { seed, count, province, to }: DemoOptions): Promise<void> {
  const { db } = context;
  const from = to - 364;
  const random = seededRandomness(seed);
  const past = { ...context, now: () => startOfDay(from) };
  const { agencies, touchpoints } = await createProvince(past, province, { random });
  const kiosks = agencies.slice(1).map((agency, index) => newKiosk(agency, index, past.now(), random));
  await db.write((tx) => [insertTouchpoints(tx, db.tables, kiosks)]);
  const all = [...touchpoints, ...kiosks];
  const questionnaires = await contentsOf(context, all);
  const described = describeTouchpoints(all, agencies);
  const odd =
    count < FEWEST_WITH_ODDITIES ? [] : oddSubmissions({ seed, questionnaires, touchpoints: described, to });
  const usual = demoSubmissions({
    seed,
    count: count - odd.length,
    questionnaires,
    touchpoints: described,
    from,
    to,
  });
  const submissions = withDelicateComments(usual).concat(odd).sort(byTime);
  const answers = new Map<string, number>();
  const dropOffs = new DemoDropOffs(seed, questionnaires);
  // Nobody waits for the event loop yet, so everything may be counted in large batches.
  const projector = new Projector(context, undefined, count);
  let arriving = past.now();
  const now = () => arriving;
  const recent = new RecentAnswers(now);
  let group: NewResponse[] = [];
  const store = async () => {
    await appendResponses(db, group);
    group = [];
  };
  for (const event of demoEvents(submissions, count >= ENOUGH_TO_CLOSE ? demoClosings(to) : [])) {
    if ('closing' in event) {
      await store();
      await leaveClosed(context, projector, event.closing);
      continue;
    }
    arriving = event.at;
    const { submission } = event;
    const response = await readSubmission({ ...context, now }, submission, { recent });
    dropOffs.beside(response);
    group.push(response);
    answers.set(submission.touchpoint, (answers.get(submission.touchpoint) ?? 0) + 1);
    if (group.length === GROUP) await store();
  }
  await store();
  await db.write((tx) => [tx.insertMany(db.tables.dropOffs, dropOffs.rows())]);
  await tellTransactions(context, all, answers, new Random(seed));
  await projector.catchUp();
  await sortComments(db, to);
  await slicingOf(db).catchUp();
}

function byTime(a: Submission, b: Submission): number {
  return Date.parse(a.answeredAt) - Date.parse(b.answeredAt);
}

/** Of those who come, one in two to ten answers. */
async function tellTransactions(
  { db }: Context,
  touchpoints: Touchpoint[],
  answers: Map<string, number>,
  random: Random,
): Promise<void> {
  const byAgency = Map.groupBy(touchpoints, ({ agencyId }) => agencyId);
  await db.write((tx) =>
    [...byAgency].map(([id, own]) => {
      const answered = own.reduce((sum, { code }) => sum + (answers.get(code) ?? 0), 0);
      return updateAgency(tx, db.tables, id, { yearlyTransactions: answered * random.integer(2, 10) });
    }),
  );
}

function newKiosk(agency: Agency, index: number, at: number, random: Randomness): Touchpoint {
  const questionnaire = index % SHORT_FORM_EVERY === SHORT_FORM_EVERY - 1 ? 'short@1' : 'one-stop@1';
  return newTouchpoint(agency, 'kiosk', questionnaire, at, random);
}

async function contentsOf({ db }: Context, touchpoints: Touchpoint[]) {
  const ids = [...new Set(touchpoints.map((touchpoint) => touchpoint.questionnaireId))];
  const found = await Promise.all(ids.map((id) => findQuestionnaire(db, id)));
  return found.map((questionnaire) => {
    if (!questionnaire) throw new Failure('not_found', 'unknown_questionnaire');
    return questionnaire.content;
  });
}

function describeTouchpoints(touchpoints: Touchpoint[], agencies: Agency[]) {
  const kinds = new Map(agencies.map((agency) => [agency.id, agency.kind]));
  return touchpoints.map(({ code, agencyId, kind, questionnaireId }) => ({
    code,
    agencyId,
    kind: kinds.get(agencyId) ?? 'department',
    questionnaire: questionnaireId,
    channel: kind === 'kiosk' ? ('kiosk' as const) : ('web' as const),
  }));
}

function seededRandomness(seed: number): Randomness {
  const random = new Random(seed);
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => random.integer(0, 255));
  return {
    bytes,
    uuid: () => {
      const hex = Buffer.from(bytes(16)).toString('hex');
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
      return [...parts, hex.slice(20)].join('-');
    },
  };
}
