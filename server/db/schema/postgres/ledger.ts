import { bigint, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { responses } from './responses.ts';

/** Every counted response has its place, 0, 1, 2 …, in the order of storing, and a leaf of the Merkle tree. */
export const ledger = pgTable(
  'ledger',
  {
    position: bigint({ mode: 'number' }).notNull(),
    responseSeq: bigint({ mode: 'number' })
      .notNull()
      .unique()
      .references(() => responses.seq),
    /** RFC 6962 leaf hash, hex. */
    leafHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.position] })],
);

/** Hashes of complete subtrees of 256, 65,536 … leaves, so that a proof need not read every leaf. */
export const subtrees = pgTable(
  'subtrees',
  {
    /** Height; a multiple of 8. */
    level: bigint({ mode: 'number' }).notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.index] })],
);

/** Signed heads of the tree; see `server/ledger`. */
export const checkpoints = pgTable(
  'checkpoints',
  {
    /** Number of leaves. */
    size: bigint({ mode: 'number' }).notNull(),
    /** Hashes, hex, of the complete subtrees that make up the tree, largest first: enough to go on from here. */
    frontier: json().$type<string[]>().notNull(),
    /** The signed note, as it is handed out. */
    note: text().notNull(),
    createdAt: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.size] })],
);
