// kill -9 under load, again and again: nothing acknowledged may be lost, nothing counted twice.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SubmissionInput } from '#domain/submissions.ts';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';
import { Random } from '../../server/demo/random.ts';
import { openSigner } from '../../server/ledger/key.ts';
import { inspect } from '../support/inspection.ts';
import { Load } from '../support/load.ts';
import { runCommand, startServer } from '../support/process.ts';
import { benchDir } from './data.ts';
import { makeSubmissions } from './submissions.ts';

const KILLS = 50;

export interface Faults {
  acknowledged: number;
  problems: string[];
}

export async function faults(): Promise<string> {
  const folder = mkdtempSync(join(benchDir(), 'faults-'));
  try {
    const { acknowledged, problems } = await killUnderLoad(folder, KILLS, Date.now());
    const found = problems.slice(0, 5).map((problem) => `\n  ${problem}`);
    return `${KILLS} × kill -9 under load: ${acknowledged} responses acknowledged, ${problems.length} lost, doubled, miscounted or unproved; hold 0${found.join('')}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts, loads and kills the server in an empty folder, and looks at what is left. */
export async function killUnderLoad(dataDir: string, kills: number, seed: number): Promise<Faults> {
  runCommand(dataDir, 'province', 'create', '--code', '92');
  const random = new Random(seed);
  const load = new Load(endlessly(await makeSubmissions(dataDir, seed, 30)), seed);
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServer(dataDir);
    const sending = load.run(server.url);
    await sleep(random.integer(50, 600));
    await server.kill();
    await sending;
  }
  const server = await startServer(dataDir);
  await load.finish(server.url);
  // Figures are read after everything is counted.
  await fetch(`${server.url}/api/results`).then((response) => response.arrayBuffer());
  await server.stop();
  const db = await openDatabase(readConfig({ DATA_DIR: dataDir }));
  const problems = await inspect(db, openSigner(dataDir), load.acknowledged);
  await db.close();
  return { acknowledged: load.acknowledged.size, problems: [...load.refused, ...problems] };
}

/** The same answers over and over, each time from somebody else. */
function* endlessly(submissions: SubmissionInput[]): Generator<SubmissionInput> {
  for (;;) for (const submission of submissions) yield { ...submission, id: crypto.randomUUID() };
}
