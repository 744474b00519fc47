import { and, asc, eq, gt, gte, inArray, lte, max, sql } from 'drizzle-orm';
import type { Range } from '#domain/days.ts';
import type { Groups } from '#domain/slices.ts';
import { spanId } from '#domain/spans.ts';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';
import type { Response } from '../responses/queries.ts';

export type SizesRow = Tables['slices']['$inferSelect'];
export type CountsRow = Tables['sliceCounts']['$inferSelect'];
export type ExtractsRow = Tables['extracts']['$inferSelect'];

/** What is counted of a response. */
export type Slicable = Pick<
  Response,
  | 'seq'
  | 'questionnaireId'
  | 'touchpointId'
  | 'agencyId'
  | 'channel'
  | 'answeredAt'
  | 'receivedAt'
  | 'deviceAnsweredAt'
  | 'answers'
  | 'marks'
>;

/** The responses stored after a place in the log, in order of storing. */
export async function slicableAfter(
  { read, tables: { responses } }: Database,
  seq: number,
  limit: number,
): Promise<Slicable[]> {
  return await read
    .select({
      seq: responses.seq,
      questionnaireId: responses.questionnaireId,
      touchpointId: responses.touchpointId,
      agencyId: responses.agencyId,
      channel: responses.channel,
      answeredAt: responses.answeredAt,
      receivedAt: responses.receivedAt,
      deviceAnsweredAt: responses.deviceAnsweredAt,
      answers: responses.answers,
      marks: responses.marks,
    })
    .from(responses)
    .where(gt(responses.seq, seq))
    .orderBy(asc(responses.seq))
    .limit(limit);
}

/** How many responses each group has: by scope and span, of the spans given or of every single day up to one. */
export async function readSizes(
  { read, tables: { slices } }: Database,
  questionnaireId: string,
  scopes: string[],
  spans: number[] | { daysUpTo: number },
): Promise<SizesRow[]> {
  const within = Array.isArray(spans)
    ? inArray(slices.span, spans)
    : and(lte(slices.span, spanId({ start: spans.daysUpTo, length: 1 })), sql`${slices.span} % 10 = 0`);
  const found: SizesRow[] = [];
  for (const some of chunks(scopes))
    found.push(
      ...(await read
        .select()
        .from(slices)
        .where(and(eq(slices.questionnaireId, questionnaireId), inArray(slices.scope, some), within))),
    );
  return found;
}

export async function readCounts(
  { read, tables: { sliceCounts } }: Database,
  { questionnaireId, attributes, spans }: { questionnaireId: string; attributes: string[]; spans: number[] },
): Promise<CountsRow[]> {
  return await read
    .select()
    .from(sliceCounts)
    .where(
      and(
        eq(sliceCounts.questionnaireId, questionnaireId),
        inArray(sliceCounts.attribute, attributes),
        inArray(sliceCounts.span, spans),
      ),
    );
}

/** What was said at some agencies on the days from..to, both inclusive. */
export async function readExtracts(
  { read, tables: { extracts } }: Database,
  { questionnaireId, agencies, from, to }: Range & { questionnaireId: string; agencies: string[] },
): Promise<ExtractsRow[]> {
  const found: ExtractsRow[] = [];
  for (const some of chunks(agencies))
    found.push(
      ...(await read
        .select()
        .from(extracts)
        .where(
          and(
            eq(extracts.questionnaireId, questionnaireId),
            inArray(extracts.agencyId, some),
            gte(extracts.day, from),
            lte(extracts.day, to),
          ),
        )),
    );
  return found;
}

/** The place in the log up to which everything is counted; 0 for nothing. */
export async function lastSliced({ read, tables: { sliceSteps } }: Database): Promise<number> {
  const [found] = await read.select({ seq: max(sliceSteps.upTo) }).from(sliceSteps);
  return Number(found?.seq ?? 0);
}

/** Fails where another process has counted the same stretch of the log. */
export function insertStep(tx: Writer, { sliceSteps }: Tables, after: number, upTo: number): Statement {
  return tx.insert(sliceSteps).values({ after, upTo });
}

export function putSlices(
  tx: Writer,
  { slices, sliceCounts, extracts }: Tables,
  rows: { sizes: SizesRow[]; counts: CountsRow[]; extracts: ExtractsRow[] },
): Statement[] {
  const conflict = 'replace' as const;
  return [
    tx.insertMany(slices, rows.sizes, { conflict, key: ['questionnaireId', 'scope', 'span'] }),
    tx.insertMany(sliceCounts, rows.counts, { conflict, key: ['questionnaireId', 'attribute', 'span'] }),
    tx.insertMany(extracts, rows.extracts, {
      conflict,
      key: ['day', 'agencyId', 'touchpointId', 'questionnaireId'],
    }),
  ];
}

/** The column `sizes`: a list for each attribute, by group. */
export function writeSizes(sizes: readonly number[][]): string {
  return sizes.map((counts) => counts.join(',')).join(';');
}

/** One attribute's list of the column `sizes`. */
export function readSizesOf(column: string, place: number): number[] {
  return (column.split(';')[place] ?? '').split(',').map(Number);
}

/** The column `counts`. */
export function writeGroups(groups: Groups): string {
  return Array.from(groups, (counters) => counters?.join(',') ?? '').join(';');
}

export function readGroups(column: string): Groups {
  return column.split(';').map((group) => (group === '' ? undefined : group.split(',').map(Number)));
}
