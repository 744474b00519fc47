// Resident memory of the server with ten million responses, after many figures and a full export.
import { startServer } from '../support/process.ts';
import { benchFolder } from './data.ts';
import { exportAll } from './export.ts';
import { memoryOf } from './figures.ts';
import { askForResults } from './results.ts';

export async function memory(size = 10_000_000): Promise<string> {
  const server = await startServer(await benchFolder(size));
  try {
    await askForResults(server, 200, 1);
    const figures = memoryOf(server.pid);
    await exportAll(server);
    const { now, peak } = memoryOf(server.pid);
    const mb = (value: number) => `${value.toFixed(0)} MB`;
    return `${size} responses: ${mb(figures.now)} after 600 figures, ${mb(now)} after an export, ${mb(peak)} at most; hold ≤ 250 MB`;
  } finally {
    await server.stop();
  }
}
