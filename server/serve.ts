// Opens what the settings name and serves it.
import { scheduleBackups } from './backup/schedule.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { openSigner } from './ledger/key.ts';
import { explainingFailure, say, start } from './start.ts';

await explainingFailure(async () => {
  const config = readConfig(process.env);
  await start({ config, db: await openDatabase(config), signer: openSigner(config.dataDir), now: Date.now });
  scheduleBackups(config, say);
});
