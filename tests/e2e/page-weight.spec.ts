import { get } from 'node:http';
import { expect, test } from '@playwright/test';
import { FIRST_FLIGHT, lineMs, timeFirstQuestion } from '../support/first-question.ts';
import { PHONE, touchpointOf } from './support.ts';

test.use(PHONE);

const ALL = 110_000;
const SCRIPTS = 60_000;
/** Kept for a slow phone to lay out and paint the page; measured: 0.3 s. */
const SLOW_PHONE_MS = 1000;

test('the first question comes with at most 110 kB, fonts and all', async ({ page, request }) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  const urls = new Set<string>();
  page.on('request', (each) => {
    if (each.url().startsWith('http')) urls.add(each.url());
  });
  await page.goto(`/s/${code}`);
  await expect(page.getByText('Trang 1/7')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);

  const files = await Promise.all([...urls].map(download));
  for (const { path, bytes } of files) console.log(`${String(bytes).padStart(8)}  ${path}`);
  const total = weigh(files);
  const scripts = weigh(files.filter(({ path }) => path.endsWith('.js')));
  console.log(`${String(total).padStart(8)}  all together, of which scripts ${scripts}`);
  expect(files.filter(({ path }) => path.endsWith('.woff2'))).toHaveLength(2);
  expect(total).toBeLessThanOrEqual(ALL);
  expect(scripts).toBeLessThanOrEqual(SCRIPTS);
});

test('citizens download neither zod nor react-dom', async ({ page, request }) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text());
  });
  await page.goto(`/s/${code}`);
  await expect(page.getByText('Trang 1/7')).toBeVisible();
  const program = (await Promise.all(scripts)).join('\n');
  expect(program.length).toBeGreaterThan(10_000);
  for (const trace of ['_zod', 'ZodError', 'safeParse', '`react-dom`', '"react-dom"', 'reconcilerVersion'])
    expect(program.includes(trace), trace).toBe(false);
});

test('the first question needs the page alone, which comes in one flight: 3 s on a slow phone with a bad line', async ({
  page,
  request,
  browser,
}) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  // Whatever else the page asks for never comes.
  await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.continue() : undefined));
  await page.goto(`/s/${code}`, { waitUntil: 'commit' });
  await expect(page.locator('fieldset label').first()).toBeInViewport();
  const { bytes } = await download(page.url());
  expect(bytes).toBeLessThanOrEqual(FIRST_FLIGHT);
  expect(lineMs(bytes)).toBeLessThanOrEqual(3000 - SLOW_PHONE_MS);

  // Told, not judged: the processor of a machine that has other things to do is slower than four times.
  const shownMs = await timeFirstQuestion(browser, page.url());
  console.log(
    `first question after ${Math.round(shownMs)} ms; a newcomer's line takes ${Math.round(lineMs(bytes))}`,
  );
});

interface Download {
  path: string;
  bytes: number;
}

/** What travels over the line for a browser that understands gzip. */
function download(url: string): Promise<Download> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ path: new URL(url).pathname, bytes }));
    }).on('error', reject);
  });
}

const weigh = (files: Download[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
