import { readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { openSigner } from './ledger/key.ts';
import { start } from './start.ts';

const config = readConfig(process.env);
await start({ config, db: await openDatabase(config), signer: openSigner(config.dataDir), now: Date.now });
