// The Merkle tree of RFC 6962 / RFC 9162: hashing, growth, and proofs that a leaf is in it or that it only grew.
import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Hash of a leaf: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest();
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Hash of the empty tree. */
const EMPTY = createHash('sha256').digest();

/** A complete subtree: `index`-th of the subtrees of 2^level leaves. */
export interface Subtree {
  level: number;
  index: number;
  hash: Buffer;
}

/** A tree that grows leaf by leaf and remembers only its edge: one hash for each set bit of its size. */
export class GrowingTree {
  private size_: number;
  /** Complete subtrees that make up the tree, largest first. */
  private readonly edge: Buffer[];

  constructor(size = 0, frontier: readonly Buffer[] = []) {
    this.size_ = size;
    this.edge = [...frontier];
  }

  get size(): number {
    return this.size_;
  }

  get frontier(): readonly Buffer[] {
    return this.edge;
  }

  /** Adds a leaf. @returns the subtrees that it completed, smallest first (the leaf alone is not among them) */
  append(leaf: Buffer): Subtree[] {
    const completed: Subtree[] = [];
    let hash = leaf;
    for (let level = 0, rest = this.size_; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.edge.pop();
      if (!left) throw new Error('the edge does not fit the size of the tree');
      hash = nodeHash(left, hash);
      level++;
      completed.push({ level, index: Math.floor(this.size_ / 2 ** level), hash });
    }
    this.edge.push(hash);
    this.size_++;
    return completed;
  }

  root(): Buffer {
    let root: Buffer | undefined;
    for (const hash of [...this.edge].reverse()) root = root ? nodeHash(hash, root) : hash;
    return root ?? EMPTY;
  }
}

/** A node of the tree by its leaves: from `start`, `count` of them, where `count` is a power of two or the tree's end. */
export interface Range {
  start: number;
  count: number;
}

/** The nodes whose hashes, bottom up, prove that leaf `index` is in the tree of `size` leaves (RFC 9162 §2.1.3). */
export function inclusionPath(index: number, size: number): Range[] {
  const path: Range[] = [];
  let start = 0;
  let count = size;
  while (count > 1) {
    const left = largestPowerBelow(count);
    if (index - start < left) {
      path.unshift({ start: start + left, count: count - left });
      count = left;
    } else {
      path.unshift({ start, count: left });
      start += left;
      count -= left;
    }
  }
  return path;
}

/** The root that a leaf and the hashes along its {@link inclusionPath} lead to. */
export function rootFromPath(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
): Buffer | null {
  const path = inclusionPath(index, size);
  if (path.length !== proof.length) return null;
  return path.reduce((hash, range, step) => {
    const sibling = proof[step] ?? EMPTY;
    return range.start > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
  }, leaf);
}

/** The complete subtrees that a range of leaves is made of, largest first. */
export function subtreesOf({ start, count }: Range): { level: number; index: number }[] {
  const result: { level: number; index: number }[] = [];
  let at = start;
  let rest = count;
  while (rest > 0) {
    const level = Math.floor(Math.log2(rest));
    result.push({ level, index: at / 2 ** level });
    at += 2 ** level;
    rest -= 2 ** level;
  }
  return result;
}

/** Folds the hashes of the {@link subtreesOf} a range into the hash of its node. */
export function foldSubtrees(hashes: readonly Buffer[]): Buffer {
  return new GrowingTree(0, hashes).root();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
