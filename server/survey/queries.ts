import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';

/** Whether a response with this receipt is stored, counted yet or not. */
export async function isStored({ read, tables: { responses } }: Database, receipt: string): Promise<boolean> {
  const found = await read
    .select({ seq: responses.seq })
    .from(responses)
    .where(eq(responses.receipt, receipt))
    .limit(1);
  return found.length > 0;
}
