// How long an agency's own people wait for figures: for them days are cut into batches first, whatever they ask for.
import { startOfDay } from '#domain/days.ts';
import type { Agency } from '../../server/agencies/queries.ts';
import { listAgencies } from '../../server/agencies/queries.ts';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';
import { Random } from '../../server/demo/random.ts';
import { readComparison } from '../../server/results/comparison.ts';
import { readResults } from '../../server/results/queries.ts';
import { readAgencyResults } from '../../server/results/ranking.ts';
import { readTrend } from '../../server/results/trend.ts';
import { type Viewer, viewerFrom } from '../../server/results/viewer.ts';
import { readSlices } from '../../server/slices/reading.ts';
import { benchFolder, FIRST_DAY, LAST_DAY } from './data.ts';
import { quantile } from './figures.ts';

const REQUESTS = 40;
const YEAR = 365;

/** p95 within one process, by `BENCH_SIZE`, else at a million responses. */
export async function viewers(size = Number(process.env.BENCH_SIZE ?? 1_000_000)): Promise<string> {
  const db = await openDatabase(readConfig({ DATA_DIR: await benchFolder(size) }));
  const all = await listAgencies(db);
  const below = all.filter(({ parentId }) => parentId !== null);
  const now = () => startOfDay(LAST_DAY + 1);
  const random = new Random(3);
  const times = new Map<string, number[]>();
  const measure = async (name: string, work: (viewer: Viewer) => Promise<unknown>, agency: Agency | null) => {
    const started = performance.now();
    await work(await viewerFrom({ db, now }, agency?.id ?? null));
    times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
  };
  for (let round = -3; round < REQUESTS; round++) {
    if (round === 0) times.clear();
    const to = random.integer(FIRST_DAY + YEAR, LAST_DAY);
    const range = { from: to - YEAR + 1, to };
    const agency = random.pick(below);
    const query = { ...range, all, agency, asked: range };
    await measure('figures', (viewer) => readResults(db, { ...range, agency: agency.id, viewer }), agency);
    await measure('ranking', (viewer) => readAgencyResults(db, { ...range, viewer }), agency);
    await measure('comparison', (viewer) => readComparison(db, { ...query, viewer }), agency);
    await measure('line by day', (viewer) => readTrend(db, { ...query, by: 'day', viewer }), agency);
    await measure(
      'groups',
      (viewer) => readSlices(db, { ...query, by: 'age', node: 'overall', viewer }),
      agency,
    );
    await measure(
      'touchpoints',
      (viewer) => readSlices(db, { ...query, by: 'touchpoint', node: 'overall', viewer }),
      agency,
    );
    await measure('figures of the province', (viewer) => readResults(db, { ...range, viewer }), null);
  }
  await db.close();
  const lines = [...times].map(([name, each]) => `  ${name}: p95 ${quantile(each, 0.95).toFixed(1)} ms`);
  return [`${size} responses, within one process; hold ≤ 100 ms, groups ≤ 300 ms`, ...lines].join('\n');
}
