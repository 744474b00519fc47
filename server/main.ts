import { scheduleBackups } from './backup/schedule.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { openSigner } from './ledger/key.ts';
import { start } from './start.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  await start({ config, db: await openDatabase(config), signer: openSigner(config.dataDir), now: Date.now });
  scheduleBackups(config, say);
} catch (error) {
  // What keeps the server from starting is for the person who starts it, not for its programmer.
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  say(process.env.LOG_LEVEL === 'debug' ? (stack ?? message) : message);
  process.exit(1);
}
