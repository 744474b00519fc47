// Counts what has been stored: takes new responses in batches, gives each its place in the ledger, folds them into tallies.
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { grow, type Head, readHead, takeCheckpoint } from '../ledger/ledger.ts';
import { insertCheckpoint, lastEntry } from '../ledger/queries.ts';
import { responsesAfter } from '../responses/queries.ts';
import { countResponses, withStored } from './counting.ts';
import { putTallies } from './queries.ts';

/** Small enough to let requests in between, large enough to share the cost of a commit. */
const BATCH = 1000;
/** How long a stored response waits at the most until it is counted, when nobody asks for results. */
const PATIENCE_MS = 1000;

/** One at a time in this process; of several processes, the first to claim a position wins and the others look again. */
export class Projector {
  private readonly context: Context;
  private readonly onError: (error: unknown) => void;
  private readonly batch: number;
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private head: Head | null = null;

  constructor(context: Context, onError: (error: unknown) => void = () => {}, batch = BATCH) {
    this.context = context;
    this.onError = onError;
    this.batch = batch;
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

  /** As `catchUp`; while nothing can be stored, what is counted so far has to do. */
  async catchUpIfPossible(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      if (!(error instanceof Failure && error.kind === 'overloaded')) throw error;
      this.onError(error);
    }
  }

  /** Signs the head of the ledger, unless it is signed already. */
  async checkpoint(): Promise<void> {
    await this.catchUp();
    const { db, signer, now } = this.context;
    const { tree, checkpoint } = await readHead(db, signer);
    if (tree.size === checkpoint.size) return;
    const row = takeCheckpoint(tree, signer, now());
    await db.write((tx) => [insertCheckpoint(tx, db.tables, row)]);
    this.head = null;
  }

  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.running?.catch(() => {});
  }

  private async run(): Promise<void> {
    while ((await this.countBatch()) === this.batch) {
      // Lets requests in between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async countBatch(): Promise<number> {
    const { db, signer, now } = this.context;
    const head = await this.currentHead();
    const batch = await responsesAfter(db, head.seq, this.batch);
    if (batch.length === 0) return 0;
    const growth = grow(head, batch, signer, now());
    const rows = await withStored(db, await countResponses(db, batch));
    try {
      await db.write((tx) => [...growth.statements(tx, db.tables), putTallies(tx, db.tables, rows)]);
    } catch (error) {
      this.head = null;
      const last = await lastEntry(db);
      if (last && last.position >= head.tree.size) return this.batch;
      throw error;
    }
    this.head = growth.head;
    return batch.length;
  }

  /** Remembered, unless another process has gone on in the meantime. */
  private async currentHead(): Promise<Head> {
    const last = await lastEntry(this.context.db);
    if (!this.head || this.head.tree.size !== (last ? last.position + 1 : 0))
      this.head = await readHead(this.context.db, this.context.signer);
    return this.head;
  }
}
