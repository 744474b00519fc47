import { get } from 'node:http';
import { expect, test } from '@playwright/test';
import { PHONE, touchpointOf } from './support.ts';

test.use(PHONE);

const ALL = 110_000;
const SCRIPTS = 60_000;

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
