// Proof for one response: where it stands in the tree, and the hashes that lead from it to a signed checkpoint.
import type { Database } from '../db/database.ts';
import { KEPT_HEIGHT } from './ledger.ts';
import { foldSubtrees, GrowingTree, inclusionPath, subtreesOf } from './merkle.ts';
import { checkpointUpTo, leafHashes, positionsOfReceipt, subtreeHashes } from './queries.ts';

export interface InclusionProof {
  position: number;
  /** Hex, as in the ledger. */
  leafHash: string;
  /** Hashes of the siblings, leaf to root, hex; null while no checkpoint holds the position. */
  path: string[] | null;
  /** The signed note that the path leads to. */
  checkpoint: string | null;
}

/** The proof for a receipt; null when nothing counted has it. */
export async function proveReceipt(db: Database, receipt: string): Promise<InclusionProof | null> {
  const [position] = await positionsOfReceipt(db, receipt);
  if (position === undefined) return null;
  const [leafHash = ''] = await leafHashes(db, position, position + 1);
  const checkpoint = await checkpointUpTo(db, Number.MAX_SAFE_INTEGER);
  if (!checkpoint || checkpoint.size <= position) return { position, leafHash, path: null, checkpoint: null };
  const path: string[] = [];
  for (const range of inclusionPath(position, checkpoint.size)) {
    const hashes: Buffer[] = [];
    for (const { level, index } of subtreesOf(range)) hashes.push(await subtreeHash(db, level, index));
    path.push(foldSubtrees(hashes).toString('hex'));
  }
  return { position, leafHash, path, checkpoint: checkpoint.note };
}

/** The hash of a complete subtree, from the nearest kept height below: at most 128 hashes are read. */
async function subtreeHash(db: Database, level: number, index: number): Promise<Buffer> {
  const kept = level - (level % KEPT_HEIGHT);
  const count = 2 ** (level - kept);
  const [from, to] = [index * count, (index + 1) * count];
  const hashes = kept === 0 ? await leafHashes(db, from, to) : await subtreeHashes(db, kept, from, to);
  const tree = new GrowingTree();
  for (const hash of hashes) tree.append(Buffer.from(hash, 'hex'));
  return tree.root();
}
