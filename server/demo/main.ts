// `npm run demo`: a throw-away province with a year of invented answers, on which everything can be tried.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '#domain/days.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { openSigner } from '../ledger/key.ts';
import { explainingFailure, start } from '../start.ts';
import { fillDemo } from './fill.ts';

await explainingFailure(async () => {
  const settings = readConfig(process.env);
  // A folder of its own, always on SQLite: a real installation with the same settings is never touched.
  const config = { ...settings, dataDir: join(settings.dataDir, 'demo'), databaseUrl: null, demo: true };
  rmSync(config.dataDir, { recursive: true, force: true });
  const context = {
    config,
    db: await openDatabase(config),
    signer: openSigner(config.dataDir),
    now: Date.now,
  };
  await fillDemo(context, { seed: 2026, count: 20_000, province: '92', to: dayOf(Date.now()) - 1 });
  await start(context);
});
