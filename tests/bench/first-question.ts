// How long somebody with an old phone and a bad line waits for the first question.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../e2e/browser.ts';
import { newcomerExtraMs, timeFirstQuestion } from '../support/first-question.ts';
import { runCommand, startServer } from '../support/process.ts';
import { benchDir } from './data.ts';
import { median } from './figures.ts';

const TIMES = 7;

export async function firstQuestion(): Promise<string> {
  const folder = mkdtempSync(join(benchDir(), 'first-question-'));
  runCommand(folder, 'province', 'create', '--code', '92');
  const [code] = runCommand(folder, 'touchpoint', 'list').split(' ');
  const server = await startServer(folder);
  const browser = await chromium.launch(await findBrowser());
  try {
    const waits: number[] = [];
    for (let time = 0; time < TIMES; time++)
      waits.push(await timeFirstQuestion(browser, `${server.url}/s/${code}`));
    const seconds = [median(waits), Math.max(...waits), median(waits) + newcomerExtraMs()].map((ms) =>
      (ms / 1000).toFixed(2),
    );
    const [middle, worst, newcomer] = seconds;
    return `${middle} s, ${worst} s at worst; ${newcomer} s with look-up, connection and encryption; hold ≤ 3 s`;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
