// Counts responses by what people said of themselves. Behind the tallies, not with them: nobody looks at groups of today,
// and counting many responses at once touches each row once.
import { dayOf } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';
import { addPeople, countSizes, type Groups, packPerson, sliceLayout } from '#domain/slices.ts';
import { spanId, spansOf } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import { type Database, prepared } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { Follower } from '../responses/follower.ts';
import {
  type CountsRow,
  insertStep,
  lastSliced,
  type PeopleRow,
  putSlices,
  readCounts,
  readGroups,
  readPeople,
  readSizes,
  readSizesOf,
  type SizesRow,
  type Slicable,
  slicableAfter,
  writeGroups,
  writeSizes,
} from './queries.ts';

const PAGE = 2000;

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
  const rows = { sizes: [] as SizesRow[], counts: [] as CountsRow[], people: [] as PeopleRow[] };
  const versions = Map.groupBy(page, ({ questionnaireId }) => questionnaireId);
  for (const [questionnaireId, responses] of versions) {
    const questionnaire = await findQuestionnaire(db, questionnaireId);
    if (!questionnaire) throw new Error(`${questionnaireId} is not published`);
    const days = packDays(questionnaire.content, responses);
    rows.people.push(...(await addToPeople(db, questionnaireId, days)));
    rows.sizes.push(...(await addToSizes(db, questionnaireId, questionnaire.content, days)));
    rows.counts.push(...(await addToCounts(db, questionnaireId, questionnaire.content, days)));
  }
  return rows;
}

type AgencyDay = Omit<PeopleRow, 'questionnaireId'>;

function packDays(content: Questionnaire, responses: readonly Slicable[]): AgencyDay[] {
  const days = new Map<string, AgencyDay>();
  for (const { agencyId, channel, answeredAt, answers } of responses) {
    const day = dayOf(answeredAt);
    const known = days.get(`${agencyId}/${day}`) ?? { agencyId, day, people: '' };
    days.set(`${agencyId}/${day}`, known);
    known.people += packPerson(content, channel, JSON.parse(answers) as Answers);
  }
  return [...days.values()];
}

async function addToPeople(db: Database, questionnaireId: string, days: AgencyDay[]): Promise<PeopleRow[]> {
  const agencies = [...new Set(days.map(({ agencyId }) => agencyId))];
  const stored = new Map<string, string>();
  for (const day of new Set(days.map((each) => each.day)))
    for (const { agencyId, people } of await readPeople(db, {
      questionnaireId,
      agencies,
      from: day,
      to: day,
    }))
      stored.set(`${agencyId}/${day}`, people);
  return days.map(({ agencyId, day, people }) => ({
    questionnaireId,
    agencyId,
    day,
    people: (stored.get(`${agencyId}/${day}`) ?? '') + people,
  }));
}

async function addToSizes(
  db: Database,
  questionnaireId: string,
  content: Questionnaire,
  days: AgencyDay[],
): Promise<SizesRow[]> {
  const sums = new Map<string, { scope: string; span: number; sizes: number[][] }>();
  for (const { agencyId, day, people } of days) {
    const sizes = countSizes(sliceLayout(content), people);
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
  days: AgencyDay[],
): Promise<CountsRow[]> {
  const layout = sliceLayout(content);
  const sums = new Map<string, { attribute: string; span: number; groups: Groups }>();
  for (const [day, agencies] of Map.groupBy(days, (each) => each.day)) {
    const people = agencies.map((agency) => agency.people).join('');
    for (const [attribute, codes] of layout.groups) {
      const groups: Groups = codes.map(() => undefined);
      addPeople(layout, people, attribute, groups);
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
