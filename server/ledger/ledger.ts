// Growing the ledger: the next positions, their leaves, and a signed checkpoint when it is time.
import type { Database, Statement, Tables, Writer } from '../db/database.ts';
import type { Response } from '../responses/queries.ts';
import { hashResponse } from './leaf.ts';
import { GrowingTree } from './merkle.ts';
import { openCheckpoint, type Signer, signCheckpoint } from './note.ts';
import {
  checkpointUpTo,
  insertCheckpoint,
  insertEntries,
  insertSubtrees,
  type LedgerEntry,
  lastEntry,
  leafHashes,
  type StoredCheckpoint,
  type StoredSubtree,
} from './queries.ts';

/** A checkpoint is taken after this many responses … */
export const CHECKPOINT_RESPONSES = 100;
/** … or this long after the first that is in none. */
export const CHECKPOINT_MS = 15 * 60_000;
/** Subtrees of every eighth height are kept for proofs. */
export const KEPT_HEIGHT = 8;

/** Where the ledger stands. */
export interface Head {
  /** `seq` of the last response that has a position; 0 for none. */
  seq: number;
  tree: GrowingTree;
  checkpoint: { size: number; at: number };
}

/**
 * Reads where the ledger stands: the last checkpoint's edge and the leaves since.
 * @throws Error when another key signed the last checkpoint: two keys would make one ledger unverifiable
 */
export async function readHead(db: Database, signer: Signer): Promise<Head> {
  const last = await lastEntry(db);
  const size = last ? last.position + 1 : 0;
  const checkpoint = await checkpointUpTo(db, size);
  if (checkpoint && !openCheckpoint(checkpoint.note, signer))
    throw new Error('the ledger is signed with another key: bring ledger.key along from where it began');
  const frontier = (checkpoint?.frontier ?? []).map((hash) => Buffer.from(hash, 'hex'));
  const tree = new GrowingTree(checkpoint?.size ?? 0, frontier);
  for (const hash of await leafHashes(db, tree.size, size)) tree.append(Buffer.from(hash, 'hex'));
  return {
    seq: last?.responseSeq ?? 0,
    tree,
    checkpoint: { size: checkpoint?.size ?? 0, at: checkpoint?.createdAt ?? 0 },
  };
}

/** What appending responses adds: the new head, and the statements that store it. */
export interface Growth {
  head: Head;
  statements: (tx: Writer, tables: Tables) => Statement[];
}

/** Gives responses, in order of storing, the next positions. Nothing is stored until the statements are run. */
export function grow(head: Head, responses: readonly Response[], signer: Signer, now: number): Growth {
  const tree = new GrowingTree(head.tree.size, head.tree.frontier);
  const entries: LedgerEntry[] = [];
  const kept: StoredSubtree[] = [];
  for (const response of responses) {
    const leaf = hashResponse(response);
    entries.push({ position: tree.size, responseSeq: response.seq, leafHash: leaf.toString('hex') });
    for (const { level, index, hash } of tree.append(leaf))
      if (level % KEPT_HEIGHT === 0) kept.push({ level, index, hash: hash.toString('hex') });
  }
  const due = tree.size - head.checkpoint.size >= CHECKPOINT_RESPONSES;
  const checkpoint = due ? takeCheckpoint(tree, signer, now) : null;
  return {
    head: {
      seq: responses.at(-1)?.seq ?? head.seq,
      tree,
      checkpoint: checkpoint ? { size: checkpoint.size, at: now } : head.checkpoint,
    },
    statements: (tx, tables) => [
      insertEntries(tx, tables, entries),
      insertSubtrees(tx, tables, kept),
      ...(checkpoint ? [insertCheckpoint(tx, tables, checkpoint)] : []),
    ],
  };
}

/** The signed head of a tree, ready to be stored. */
export function takeCheckpoint(tree: GrowingTree, signer: Signer, now: number): StoredCheckpoint {
  return {
    size: tree.size,
    frontier: tree.frontier.map((hash) => hash.toString('hex')),
    note: signCheckpoint({ origin: signer.name, size: tree.size, root: tree.root() }, signer),
    createdAt: now,
  };
}
