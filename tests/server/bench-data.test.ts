import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';
import { openSigner } from '../../server/ledger/key.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { fillFolder } from '../bench/data.ts';
import { inspect } from '../support/inspection.ts';

it('fills the databases that benchmarks run on as the product itself would have', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lang-nghe-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await fillFolder(folder, 1500);
  const db = await openDatabase(readConfig({ DATA_DIR: folder }));
  onTestFinished(() => db.close());
  expect(await inspect(db, openSigner(folder), new Map())).toEqual([]);
  expect(await responsesAfter(db, 0, 5000)).toHaveLength(1500);
});
