import { readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { start } from './start.ts';

const config = readConfig(process.env);
await start({ config, db: openDatabase(config), now: Date.now });
