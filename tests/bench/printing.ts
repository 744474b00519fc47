// Seconds and memory that a server takes to print posters of five hundred touchpoints.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, type ServerProcess, startServer } from '../support/process.ts';
import { benchDir } from './data.ts';
import { memoryOf } from './figures.ts';

const TOUCHPOINTS = 500;

export async function printing(): Promise<string> {
  const folder = mkdtempSync(join(benchDir(), 'printing-'));
  runCommand(folder, 'province', 'create', '--code', '92');
  try {
    const lines: string[] = [];
    for (const layout of ['poster', 'tent', 'stickers']) lines.push(await measure(folder, layout));
    return `${lines.join('; ')}; hold ≤ 250 MB, whatever the layout`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each layout has a server of its own: the most memory that it ever took is this layout's. */
async function measure(folder: string, layout: string): Promise<string> {
  const server = await startServer(folder);
  try {
    const { bytes, seconds } = await print(server, layout, await readCodes(server));
    const { peak } = memoryOf(server.pid);
    const file = `${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`;
    return `${TOUCHPOINTS} × ${layout}: ${file}, server ${peak.toFixed(0)} MB at most`;
  } finally {
    await server.stop();
  }
}

/** The codes of as many touchpoints as are printed, created where there are not enough yet. */
async function readCodes({ url }: ServerProcess): Promise<string[]> {
  const reply = await fetch(`${url}/api/touchpoints`);
  const { touchpoints } = (await reply.json()) as { touchpoints: { code: string; agency: { id: string } }[] };
  const codes = touchpoints.map(({ code }) => code);
  const agencies = touchpoints.map(({ agency }) => agency.id);
  for (let counter = 2; codes.length < TOUCHPOINTS; counter++) {
    const body = {
      agencies,
      kind: 'counter',
      name: `Quầy số ${counter} – Tư pháp, hộ tịch`,
      questionnaire: 'one-stop@1',
    };
    const created = await fetch(`${url}/api/touchpoints/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (created.status !== 201) throw new Error(`creating touchpoints answered ${created.status}`);
    const answer = (await created.json()) as { touchpoints: { code: string }[] };
    codes.push(...answer.touchpoints.map(({ code }) => code));
  }
  return codes.slice(0, TOUCHPOINTS);
}

async function print({ url }: ServerProcess, layout: string, codes: readonly string[]) {
  const started = performance.now();
  const reply = await fetch(`${url}/api/print/${layout}.pdf?touchpoints=${codes.join(',')}`);
  if (!reply.body || reply.status !== 200) throw new Error(`printing answered ${reply.status}`);
  let bytes = 0;
  for await (const piece of reply.body) bytes += piece.length;
  return { bytes, seconds: (performance.now() - started) / 1000 };
}
