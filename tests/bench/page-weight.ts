// What a respondent downloads before the first question: page, styles, scripts and fonts.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runCommand, startServer } from '../support/process.ts';
import { benchDir } from './data.ts';

export async function pageWeight(): Promise<string> {
  const folder = mkdtempSync(join(benchDir(), 'page-'));
  runCommand(folder, 'province', 'create', '--code', '92');
  const [code] = runCommand(folder, 'touchpoint', 'list').split(' ');
  const server = await startServer(folder);
  try {
    const page = await download(`${server.url}/s/${code}`);
    const weights: Record<string, number> = { html: page.bytes };
    for (const path of everythingOn(page.text)) {
      const kind = path.split('.').at(-1) ?? '';
      weights[kind] = (weights[kind] ?? 0) + (await download(server.url + path)).bytes;
    }
    const total = Object.values(weights).reduce((sum, bytes) => sum + bytes, 0);
    const parts = Object.entries(weights).map(([kind, bytes]) => `${kind} ${kilobytes(bytes)}`);
    return `${kilobytes(total)} kB (${parts.join(', ')}), gzip; hold ≤ 110 kB`;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** Paths of what the page loads: scripts, and the fonts that its own styles name. */
function everythingOn(page: string): string[] {
  const loaded = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"|url\((\/[^)]+\.woff2)\)/g)];
  return [...new Set(loaded.map(([, file, font]) => file ?? font ?? ''))];
}

/** A file as it comes over the line; what the server does not compress itself counts as a proxy would send it. */
function download(url: string): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'gzip' } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const zipped = response.headers['content-encoding'] === 'gzip';
      const text = (zipped ? gunzipSync(body) : body).toString('utf8');
      const bytes = zipped || url.endsWith('.woff2') ? body.length : gzipSync(body).length;
      resolve({ bytes, text });
    })
      .on('error', reject)
      .end();
  });
}
