import { and, asc, count, desc, eq, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';

export type ReportJob = Tables['reports']['$inferSelect'];

/** The newest reports of an account; null is the operator. */
export async function listReports(
  { read, tables: { reports } }: Database,
  accountId: string | null,
  most: number,
): Promise<ReportJob[]> {
  const own = ownedBy(reports, accountId);
  return await read
    .select()
    .from(reports)
    .where(own)
    .orderBy(desc(reports.createdAt), asc(reports.id))
    .limit(most);
}

/** A report of an account; null where there is none, or it is somebody else's. */
export async function findReport(
  { read, tables: { reports } }: Database,
  accountId: string | null,
  id: string,
): Promise<ReportJob | null> {
  const [found] = await read
    .select()
    .from(reports)
    .where(and(eq(reports.id, id), ownedBy(reports, accountId)));
  return found ?? null;
}

const ownedBy = (reports: Tables['reports'], accountId: string | null): SQL =>
  accountId === null ? isNull(reports.accountId) : eq(reports.accountId, accountId);

export async function countUnfinished(
  { read, tables: { reports } }: Database,
  accountId: string | null,
): Promise<number> {
  const [found] = await read
    .select({ n: count() })
    .from(reports)
    .where(and(ownedBy(reports, accountId), inArray(reports.state, ['waiting', 'working'])));
  return found?.n ?? 0;
}

export async function readReportFile(
  { read, tables: { reportFiles } }: Database,
  id: string,
): Promise<Buffer | null> {
  const [found] = await read
    .select({ content: reportFiles.content })
    .from(reportFiles)
    .where(eq(reportFiles.reportId, id));
  return found ? Buffer.from(found.content, 'base64') : null;
}

/** The oldest report that nobody works on: waiting, or left behind by a worker that died. */
export async function nextReport(
  { read, tables: { reports } }: Database,
  now: number,
): Promise<ReportJob | null> {
  const [found] = await read
    .select()
    .from(reports)
    .where(free(reports, now))
    .orderBy(asc(reports.createdAt), asc(reports.id))
    .limit(1);
  return found ?? null;
}

const free = (reports: Tables['reports'], now: number) =>
  or(eq(reports.state, 'waiting'), and(eq(reports.state, 'working'), lt(reports.leasedUntil, now)));

export function insertReport(tx: Writer, { reports }: Tables, row: ReportJob): Statement {
  return tx.insert(reports).values(row);
}

/** Takes a report for a worker, if it is still free and no other worker has begun since it was read. */
export async function claimReport(
  db: Database,
  { id, attempts }: ReportJob,
  claim: { worker: string; now: number; leasedUntil: number },
): Promise<boolean> {
  const { reports } = db.tables;
  const { worker, now, leasedUntil } = claim;
  const [claimed = []] = await db.write((tx) => [
    tx
      .update(reports)
      .set({ state: 'working', progress: 0, worker, leasedUntil, attempts: attempts + 1 })
      .where(and(eq(reports.id, id), eq(reports.attempts, attempts), free(reports, now)))
      .returning({ id: reports.id }),
  ]);
  return claimed.length > 0;
}

/** Changes a report that a worker holds; nothing once another has taken it. */
export function updateHeld(
  tx: Writer,
  { reports }: Tables,
  { id, worker }: { id: string; worker: string },
  fields: Partial<ReportJob>,
): Statement {
  return tx
    .update(reports)
    .set(fields)
    .where(and(eq(reports.id, id), eq(reports.worker, worker), eq(reports.state, 'working')));
}

/** Fails, and with it the whole write, where the report has its file already. */
export function insertReportFile(
  tx: Writer,
  { reportFiles }: Tables,
  reportId: string,
  file: Buffer,
): Statement {
  return tx.insert(reportFiles).values({ reportId, content: file.toString('base64') });
}

/** Removes the reports, with their files, that were asked for before an instant. */
export async function deleteOldReports(db: Database, before: number): Promise<void> {
  const { reports, reportFiles } = db.tables;
  const old = await db.read.select({ id: reports.id }).from(reports).where(lt(reports.createdAt, before));
  for (const some of chunks(old.map(({ id }) => id)))
    await db.write((tx) => [
      tx.delete(reportFiles).where(inArray(reportFiles.reportId, some)),
      tx.delete(reports).where(inArray(reports.id, some)),
    ]);
}
