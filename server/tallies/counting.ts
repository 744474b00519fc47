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
  const daily = new Map<string, Omit<Tally, 'span'> & { day: number }>();
  for (const response of batch) {
    const questionnaire = await findQuestionnaire(db, response.questionnaireId);
    if (!questionnaire) throw new Error(`${response.questionnaireId} is not published`);
    const layout = tallyLayout(questionnaire.content);
    const day = dayOf(response.answeredAt);
    const answers = JSON.parse(response.answers) as Answers;
    for (const [grain, scope] of scopesOf(response)) {
      const id = `${grain}/${response.questionnaireId}/${scope}/${day}`;
      const tally = daily.get(id) ?? {
        grain,
        scope,
        questionnaireId: response.questionnaireId,
        day,
        counts: emptyTally(layout),
      };
      daily.set(id, tally);
      countResponse(layout, tally.counts, answers);
    }
  }
  return intoSpans([...daily.values()]);
}

function scopesOf(response: Response): [Grain, string][] {
  return [
    ['all', ''],
    ['agency', response.agencyId],
    ['touchpoint', response.touchpointId],
  ];
}

function intoSpans(daily: (Omit<Tally, 'span'> & { day: number })[]): Tally[] {
  const rows = new Map<string, Tally>();
  for (const { day, counts, ...key } of daily) {
    for (const span of spansOf(day).map(spanId)) {
      const id = tallyKey({ ...key, span });
      const row = rows.get(id) ?? { ...key, span, counts: counts.map(() => 0) };
      rows.set(id, row);
      addTally(row.counts, counts);
    }
  }
  return [...rows.values()];
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
