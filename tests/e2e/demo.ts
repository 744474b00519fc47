// One demo server for all journeys, with a data folder that goes with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/process.ts';

/** The environment variable that tells the workers where the server listens. */
export const DEMO_URL = 'E2E_DEMO_URL';

/** Playwright's global set-up; what it returns is the tear-down. */
export default async function startDemo(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lang-nghe-e2e-'));
  const server = await startServer(folder, 'server/demo/main.ts');
  process.env[DEMO_URL] = server.url;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
