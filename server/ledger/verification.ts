// Recomputes the whole ledger from the responses and says where it first differs from what was committed to.
import type { Database } from '../db/database.ts';
import { type Response, responsesAfter } from '../responses/queries.ts';
import { hashResponse, isConsistent } from './leaf.ts';
import { KEPT_HEIGHT } from './ledger.ts';
import { GrowingTree, type Subtree } from './merkle.ts';
import { type Checkpoint, openCheckpoint, type Verifier } from './note.ts';
import {
  checkpointsAfter,
  entriesFrom,
  type LedgerEntry,
  type StoredCheckpoint,
  subtreeHashes,
} from './queries.ts';

/**
 * What can be wrong: a response changed, removed, inserted behind the ledger's back or put in another place; an entry
 * missing; a kept subtree or a checkpoint that does not fit; fewer entries than a checkpoint promised.
 */
export type Fault =
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'missing_entry'
  | 'subtree_mismatch'
  | 'checkpoint_mismatch'
  | 'checkpoint_unsigned'
  | 'truncated';

export type Verdict =
  | { ok: true; size: number; root: Buffer; checkpoints: number }
  /** `position`: the first place that is wrong; with `upTo`, it lies somewhere in position..upTo. */
  | { ok: false; fault: Fault; position: number; upTo?: number };

const PAGE = 2000;

/**
 * Verifies everything stored, against the stored checkpoints and, if given, against one that somebody kept outside.
 * Memory stays flat.
 * @param witness a checkpoint as it was handed out; signed by this installation's key
 * @param onProgress called now and then with the number of positions verified
 */
export async function verifyLedger(
  db: Database,
  verifier: Verifier,
  witness?: string,
  onProgress: (positions: number) => void = () => {},
): Promise<Verdict> {
  const outside = witness === undefined ? null : openCheckpoint(witness, verifier);
  if (witness !== undefined && !outside) return { ok: false, fault: 'checkpoint_unsigned', position: 0 };
  const walk = new Walk(db, verifier, outside);
  for (let seq = 0; ; ) {
    const position = walk.tree.size;
    const entries = await entriesFrom(db, position, PAGE);
    const responses = await responsesAfter(db, seq, entries.length);
    for (const [index, entry] of entries.entries()) {
      const verdict = (await walk.take(entry, responses[index])) ?? (await walk.checkHeads());
      if (verdict) return verdict;
    }
    onProgress(walk.tree.size);
    seq = entries.at(-1)?.responseSeq ?? seq;
    if (entries.length < PAGE) return walk.finish();
  }
}

class Walk {
  readonly tree = new GrowingTree();
  private readonly db: Database;
  private readonly verifier: Verifier;
  private readonly outside: Checkpoint | null;
  private pending: StoredCheckpoint[] = [];
  private checkpoints = 0;
  private lastGood = 0;

  constructor(db: Database, verifier: Verifier, outside: Checkpoint | null) {
    this.db = db;
    this.verifier = verifier;
    this.outside = outside;
  }

  /** Checks one position; the response is the next one in the log. */
  async take(entry: LedgerEntry, response: Response | undefined): Promise<Verdict | null> {
    const position = this.tree.size;
    const wrong = (fault: Fault): Verdict => ({ ok: false, fault, position });
    if (entry.position !== position) return wrong('missing_entry');
    if (!response || response.seq > entry.responseSeq) return wrong('removed');
    if (response.seq < entry.responseSeq) return wrong('inserted');
    if (!isConsistent(response)) return wrong('changed');
    const leaf = hashResponse(response);
    if (leaf.toString('hex') !== entry.leafHash) return wrong('changed');
    for (const subtree of this.tree.append(leaf))
      if (subtree.level % KEPT_HEIGHT === 0 && !(await this.isKept(subtree)))
        return wrong('subtree_mismatch');
    return null;
  }

  private async isKept({ level, index, hash }: Subtree): Promise<boolean> {
    const [kept] = await subtreeHashes(this.db, level, index, index + 1);
    return kept === hash.toString('hex');
  }

  /** Checks the checkpoints of exactly the present size. */
  async checkHeads(): Promise<Verdict | null> {
    const { size } = this.tree;
    if (this.outside?.size === size && !this.outside.root.equals(this.tree.root()))
      return this.mismatch('checkpoint_mismatch');
    const next = await this.nextCheckpoint();
    if (next?.size !== size) return null;
    this.pending.shift();
    const head = openCheckpoint(next.note, this.verifier);
    if (!head) return this.mismatch('checkpoint_unsigned');
    const edge = this.tree.frontier.map((hash) => hash.toString('hex'));
    const fits = head.size === size && head.root.equals(this.tree.root());
    if (!fits || JSON.stringify(edge) !== JSON.stringify(next.frontier))
      return this.mismatch('checkpoint_mismatch');
    this.checkpoints++;
    this.lastGood = size;
    return null;
  }

  private async nextCheckpoint(): Promise<StoredCheckpoint | undefined> {
    // Those up to the present size have been looked at, so an empty list is asked for again only past its end.
    if (this.pending.length === 0 && this.tree.size > this.askedUpTo) {
      this.pending = await checkpointsAfter(this.db, this.tree.size - 1, PAGE);
      this.askedUpTo = this.pending.at(-1)?.size ?? Number.POSITIVE_INFINITY;
    }
    return this.pending[0];
  }
  private askedUpTo = 0;

  private mismatch(fault: Fault): Verdict {
    return { ok: false, fault, position: this.lastGood, upTo: this.tree.size - 1 };
  }

  /** After the last position: nothing may be promised beyond it. */
  async finish(): Promise<Verdict> {
    const { size } = this.tree;
    const [beyond] = await checkpointsAfter(this.db, size, 1);
    if (beyond || (this.outside && this.outside.size > size))
      return { ok: false, fault: 'truncated', position: size };
    return { ok: true, size, root: this.tree.root(), checkpoints: this.checkpoints };
  }
}
