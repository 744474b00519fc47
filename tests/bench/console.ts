// How long the pages of the console wait for their data, other than the ranking and the tree; and how fast what they
// read is counted behind the storing.
import { statSync } from 'node:fs';
import { formatDay } from '#domain/days.ts';
import { newScreening } from '../../server/comments/screening.ts';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/db/database.ts';
import { openDatabase, sqliteFile } from '../../server/db/open.ts';
import { Random } from '../../server/demo/random.ts';
import type { Follower } from '../../server/responses/follower.ts';
import { newSlicing } from '../../server/slices/counting.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { benchFolder, FIRST_DAY, LAST_DAY } from './data.ts';
import { quantile } from './figures.ts';

const REQUESTS = 60;
const YEAR = 365;
const MONTH = '2026-month-10';
const BY = ['channel', 'field', 'age', 'gender', 'education', 'occupation', 'residence'] as const;

interface Asked {
  random: Random;
  agency: string;
  /** Query of a year and of a month of days. */
  year: string;
  month: string;
}
const PAGES: Record<string, { hold: number; path: (asked: Asked) => string }> = {
  'slices of the province': {
    hold: 300,
    path: ({ random, year }) => `/api/results/slices?by=${random.pick(BY)}&${year}`,
  },
  'slices of an agency': {
    hold: 100,
    path: ({ random, year, agency }) => `/api/results/slices?by=${random.pick(BY)}&${year}&agency=${agency}`,
  },
  touchpoints: { hold: 100, path: ({ year }) => `/api/results/slices?by=touchpoint&${year}` },
  'beside its like and its past': {
    hold: 100,
    path: ({ year, agency }) => `/api/results/comparison?${year}&agency=${agency}`,
  },
  'drop-offs': { hold: 100, path: ({ year }) => `/api/results/drop-offs?${year}` },
  'line by day': { hold: 100, path: ({ year }) => `/api/results/trend?by=day&${year}` },
  'comments, newest': { hold: 100, path: ({ year }) => `/api/comments?${year}` },
  'comments, rare word': { hold: 100, path: ({ year }) => `/api/comments?q=hiemthay&${year}` },
  'comments, common words': { hold: 100, path: ({ year }) => `/api/comments?q=nhiet+tinh&${year}` },
  'comments counted': { hold: 100, path: ({ year }) => `/api/comments/counts?${year}` },
  findings: { hold: 100, path: ({ month }) => `/api/integrity/findings?${month}` },
  home: { hold: 100, path: () => '/api/home' },
  'list of touchpoints': { hold: 100, path: () => '/api/touchpoints?sort=answers&size=50' },
  agencies: { hold: 100, path: () => '/api/agencies' },
  periods: { hold: 100, path: () => '/api/periods' },
  'one period': { hold: 100, path: () => `/api/periods/${MONTH}` },
  reports: { hold: 100, path: () => '/api/reports' },
  audit: { hold: 100, path: () => '/api/audit' },
};

/** p95 of each page's data, one request at a time over HTTP. @param sizes by `BENCH_SIZE`, else a million responses */
export async function consolePages(size = Number(process.env.BENCH_SIZE ?? 1_000_000)): Promise<string> {
  const folder = await benchFolder(size);
  const counted = await countBehind(folder, size);
  const server = await startServer(folder);
  try {
    const times = await askForPages(server);
    const lines = Object.entries(PAGES).map(([name, { hold }]) => {
      const p95 = quantile(times.get(name) ?? [], 0.95);
      return `  ${name}: p95 ${p95.toFixed(1)} ms, hold ≤ ${hold} ms (${(p95 / hold).toFixed(2)} ×)`;
    });
    return [`${size} responses, over HTTP`, ...counted, ...lines].join('\n');
  } finally {
    await server.stop();
  }
}

async function askForPages({ url }: ServerProcess): Promise<Map<string, number[]>> {
  const random = new Random(7);
  const { agencies } = (await (await fetch(`${url}/api/agencies`)).json()) as {
    agencies: { id: string; parentId: string | null }[];
  };
  const below = agencies.filter(({ parentId }) => parentId !== null);
  const times = new Map(Object.keys(PAGES).map((name) => [name, [] as number[]]));
  for (let round = -3; round < REQUESTS; round++)
    for (const [name, { path }] of Object.entries(PAGES)) {
      const to = random.integer(FIRST_DAY + YEAR, LAST_DAY);
      const range = (days: number) => `from=${formatDay(to - days + 1)}&to=${formatDay(to)}`;
      const asked = { random, agency: random.pick(below).id, year: range(YEAR), month: range(30) };
      const started = performance.now();
      const reply = await fetch(url + path(asked), { headers: { 'accept-encoding': 'identity' } });
      await reply.arrayBuffer();
      if (reply.status !== 200) throw new Error(`${path(asked)}: ${reply.status}`);
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  return times;
}

/** Counts what is not counted yet; by processor time, so that other work on the machine does not matter. */
async function countBehind(folder: string, size: number): Promise<string[]> {
  const config = readConfig({ DATA_DIR: folder });
  const db = await openDatabase(config);
  const followers: Record<string, (db: Database) => Follower> = {
    slices: newSlicing,
    comments: newScreening,
  };
  const lines: string[] = [];
  for (const [name, follow] of Object.entries(followers)) {
    const before = bytesOf(sqliteFile(config));
    const start = process.cpuUsage();
    await follow(db).catchUp();
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    const growth = (100 * (bytesOf(sqliteFile(config)) - before)) / before;
    // Kept from another run, there is nothing to measure.
    if (seconds < 1) continue;
    lines.push(
      `  ${name} counted: ${(size / seconds).toFixed(0)} responses a second of processor time, database + ${growth.toFixed(1)} %`,
    );
  }
  await db.close();
  return lines;
}

const bytesOf = (file: string) =>
  [file, `${file}-wal`].reduce(
    (sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
