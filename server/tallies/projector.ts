// Counts what has been stored: takes new responses in batches, gives each its ledger position, folds them into tallies.
import { dayOf } from '#domain/days.ts';
import { spanId, spansOf } from '#domain/spans.ts';
import { addTally, countResponse, emptyTally, tallyLayout } from '#domain/tally.ts';
import { chunks, type Database } from '../db/database.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { type Response, responsesAfter } from '../responses/queries.ts';
import { type Grain, insertPositions, putTallies, readCursor, readTallies, type Tally } from './queries.ts';

const BATCH = 1000;
/** How long a stored response waits at the most until it is counted, when nobody asks for results. */
const PATIENCE_MS = 1000;

export class Projector {
  private readonly db: Database;
  private readonly onError: (error: unknown) => void;
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(db: Database, onError: (error: unknown) => void = () => {}) {
    this.db = db;
    this.onError = onError;
  }

  /** Says that something was stored; it will be counted soon. */
  notice(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.catchUp().catch(this.onError);
    }, PATIENCE_MS);
  }

  /** Resolves when everything stored before the call is counted. */
  async catchUp(): Promise<void> {
    // A run under way may have read the log before the last response was stored: wait for it, then look again.
    if (this.running) await this.running.catch(() => {});
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.running?.catch(() => {});
  }

  private async run(): Promise<void> {
    while ((await this.countBatch()) === BATCH) {
      // Lets requests in between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async countBatch(): Promise<number> {
    const { db } = this;
    const { seq, position } = await readCursor(db);
    const batch = await responsesAfter(db, seq, BATCH);
    if (batch.length === 0) return 0;
    const rows = await withStored(db, await countResponses(db, batch));
    const positions = batch.map((response, index) => ({
      position: position + index,
      responseSeq: response.seq,
    }));
    await db.write((tx) => [
      ...insertPositions(tx, db.tables, positions),
      ...putTallies(tx, db.tables, rows),
    ]);
    return batch.length;
  }
}

/** The tallies that some responses add up to, at every grain and for every length of span. */
export async function countResponses(db: Database, batch: readonly Response[]): Promise<Tally[]> {
  const daily = new Map<string, Omit<Tally, 'span'> & { day: number }>();
  for (const response of batch) {
    const questionnaire = await findQuestionnaire(db, response.questionnaireId);
    if (!questionnaire) throw new Error(`${response.questionnaireId} is not published`);
    const layout = tallyLayout(questionnaire.content);
    const day = dayOf(response.answeredAt);
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
      countResponse(layout, tally.counts, response.answers);
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
async function withStored(db: Database, rows: Tally[]): Promise<Tally[]> {
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

export function tallyKey({ grain, questionnaireId, span, scope }: Omit<Tally, 'counts'>): string {
  return `${grain}/${questionnaireId}/${span}/${scope}`;
}
