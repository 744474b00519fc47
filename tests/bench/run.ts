// `npm run bench [-- NAME…]`: each benchmark prints one line; nothing is asserted by time, the reader judges.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { consolePages } from './console.ts';
import { benchDir } from './data.ts';
import { exportRate } from './export.ts';
import { faults } from './faults.ts';
import { median } from './figures.ts';
import { firstQuestion } from './first-question.ts';
import { ingest } from './ingest.ts';
import { memory } from './memory.ts';
import { pageWeight } from './page-weight.ts';
import { printing } from './printing.ts';
import { results } from './results.ts';
import { startTime } from './start.ts';
import { viewers } from './viewers.ts';

const BENCHMARKS: Record<string, () => Promise<string>> = {
  ingest,
  results,
  console: consolePages,
  viewers,
  memory,
  start: startTime,
  export: exportRate,
  'page-weight': pageWeight,
  'first-question': firstQuestion,
  faults,
  printing,
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHMARKS);
process.stdout.write(`${machine()}\n`);
for (const name of names) {
  const run = BENCHMARKS[name];
  if (!run) throw new Error(`${name} is none of ${Object.keys(BENCHMARKS).join(', ')}`);
  process.stdout.write(`${name}: ${await run()}\n`);
}

/** What the figures were measured on. */
function machine(): string {
  const all = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const model = all[0]?.model ?? 'unknown processor';
  return `${all.length} × ${model}, ${memoryGb} GB, Node ${process.version}, fsync ${fsyncMs().toFixed(2)} ms`;
}

function fsyncMs(): number {
  const path = join(benchDir(), 'fsync');
  const file = openSync(path, 'w');
  const times = Array.from({ length: 100 }, () => {
    writeSync(file, Buffer.alloc(4096));
    const started = performance.now();
    fdatasyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}
