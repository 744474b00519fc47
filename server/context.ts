import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Signer } from './ledger/note.ts';

/** Everything that a feature needs from outside: handed in, never imported, so that tests hand in their own. */
export interface Context {
  db: Database;
  config: Config;
  /** Signs the ledger's checkpoints. */
  signer: Signer;
  /** Milliseconds since the epoch. */
  now: () => number;
}
