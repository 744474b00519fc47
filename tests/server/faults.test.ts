import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { killUnderLoad } from '../bench/faults.ts';

it('loses, doubles and miscounts nothing when the server is killed under load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lang-nghe-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { acknowledged, problems } = await killUnderLoad(folder, 4, 7);
  expect(problems).toEqual([]);
  expect(acknowledged).toBeGreaterThan(100);
}, 60_000);
