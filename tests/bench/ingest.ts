// Durable submissions per second, against the same server on a route that validates and stores nothing.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, startServer } from '../support/process.ts';
import { benchDir } from './data.ts';
import { median } from './figures.ts';
import type { Order, Outcome } from './sender.ts';
import { makeSubmissions } from './submissions.ts';

const CONNECTIONS = 64;
const ROUNDS = 5;
const ROUND_MS = 3000;

export async function ingest(): Promise<string> {
  const folder = mkdtempSync(join(benchDir(), 'ingest-'));
  runCommand(folder, 'province', 'create', '--code', '92');
  const bodies = (await makeSubmissions(folder, 1, 1)).map(({ id, ...rest }) =>
    JSON.stringify({ id, ...rest }),
  );
  const server = await startServer(folder, 'tests/bench/bare-server.ts');
  const sender = fork(fileURLToPath(new URL('./sender.ts', import.meta.url)));
  const measure = async (path: string): Promise<Outcome> => {
    const port = Number(new URL(server.url).port);
    const order: Order = { port, path, bodies, connections: CONNECTIONS, milliseconds: ROUND_MS };
    sender.send(order);
    const [outcome] = (await once(sender, 'message')) as [Outcome];
    // Figures are read after everything is counted: the next round starts with nothing left to do.
    await fetch(`${server.url}/api/results`).then((response) => response.arrayBuffer());
    return outcome;
  };
  try {
    // The first round of each warms up.
    const rounds: { bare: Outcome; durable: Outcome }[] = [];
    for (let round = 0; round <= ROUNDS; round++)
      rounds.push({ bare: await measure('/bare'), durable: await measure('/api/responses') });
    return describe(rounds.slice(1));
  } finally {
    sender.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(rounds: { bare: Outcome; durable: Outcome }[]): string {
  const ratio = median(rounds.map(({ bare, durable }) => durable.perSecond / bare.perSecond));
  const bare = median(rounds.map((round) => round.bare.perSecond));
  const durable = median(rounds.map((round) => round.durable.perSecond));
  const p99 = median(rounds.map((round) => round.durable.p99));
  const refused = rounds.reduce((sum, round) => sum + round.bare.refused + round.durable.refused, 0);
  return `${ratio.toFixed(2)} × the bare route: ${durable.toFixed(0)} durable/s against ${bare.toFixed(0)}/s, p99 ${p99.toFixed(0)} ms, ${refused} refused, ${CONNECTIONS} connections; hold ≥ 0.70`;
}
