// What responses add up to: their tallies at every grain and for every length of span.
import { dayOf } from '#domain/days.ts';
import type { Answers } from '#domain/questions.ts';
import { spanId, spansOf } from '#domain/spans.ts';
import { addTally, countResponse, emptyTally, tallyLayout } from '#domain/tally.ts';
import { chunks, type Database } from '../db/database.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import type { Response } from '../responses/queries.ts';
import { type Grain, readTallies, type Tally } from './queries.ts';

/** The tallies that some responses add up to, at every grain and for every length of span. */
export async function countResponses(db: Database, batch: readonly Response[]): Promise<Tally[]> {
  const rows = new Map<string, Tally>();
  for (const { counts, day, ...of } of await countDays(db, batch))
    for (const [grain, scope] of scopesOf(of))
      for (const span of spansOf(day).map(spanId)) {
        const key = { grain, questionnaireId: of.questionnaireId, span, scope };
        const id = tallyKey(key);
        const row = rows.get(id);
        if (row) addTally(row.counts, counts);
        else rows.set(id, { ...key, counts: [...counts] });
      }
  return [...rows.values()];
}

interface DayAtTouchpoint extends Pick<Response, 'questionnaireId' | 'agencyId' | 'touchpointId'> {
  day: number;
  marked: boolean;
  counts: number[];
}

/** Every response is counted once, at the finest grain; the coarser ones are sums. */
async function countDays(db: Database, batch: readonly Response[]): Promise<Iterable<DayAtTouchpoint>> {
  const days = new Map<string, DayAtTouchpoint>();
  for (const { questionnaireId, agencyId, touchpointId, answeredAt, answers, marks } of batch) {
    const questionnaire = await findQuestionnaire(db, questionnaireId);
    if (!questionnaire) throw new Error(`${questionnaireId} is not published`);
    const layout = tallyLayout(questionnaire.content);
    const day = dayOf(answeredAt);
    const marked = marks !== null;
    const id = `${questionnaireId}/${agencyId}/${touchpointId}/${day}/${marked}`;
    const known = days.get(id) ?? {
      questionnaireId,
      agencyId,
      touchpointId,
      day,
      marked,
      counts: emptyTally(layout),
    };
    days.set(id, known);
    countResponse(layout, known.counts, JSON.parse(answers) as Answers);
  }
  return days.values();
}

function scopesOf({
  agencyId,
  touchpointId,
  marked,
}: Pick<DayAtTouchpoint, 'agencyId' | 'touchpointId' | 'marked'>): [Grain, string][] {
  if (marked)
    return [
      ['marked_all', ''],
      ['marked_agency', agencyId],
      ['marked_touchpoint', touchpointId],
    ];
  return [
    ['all', ''],
    ['agency', agencyId],
    ['touchpoint', touchpointId],
  ];
}

/** Adds to new tallies what is already stored for the same key. */
export async function withStored(db: Database, rows: Tally[]): Promise<Tally[]> {
  const groups = Map.groupBy(rows, ({ grain, questionnaireId }) => `${grain}/${questionnaireId}`);
  for (const group of groups.values()) {
    const byKey = new Map(group.map((row) => [tallyKey(row), row]));
    const [{ grain, questionnaireId }] = group as [Tally];
    const spans = [...new Set(group.map((row) => row.span))];
    const scopes = [...new Set(group.map((row) => row.scope))];
    for (const some of chunks(scopes))
      for (const stored of await readTallies(db, { grain, questionnaireId, spans, scopes: some })) {
        const row = byKey.get(tallyKey(stored));
        if (row) addTally(row.counts, stored.counts);
      }
  }
  return rows;
}

/** The key of a tally as one text. */
export function tallyKey({ grain, questionnaireId, span, scope }: Omit<Tally, 'counts'>): string {
  return `${grain}/${questionnaireId}/${span}/${scope}`;
}
