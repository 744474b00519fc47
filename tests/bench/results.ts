// How long a ranking and a tree take, over any range of days, at one and at ten million responses.
import { setTimeout as sleep } from 'node:timers/promises';
import { formatDay } from '#domain/days.ts';
import { Random } from '../../server/demo/random.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { benchFolder, FIRST_DAY, LAST_DAY } from './data.ts';
import { quantile } from './figures.ts';

const REQUESTS = 300;
const ROUNDS = 3;
const WARM_UP = 30;
const KINDS = ['ranking', 'agency', 'province'] as const;
type Times = Record<(typeof KINDS)[number], number[]>;

/** p95 by kind at both sizes, one request at a time over HTTP, both servers asked in turns. */
export async function results(small = 1_000_000, large = 10_000_000): Promise<string> {
  const folders = [await benchFolder(small), await benchFolder(large)];
  const servers = await Promise.all(folders.map((folder) => startServer(folder)));
  try {
    for (const server of servers) await askForResults(server, WARM_UP, ROUNDS);
    const times = servers.map((): Times => ({ ranking: [], agency: [], province: [] }));
    for (let round = 0; round < ROUNDS; round++)
      for (const [index, server] of servers.entries()) {
        await askForResults(server, REQUESTS / ROUNDS, round, times[index]);
        await sleep(100);
      }
    return describe(times as [Times, Times], small, large);
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** Asks for figures of random ranges; adds to the times, in ms. */
export async function askForResults(
  { url }: ServerProcess,
  requests: number,
  seed: number,
  times: Times = { ranking: [], agency: [], province: [] },
): Promise<void> {
  const random = new Random(seed);
  const { agencies } = (await (await fetch(`${url}/api/agencies`)).json()) as {
    agencies: { id: string; parentId: string | null }[];
  };
  const below = agencies.filter(({ parentId }) => parentId !== null);
  for (let count = 0; count < requests; count++) {
    const days = [random.integer(FIRST_DAY, LAST_DAY), random.integer(FIRST_DAY, LAST_DAY)];
    const range = `from=${formatDay(Math.min(...days))}&to=${formatDay(Math.max(...days))}`;
    const paths = {
      ranking: `/api/results/agencies?${range}`,
      agency: `/api/results?${range}&agency=${random.pick(below).id}`,
      province: `/api/results?${range}`,
    };
    for (const kind of KINDS) {
      const started = performance.now();
      // What is measured is the figures; compressing them is the link's affair.
      const response = await fetch(url + paths[kind], { headers: { 'accept-encoding': 'identity' } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${paths[kind]}: ${response.status}`);
      times[kind].push(performance.now() - started);
    }
  }
}

function describe([small, large]: [Times, Times], ...sizes: number[]): string {
  const parts = KINDS.map((kind) => {
    const [a, b] = [quantile(small[kind], 0.95), quantile(large[kind], 0.95)];
    return `${kind} ${a.toFixed(1)} → ${b.toFixed(1)} ms (${(b / a).toFixed(2)}×)`;
  });
  return `p95 at ${sizes.join(' → ')}: ${parts.join(', ')}; hold ≤ 50 ms and ≤ 1.5×; over HTTP`;
}
