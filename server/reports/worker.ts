// Makes the reports that were asked for, one after the other, whichever server process gets to it first.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import type { Projector } from '../tallies/projector.ts';
import { readReport } from './facts.ts';
import {
  claimReport,
  deleteOldReports,
  insertReportFile,
  nextReport,
  type ReportJob,
  updateHeld,
} from './queries.ts';
import { writeReport } from './writing.ts';

/** A worker that says nothing for so long has died. */
const LEASE_MS = 180_000;
/** What fails so many times will fail again. */
const MOST_ATTEMPTS = 3;
/** How often it is looked for reports that another process left behind. */
const LOOK_MS = 15_000;
const KEPT_MS = 30 * 86_400_000;

export class ReportWorker {
  private readonly context: Context;
  private readonly projector: Projector;
  private readonly onError: (error: unknown) => void;
  private readonly name = randomUUID();
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  /** Something was ordered since the last look. */
  private noticed = false;
  private stopped = false;

  constructor(context: Context, projector: Projector, onError: (error: unknown) => void = () => {}) {
    this.context = context;
    this.projector = projector;
    this.onError = onError;
    this.timer = setInterval(() => this.notice(), LOOK_MS);
    this.timer.unref();
  }

  /** Says that there may be something to do. */
  notice(): void {
    if (this.stopped) return;
    this.noticed = true;
    this.running ??= this.work()
      .catch(this.onError)
      .finally(() => {
        this.running = null;
      });
  }

  /** Resolves when everything asked for so far is made. */
  async finish(): Promise<void> {
    await this.running;
    this.notice();
    await this.running;
  }

  /** What is begun is finished; the rest waits for the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async work(): Promise<void> {
    const { db, now } = this.context;
    await deleteOldReports(db, now() - KEPT_MS);
    while (!this.stopped) {
      this.noticed = false;
      const job = await nextReport(db, now());
      // What was ordered while this was looking must not wait for the next look.
      if (!job && !this.noticed) return;
      if (!job) continue;
      const claim = { worker: this.name, now: now(), leasedUntil: now() + LEASE_MS };
      if (await claimReport(db, job, claim)) await this.make({ ...job, attempts: job.attempts + 1 });
    }
  }

  private async make(job: ReportJob): Promise<void> {
    try {
      // Whoever was killed in the middle of it this often is killed by it.
      if (job.attempts > MOST_ATTEMPTS) throw new Failure('conflict', 'report_failed');
      await this.progress(job, 10);
      await this.projector.catchUpIfPossible();
      const { agencyId, issuerId, questionnaireId, language, fromDay: from, toDay: to } = job;
      const order = { agencyId, issuerId, questionnaireId, language, from, to };
      const content = await readReport(this.context, order);
      await this.progress(job, 50);
      await this.finished(job, await writeReport(content, job.format));
    } catch (error) {
      await this.failed(job, error);
    }
  }

  private async progress({ id }: ReportJob, progress: number): Promise<void> {
    const { db, now } = this.context;
    const held = { id, worker: this.name };
    await db.write((tx) => [updateHeld(tx, db.tables, held, { progress, leasedUntil: now() + LEASE_MS })]);
  }

  private async finished({ id, issuerId, format }: ReportJob, file: Buffer): Promise<void> {
    const { db, now } = this.context;
    const entry = {
      at: now(),
      actor: null,
      origin: null,
      action: 'report.made',
      subject: { kind: 'report', id },
      agencyId: issuerId,
      after: { format, bytes: file.length },
    };
    await db.write((tx) => [
      insertReportFile(tx, db.tables, id, file),
      tx
        .update(db.tables.reports)
        .set({ state: 'done', progress: 100, worker: null, leasedUntil: null, finishedAt: now() })
        .where(eq(db.tables.reports.id, id)),
      recordAudit(tx, db.tables, entry),
    ]);
  }

  private async failed({ id, attempts }: ReportJob, error: unknown): Promise<void> {
    const { db, now } = this.context;
    const expected = error instanceof Failure && error.kind !== 'overloaded';
    if (!expected) this.onError(error);
    const held = { id, worker: this.name };
    const given = expected || attempts >= MOST_ATTEMPTS;
    const failure = expected ? error.code : 'report_failed';
    await db.write((tx) => [
      updateHeld(
        tx,
        db.tables,
        held,
        given
          ? { state: 'failed', failure, finishedAt: now(), leasedUntil: null }
          : { state: 'waiting', progress: 0, worker: null, leasedUntil: null },
      ),
    ]);
  }
}
