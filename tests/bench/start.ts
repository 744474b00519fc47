// From starting the process to listening, with nothing and with ten million responses.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, startServer } from '../support/process.ts';
import { benchDir, benchFolder } from './data.ts';
import { median } from './figures.ts';

const STARTS = 5;

export async function startTime(size = 10_000_000): Promise<string> {
  const empty = mkdtempSync(join(benchDir(), 'start-'));
  runCommand(empty, 'province', 'create', '--code', '92');
  const folders = [empty, await benchFolder(size)];
  const times = folders.map((): number[] => []);
  for (let round = 0; round < STARTS; round++)
    for (const [index, folder] of folders.entries()) {
      const server = await startServer(folder);
      times[index]?.push(server.startedInMs);
      await server.stop();
    }
  rmSync(empty, { recursive: true });
  const [none, many] = times.map((each) => (median(each) / 1000).toFixed(2));
  return `${none} s with no responses, ${many} s with ${size}; hold ≤ 2 s`;
}
