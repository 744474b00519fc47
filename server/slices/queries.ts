import { and, eq, inArray, lte, max, sql } from 'drizzle-orm';
import { spanId } from '#domain/spans.ts';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';

export type SliceRow = Tables['slices']['$inferSelect'];
export type SliceKey = Pick<SliceRow, 'questionnaireId' | 'attribute'>;

/** The rows of some scopes and spans. */
export async function readSliceRows(
  { read, tables: { slices } }: Database,
  { questionnaireId, attribute }: SliceKey,
  scopes: string[],
  spans: number[],
): Promise<SliceRow[]> {
  const found: SliceRow[] = [];
  for (const some of chunks(scopes))
    found.push(
      ...(await read
        .select()
        .from(slices)
        .where(
          and(
            eq(slices.questionnaireId, questionnaireId),
            eq(slices.attribute, attribute),
            inArray(slices.scope, some),
            inArray(slices.span, spans),
          ),
        )),
    );
  return found;
}

/** How many responses each group has: by scope and span, of the spans given or of every single day up to one. */
export async function readSizes(
  { read, tables: { slices } }: Database,
  { questionnaireId, attribute }: SliceKey,
  scopes: string[],
  spans: number[] | { daysUpTo: number },
): Promise<{ scope: string; span: number; sizes: number[] }[]> {
  const within = Array.isArray(spans)
    ? inArray(slices.span, spans)
    : and(lte(slices.span, spanId({ start: spans.daysUpTo, length: 1 })), sql`${slices.span} % 10 = 0`);
  const found: { scope: string; span: number; sizes: number[] }[] = [];
  for (const some of chunks(scopes)) {
    const rows = await read
      .select({ scope: slices.scope, span: slices.span, sizes: slices.sizes })
      .from(slices)
      .where(
        and(
          eq(slices.questionnaireId, questionnaireId),
          eq(slices.attribute, attribute),
          inArray(slices.scope, some),
          within,
        ),
      );
    for (const { sizes, ...row } of rows) found.push({ ...row, sizes: sizes.split(',').map(Number) });
  }
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

export function putSlices(tx: Writer, { slices }: Tables, rows: SliceRow[]): Statement {
  return tx.insertMany(slices, rows, {
    conflict: 'replace',
    key: ['questionnaireId', 'attribute', 'scope', 'span'],
  });
}
