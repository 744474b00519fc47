// Rows per second of the CSV export, and the memory it takes.
import { formatDay } from '#domain/days.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { benchFolder, FIRST_DAY, LAST_DAY } from './data.ts';
import { memoryOf } from './figures.ts';

export async function exportRate(...sizes: number[]): Promise<string> {
  const lines: string[] = [];
  for (const size of sizes.length > 0 ? sizes : [1_000_000, 10_000_000]) {
    const server = await startServer(await benchFolder(size));
    const { rows, seconds } = await exportAll(server);
    const { peak } = memoryOf(server.pid);
    await server.stop();
    lines.push(`${size}: ${Math.round(rows / seconds)} responses/s, ${peak.toFixed(0)} MB at most`);
  }
  return `${lines.join('; ')}; hold ≥ 50000/s, flat`;
}

/** Downloads everything and counts the lines below the header. */
export async function exportAll({ url }: ServerProcess): Promise<{ rows: number; seconds: number }> {
  const range = `from=${formatDay(FIRST_DAY)}&to=${formatDay(LAST_DAY)}&questionnaire=one-stop@1`;
  const started = performance.now();
  const response = await fetch(`${url}/api/exports/responses.csv?${range}`, {
    // What is measured is the export; compressing is the proxy's or the link's affair.
    headers: { 'accept-encoding': 'identity' },
  });
  if (!response.body || response.status !== 200) throw new Error(`the export answered ${response.status}`);
  let lines = 0;
  for await (const chunk of response.body) for (const byte of chunk) if (byte === 10) lines++;
  return { rows: lines - 1, seconds: (performance.now() - started) / 1000 };
}
