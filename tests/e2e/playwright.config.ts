// The browser journeys: a real browser on a real demo server that `demo.ts` starts and stops.
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { DEMO_URL } from './demo.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/e2e',
  globalSetup: './demo.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env[DEMO_URL],
    // The main process reads this file before any worker, so the browser is unpacked once.
    launchOptions: await findBrowser(),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
  },
});
