// Group commit: responses that arrive together are stored by one statement, and nobody is told "stored" before the
// commit is on disk.
import type { Database, Statement, Writer } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { Limits } from '../http/limits.ts';
import { appendResponses, findResponses, type NewResponse } from './queries.ts';
import { RecentAnswers } from './recent-answers.ts';
import { sameResponse } from './submission.ts';

/** stored = now; repeated = this very response was already there; conflict = its id stands for another. */
export type Outcome = 'stored' | 'repeated' | 'conflict';

const LARGEST_GROUP = 500;
/** Beyond this many waiting responses the server says that it is overloaded, before memory grows. */
const LONGEST_QUEUE = 5000;

interface Waiting {
  row: NewResponse;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

export class Intake {
  readonly recent: RecentAnswers;
  readonly limits: Limits;
  private readonly db: Database;
  private readonly onStored: () => void;
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;

  /** @param onStored called after every commit that stored something */
  constructor(db: Database, onStored: () => void = () => {}, now: () => number = Date.now) {
    this.recent = new RecentAnswers(now);
    this.limits = new Limits(now);
    this.db = db;
    this.onStored = onStored;
  }

  /**
   * Stores one response durably.
   * @throws Failure overloaded/overloaded when too many wait already
   */
  store(row: NewResponse): Promise<Outcome> {
    if (this.waiting.length >= LONGEST_QUEUE) throw new Failure('overloaded', 'overloaded');
    const outcome = new Promise<Outcome>((resolve, reject) => {
      this.waiting.push({ row, resolve, reject });
    });
    this.running ??= this.run();
    return outcome;
  }

  /**
   * Stores responses durably in one write with something else, all or nothing.
   * @returns an outcome for each response, in order
   */
  storeTogether(rows: NewResponse[], more: (tx: Writer) => Statement[]): Promise<Outcome[]> {
    return this.append(rows, more);
  }

  /** Resolves when everything accepted so far is stored. */
  async finish(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // Lets the requests that were read in the same turn of the event loop join.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, LARGEST_GROUP);
      try {
        await this.commit(group);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.running = null;
  }

  private async commit(group: Waiting[]): Promise<void> {
    const outcomes = await this.append(group.map(({ row }) => row));
    for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] as Outcome);
  }

  private async append(rows: NewResponse[], more?: (tx: Writer) => Statement[]): Promise<Outcome[]> {
    const first = new Map<string, NewResponse>();
    for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
    const stored = await appendResponses(this.db, [...first.values()], more);
    if (stored.size > 0) this.onStored();
    const others = [...first.keys()].filter((id) => !stored.has(id));
    const before = others.length > 0 ? await findResponses(this.db, others) : [];
    const known = new Map<string, NewResponse>(before.map((row) => [row.id, row]));
    return rows.map((row) => {
      const earlier = known.get(row.id) ?? (first.get(row.id) === row ? undefined : first.get(row.id));
      if (!earlier) return 'stored';
      return sameResponse(earlier, row) ? 'repeated' : 'conflict';
    });
  }
}
