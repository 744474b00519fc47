// Counts responses by what people said of themselves. Behind the tallies, not with them: nobody looks at groups of today,
// and counting many responses at once touches each row once.
import { dayOf } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';
import { SLICES, sliceCounters, sliceLayout } from '#domain/slices.ts';
import { spanId, spansOf } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import type { Database } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { Follower } from '../responses/follower.ts';
import { type Response, responsesAfter } from '../responses/queries.ts';
import { insertStep, lastSliced, putSlices, readSliceRows, type SliceRow } from './queries.ts';

const PAGE = 2000;

export function newSlicing(db: Database, size = PAGE): Follower {
  return new Follower({
    begin: () => lastSliced(db),
    next: async (seq) => {
      const page = await responsesAfter(db, seq, size);
      const last = page.at(-1);
      if (!last) return { seq, more: false };
      const rows = (await withStored(db, await countSlices(db, page))).map(toRow);
      try {
        await db.write((tx) => [insertStep(tx, db.tables, seq, last.seq), putSlices(tx, db.tables, rows)]);
      } catch (error) {
        if (!isTaken(error)) throw error;
        return { seq: await lastSliced(db), more: true };
      }
      return { seq: last.seq, more: page.length === size };
    },
  });
}

/** The counters of each group of one attribute; undefined where nobody belongs to it. */
export type Groups = (number[] | undefined)[];
export interface Counted extends Pick<SliceRow, 'questionnaireId' | 'attribute' | 'span' | 'scope'> {
  groups: Groups;
}

/** What responses add up to, by attribute, scope and span. */
export async function countSlices(db: Database, page: readonly Response[]): Promise<Counted[]> {
  const days = new Map<string, Counted & { day: number }>();
  for (const { questionnaireId, agencyId, channel, answeredAt, answers: json } of page) {
    const questionnaire = await findQuestionnaire(db, questionnaireId);
    if (!questionnaire) throw new Error(`${questionnaireId} is not published`);
    const answers = JSON.parse(json) as Answers;
    const counters = sliceCounters(questionnaire.content, answers);
    const day = dayOf(answeredAt);
    for (const [attribute, codes] of sliceLayout(questionnaire.content).groups) {
      const group = codes.indexOf(String(attribute === SLICES.channel ? channel : answers[attribute]));
      const key = `${questionnaireId}/${attribute}/${agencyId}/${day}`;
      const known = days.get(key) ?? {
        questionnaireId,
        attribute,
        scope: agencyId,
        day,
        span: 0,
        groups: codes.map(() => undefined),
      };
      days.set(key, known);
      if (group >= 0) addGroup(known.groups, group, counters);
    }
  }
  return spread(days.values());
}

/** From days of agencies to every length of span, and to the whole installation. */
function spread(days: Iterable<Counted & { day: number }>): Counted[] {
  const rows = new Map<string, Counted>();
  for (const { day, groups, ...of } of days)
    for (const scope of ['', of.scope])
      for (const span of spansOf(day).map(spanId)) {
        const key = keyOf({ ...of, scope, span });
        const row = rows.get(key) ?? { ...of, scope, span, groups: groups.map(() => undefined) };
        rows.set(key, row);
        addGroups(row.groups, groups);
      }
  return [...rows.values()];
}

const keyOf = ({ questionnaireId, attribute, scope, span }: Omit<Counted, 'groups'>) =>
  `${questionnaireId}/${attribute}/${scope}/${span}`;

async function withStored(db: Database, rows: Counted[]): Promise<Counted[]> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const sets = Map.groupBy(rows, ({ questionnaireId, attribute }) => `${questionnaireId}/${attribute}`);
  for (const same of sets.values()) {
    const [first] = same;
    if (!first) continue;
    const scopes = [...new Set(same.map(({ scope }) => scope))];
    const spans = [...new Set(same.map(({ span }) => span))];
    for (const stored of await readSliceRows(db, first, scopes, spans)) {
      const row = byKey.get(keyOf(stored));
      if (row) addGroups(row.groups, readGroups(stored.counts));
    }
  }
  return rows;
}

export function addGroups(into: Groups, groups: Groups): void {
  groups.forEach((counters, group) => {
    if (counters) addGroup(into, group, counters);
  });
}

function addGroup(into: Groups, group: number, counters: readonly number[]): void {
  const known = into[group];
  if (known) addTally(known, counters);
  else into[group] = [...counters];
}

function toRow({ groups, ...key }: Counted): SliceRow {
  return {
    ...key,
    sizes: groups.map((counters) => counters?.[0] ?? 0).join(','),
    counts: groups.map((counters) => counters?.join(',') ?? '').join(';'),
  };
}

/** Reads the column `counts`. */
export function readGroups(column: string): Groups {
  return column.split(';').map((group) => (group === '' ? undefined : group.split(',').map(Number)));
}

/** Whether a questionnaire asks for an attribute, and its groups in order. */
export function groupsOf(questionnaire: Questionnaire, attribute: string): string[] {
  return sliceLayout(questionnaire).groups.get(attribute) ?? [];
}
