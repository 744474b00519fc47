// Which browser the journeys run in; none is ever downloaded.
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import chromiumPackage from '@sparticuz/chromium';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Flags for tiny machines that would make the browser behave as no visitor's does. */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disk-cache-size',
];

/** Playwright's own Chromium where it is installed, else the system's, else the one inside an npm package. */
export async function findBrowser(): Promise<LaunchOptions> {
  if (existsSync(chromium.executablePath())) return {};
  const executablePath = SYSTEM.find((path) => existsSync(path));
  if (executablePath) return { executablePath, args: ['--no-sandbox'] };
  const args = chromiumPackage.args.filter((flag) => !UNWANTED.some((unwanted) => flag.startsWith(unwanted)));
  return { executablePath: await chromiumPackage.executablePath(), args };
}
