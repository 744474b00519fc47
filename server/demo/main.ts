// `npm run demo`: a throw-away province with a year of invented answers, on which everything can be tried.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '#domain/days.ts';
import { readConfig } from '../config.ts';
import { openSqlite } from '../db/sqlite.ts';
import { openSigner } from '../ledger/key.ts';
import { start } from '../start.ts';
import { fillDemo } from './fill.ts';

const config = { ...readConfig(process.env), demo: true };
// A file of its own: a real installation in the same folder is never touched.
const file = join(config.dataDir, 'demo.sqlite');
for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
const context = { config, db: openSqlite(file), signer: openSigner(config.dataDir), now: Date.now };
await fillDemo(context, { seed: 2026, count: 20_000, province: '92', to: dayOf(Date.now()) - 1 });
await start(context);
