// Findings with names, for whoever may judge them, and the figure with and without the responses they are about.
import { createHash } from 'node:crypto';
import { rankingGroup } from '#domain/agencies.ts';
import { dayOf, formatDay, type Range, startOfDay } from '#domain/days.ts';
import type { Findings, FlaggedResponses, NamedFinding } from '#domain/findings-view.ts';
import { detect } from '#domain/integrity.ts';
import type { Finding, Observed } from '#domain/integrity-findings.ts';
import { readMarks } from '#domain/marks.ts';
import { readOpeningHours } from '#domain/opening-hours.ts';
import type { Answers } from '#domain/questions.ts';
import type { Actor } from '#domain/roles.ts';
import { scoreOverall } from '#domain/scoring.ts';
import { Sightings } from '#domain/sightings.ts';
import { HIDDEN_BELOW } from '#domain/statistics.ts';
import { countResponse, emptyTally, responsesIn, tallyLayout } from '#domain/tally.ts';
import { listAgencies, subtrees } from '../agencies/queries.ts';
import { agencyWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { readSettings } from '../installation/settings.ts';
import { answeredVersions, chooseVersion, markedFigure } from '../results/queries.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { responsesAt, sightingsOf } from './queries.ts';

/** A quarter of a year; what is looked through grows with it. */
const LONGEST_RANGE = 92;

export interface IntegrityQuery extends Range {
  agency?: string | undefined;
}

/**
 * What looks odd at an agency and below it.
 * @throws Failure not_found/unknown_agency; invalid/invalid_range for more than a quarter of a year
 */
export async function readFindings(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  query: IntegrityQuery,
): Promise<Findings> {
  const { scopes, found } = await look({ db }, actor, query);
  return {
    findings: found.map(({ named }) => named),
    figure: await figureWithout(db, query, scopes, [
      ...new Set(found.flatMap(({ finding }) => finding.responses)),
    ]),
  };
}

/**
 * The responses that a finding is about: when and how they came, nothing of what they say.
 * @throws Failure not_found/unknown_finding
 */
export async function readFlaggedResponses(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  query: IntegrityQuery & { finding: string; page: number; size: number },
): Promise<FlaggedResponses> {
  const { found } = await look({ db }, actor, query);
  const asked = found.find(({ named }) => named.id === query.finding);
  if (!asked) throw new Failure('not_found', 'unknown_finding');
  const rows = await responsesAt(db, asked.finding.responses);
  const start = (query.page - 1) * query.size;
  return {
    total: rows.length,
    responses: rows.slice(start, start + query.size).map(({ answeredAt, channel, durationMs, marks }) => ({
      day: formatDay(dayOf(answeredAt)),
      hour: Math.floor((answeredAt - startOfDay(dayOf(answeredAt))) / 3_600_000),
      channel,
      seconds: Math.round(durationMs / 10_000) * 10,
      marks: readMarks(marks),
    })),
  };
}

/** Detects in the whole province, because what is usual is seen only there, and keeps what was asked for. */
async function look({ db }: Pick<Context, 'db'>, actor: Actor, query: IntegrityQuery) {
  const { from, to } = query;
  if (to - from >= LONGEST_RANGE)
    throw new Failure('invalid', 'invalid_range', [{ path: ['from'], code: 'invalid_range' }]);
  const agencies = await listAgencies(db);
  const root = query.agency ? (await agencyWithin(db, actor, query.agency)).id : actor.agencyId;
  const scopes = root === null ? agencies.map(({ id }) => id) : (subtrees(agencies).get(root) ?? []);
  const within = new Set(scopes);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const points = new Map((await listTouchpoints(db)).map((point) => [point.id, point]));
  const findings = detect(await observe(db, query), {
    from,
    to,
    hours: readOpeningHours((await readSettings(db)).openingHours) ?? [],
  });
  const found = findings.flatMap((finding) => {
    const [touchpointId = '', agencyId = ''] = finding.touchpoint.split('/');
    if (!within.has(agencyId)) return [];
    const agency = { id: agencyId, name: names.get(agencyId) ?? '' };
    const touchpoint = { id: touchpointId, name: points.get(touchpointId)?.name ?? '' };
    return [{ finding, named: name(finding, agency, touchpoint) }];
  });
  return { scopes: root === null ? null : scopes, found };
}

/** Each touchpoint with what it got, under the agency that it belonged to and the questionnaire that was answered. */
async function observe(db: Database, range: Range): Promise<Observed[]> {
  const kinds = new Map((await listAgencies(db)).map(({ id, kind }) => [id, rankingGroup(kind)]));
  const points = await listTouchpoints(db);
  const tablets = new Map(
    points
      .filter(({ kind, state }) => kind === 'kiosk' && state === 'open')
      .map((point) => [point.id, point]),
  );
  const observed: Observed[] = [];
  for (const { touchpointId, agencyId, questionnaireId, sightings } of await sightingsIn(db, range)) {
    const tablet = tablets.get(touchpointId);
    const expected = tablet?.questionnaire === questionnaireId && tablet.agency.id === agencyId;
    observed.push({
      id: `${touchpointId}/${agencyId}`,
      group: `${kinds.get(agencyId) ?? 'province'}/${questionnaireId}`,
      kioskSince: expected && tablet ? dayOf(tablet.createdAt) : null,
      sightings,
    });
  }
  const seen = new Set(observed.filter(({ kioskSince }) => kioskSince !== null).map(({ id }) => id));
  const silent = [...tablets.values()].filter(({ id, agency }) => !seen.has(`${id}/${agency.id}`));
  return [
    ...observed,
    ...silent.map(({ id, agency, questionnaire, createdAt }) => ({
      id: `${id}/${agency.id}`,
      group: `${rankingGroup(agency.kind)}/${questionnaire}`,
      kioskSince: dayOf(createdAt),
      sightings: new Sightings(),
    })),
  ];
}

interface Seen {
  touchpointId: string;
  agencyId: string;
  questionnaireId: string;
  sightings: Sightings;
}

/** Day by day, so that others are answered in between and no more than a day of letters is held. */
async function sightingsIn(db: Database, { from, to }: Range): Promise<Iterable<Seen>> {
  const seen = new Map<string, Seen>();
  for (let day = from; day <= to; day++)
    for (const { touchpointId, agencyId, questionnaireId, packed } of await sightingsOf(db, day)) {
      const key = `${touchpointId}/${agencyId}/${questionnaireId}`;
      const known = seen.get(key) ?? { touchpointId, agencyId, questionnaireId, sightings: new Sightings() };
      seen.set(key, known);
      known.sightings.add(day, packed, to - day + 1);
    }
  return seen.values();
}

function name(
  finding: Finding,
  agency: NamedFinding['agency'],
  touchpoint: NamedFinding['touchpoint'],
): NamedFinding {
  const { kind, from, to, minutes, strength, why, responses } = finding;
  const key = JSON.stringify([kind, finding.touchpoint, from, minutes?.from, responses[0]]);
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    kind,
    agency,
    touchpoint,
    from: formatDay(from),
    to: formatDay(to),
    hours: minutes && { from: clock(minutes.from), to: clock(minutes.to) },
    strength,
    why,
    responses: responses.length,
  };
}

/** `09:45` for minute 592: to the quarter of an hour, which points at nobody. */
function clock(minute: number): string {
  const quarter = Math.floor(minute / 15) * 15;
  return [Math.floor(quarter / 60), quarter % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The rate of the most answered version, with all responses and without those flagged. */
async function figureWithout(
  db: Database,
  range: Range,
  scopes: string[] | null,
  seqs: number[],
): Promise<Findings['figure']> {
  const versions = await answeredVersions(db, range, scopes);
  if (versions.length === 0) return { questionnaire: null, n: 0, rate: null, flagged: 0, rateWithout: null };
  const { id, content, tally } = await chooseVersion(db, range, versions);
  const flagged = emptyTally(tallyLayout(content));
  for (const { questionnaireId, answers } of await responsesAt(db, seqs))
    if (questionnaireId === id) countResponse(tallyLayout(content), flagged, JSON.parse(answers) as Answers);
  const { rate, people } = scoreOverall(content, tally);
  const hidden = people < HIDDEN_BELOW;
  const { n, rateWithout } = markedFigure(content, { tally, marked: flagged }, hidden);
  return { questionnaire: id, n: responsesIn(tally), rate: hidden ? null : rate, flagged: n, rateWithout };
}
