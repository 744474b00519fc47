// Counts responses by what people said of themselves. Behind the tallies, not with them: nobody looks at groups of today,
// and counting many responses at once touches each row once.
import { dayOf, startOfDay } from '#domain/days.ts';
import { extractLayout, packResponse } from '#domain/extracts.ts';
import { readMarks } from '#domain/marks.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';
import { packSighting, patternOf } from '#domain/sightings.ts';
import { addPeople, countSizes, type Groups, sliceLayout } from '#domain/slices.ts';
import { spanId, spansOf } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import { type Database, prepared } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { Follower } from '../responses/follower.ts';
import {
  type CountsRow,
  type ExtractsRow,
  insertStep,
  lastSliced,
  putSlices,
  readCounts,
  readExtracts,
  readGroups,
  readSizes,
  readSizesOf,
  type SizesRow,
  type Slicable,
  slicableAfter,
  writeGroups,
  writeSizes,
} from './queries.ts';

const PAGE = 2000;
const MINUTE = 60_000;

export function newSlicing(db: Database, size = PAGE): Follower {
  return new Follower({
    begin: () => lastSliced(db),
    next: async (seq) => {
      const page = await slicableAfter(db, seq, size);
      const last = page.at(-1);
      if (!last) return { seq, more: false };
      const rows = await countPage(db, page);
      try {
        await db.write((tx) => [insertStep(tx, db.tables, seq, last.seq), ...putSlices(tx, db.tables, rows)]);
      } catch (error) {
        if (!isTaken(error)) throw error;
        return { seq: await lastSliced(db), more: true };
      }
      return { seq: last.seq, more: page.length === size };
    },
  });
}

/** The one that this process needs: many who ask at once wait for the same. */
export const slicingOf = prepared((db) => newSlicing(db));

/** What a page of responses and what is stored already add up to. */
async function countPage(db: Database, page: readonly Slicable[]) {
  const rows = { sizes: [] as SizesRow[], counts: [] as CountsRow[], extracts: [] as ExtractsRow[] };
  const versions = Map.groupBy(page, ({ questionnaireId }) => questionnaireId);
  for (const [questionnaireId, responses] of versions) {
    const questionnaire = await findQuestionnaire(db, questionnaireId);
    if (!questionnaire) throw new Error(`${questionnaireId} is not published`);
    const days = extract(questionnaire, responses);
    rows.extracts.push(...(await addToExtracts(db, questionnaireId, days)));
    rows.sizes.push(...(await addToSizes(db, questionnaireId, questionnaire.content, days)));
    rows.counts.push(...(await addToCounts(db, questionnaireId, questionnaire.content, days)));
  }
  return rows;
}

/** What a page of responses says, a row for what a touchpoint got on a day. */
function extract({ id, content }: { id: string; content: Questionnaire }, responses: readonly Slicable[]) {
  const layout = extractLayout(content);
  const rows = new Map<string, ExtractsRow>();
  for (const response of responses) {
    const { agencyId, touchpointId, seq, channel, answeredAt, marks } = response;
    const day = dayOf(answeredAt);
    const key = keyOf(response, day);
    const row = rows.get(key) ?? {
      day,
      agencyId,
      touchpointId,
      questionnaireId: id,
      sightings: '',
      letters: '',
    };
    rows.set(key, row);
    const letters = packResponse(layout, channel, JSON.parse(response.answers) as Answers);
    row.letters += letters;
    row.sightings += packSighting({
      seq,
      minute: isTimed(response) ? Math.floor((answeredAt - startOfDay(day)) / MINUTE) : null,
      pattern: patternOf(letters, layout.groups.size),
      kiosk: channel === 'kiosk',
      repeated: readMarks(marks).includes('repeated'),
    });
  }
  return [...rows.values()];
}

const keyOf = ({ agencyId, touchpointId }: { agencyId: string; touchpointId: string }, day: number) =>
  `${agencyId}/${touchpointId}/${day}`;

/** Paper is typed in at another time; and a clock that was far off says nothing, so that the time is that of arrival. */
function isTimed({ channel, answeredAt, receivedAt, deviceAnsweredAt }: Slicable): boolean {
  const replaced = answeredAt === receivedAt && Math.abs(deviceAnsweredAt - receivedAt) > 5 * MINUTE;
  return channel !== 'paper' && !replaced;
}

async function addToExtracts(
  db: Database,
  questionnaireId: string,
  rows: ExtractsRow[],
): Promise<ExtractsRow[]> {
  const stored = new Map<string, ExtractsRow>();
  for (const [day, same] of Map.groupBy(rows, (row) => row.day)) {
    const agencies = [...new Set(same.map(({ agencyId }) => agencyId))];
    for (const row of await readExtracts(db, { questionnaireId, agencies, from: day, to: day }))
      stored.set(keyOf(row, day), row);
  }
  return rows.map((row) => {
    const known = stored.get(keyOf(row, row.day));
    if (!known) return row;
    return {
      ...row,
      sightings: known.sightings + row.sightings,
      letters: known.letters + row.letters,
    };
  });
}

async function addToSizes(
  db: Database,
  questionnaireId: string,
  content: Questionnaire,
  days: ExtractsRow[],
): Promise<SizesRow[]> {
  const sums = new Map<string, { scope: string; span: number; sizes: number[][] }>();
  for (const { agencyId, day, letters } of days) {
    const sizes = countSizes(extractLayout(content), letters);
    for (const scope of ['', agencyId])
      for (const span of spansOf(day).map(spanId)) {
        const sum = sums.get(`${scope}/${span}`) ?? { scope, span, sizes: sizes.map(() => []) };
        sums.set(`${scope}/${span}`, sum);
        for (const [place, counts] of sizes.entries()) addTally(sum.sizes[place] ?? [], counts);
      }
  }
  const [scopes, spans] = [new Set<string>(), new Set<number>()];
  for (const { scope, span } of sums.values()) [scopes.add(scope), spans.add(span)];
  for (const { scope, span, sizes } of await readSizes(db, questionnaireId, [...scopes], [...spans]))
    for (const [place, counts] of (sums.get(`${scope}/${span}`)?.sizes ?? []).entries())
      addTally(counts, readSizesOf(sizes, place));
  return [...sums.values()].map(({ sizes, ...key }) => ({
    questionnaireId,
    ...key,
    sizes: writeSizes(sizes),
  }));
}

async function addToCounts(
  db: Database,
  questionnaireId: string,
  content: Questionnaire,
  days: ExtractsRow[],
): Promise<CountsRow[]> {
  const layout = sliceLayout(content);
  const sums = new Map<string, { attribute: string; span: number; groups: Groups }>();
  for (const [day, same] of Map.groupBy(days, (each) => each.day)) {
    const letters = same.map((each) => each.letters).join('');
    for (const [attribute, codes] of layout.groups) {
      const groups: Groups = codes.map(() => undefined);
      addPeople(layout, letters, attribute, groups);
      for (const span of spansOf(day).map(spanId)) {
        const sum = sums.get(`${attribute}/${span}`) ?? {
          attribute,
          span,
          groups: codes.map(() => undefined),
        };
        sums.set(`${attribute}/${span}`, sum);
        addGroups(sum.groups, groups);
      }
    }
  }
  const spans = [...new Set([...sums.values()].map(({ span }) => span))];
  for (const row of await readCounts(db, { questionnaireId, attributes: [...layout.groups.keys()], spans })) {
    const sum = sums.get(`${row.attribute}/${row.span}`);
    if (sum) addGroups(sum.groups, readGroups(row.counts));
  }
  return [...sums.values()].map(({ groups, ...key }) => ({
    questionnaireId,
    ...key,
    counts: writeGroups(groups),
  }));
}

/** Adds the counters of groups to those of the same groups. */
export function addGroups(into: Groups, groups: Groups): void {
  groups.forEach((counters, group) => {
    if (!counters) return;
    const known = into[group];
    if (known) addTally(known, counters);
    else into[group] = [...counters];
  });
}
