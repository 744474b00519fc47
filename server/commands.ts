// What an operator's command is, and how it reaches the data.
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { openDatabase } from './db/open.ts';
import { openSigner } from './ledger/key.ts';

export interface Command {
  /** `noun verb ARGUMENTS — what it does`; the first two words call it. */
  usage: string;
  /** @returns the lines to print; throws an Error or a Failure that says what is wrong */
  run: (config: Config, args: string[]) => Promise<string[]>;
}

/** Opens the installation's data for one piece of work, and closes them whatever happens. */
export async function withContext<T>(config: Config, work: (context: Context) => Promise<T>): Promise<T> {
  const db = await openDatabase(config);
  try {
    return await work({ config, db, signer: openSigner(config.dataDir), now: Date.now });
  } finally {
    await db.close();
  }
}
