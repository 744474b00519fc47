import { get } from 'node:http';
import { expect, test } from '@playwright/test';
import { type PublishingServer, startPublishingServer } from './publishing-server.ts';
import { expectAccessibleAsSeen } from './seen.ts';
import { DESK, expectNoSidewaysScroll, PHONE } from './support.ts';

// One server is enough.
test.describe.configure({ mode: 'default' });

let server: PublishingServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startPublishingServer();
});
test.afterAll(() => server.stop());

const ALL = 30_000;

for (const [name, device] of [
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)
  test.describe(() => {
    test.use({ ...device, javaScriptEnabled: false });

    test(`published results are read on ${name} without JavaScript, found, and taken along`, async ({
      page,
      browser,
    }) => {
      await page.goto(`${server.url}/results`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Kết quả khảo sát mức độ hài lòng của người dân',
      );
      await expect(page.getByRole('region', { name: 'Tỷ lệ hài lòng chung' })).toContainText(
        '57 lượt trả lời',
      );
      await expect(page.getByText('không phải Chỉ số SIPAS')).toBeVisible();
      await expectNoSidewaysScroll(page, name);

      await page.getByLabel('Tìm cơ quan').fill(server.website.agency.slice(0, 12));
      await page.getByRole('button', { name: 'Tìm' }).click();
      const row = page.getByRole('row').filter({ hasText: server.website.agency });
      await expect(row).toContainText('80,00%');
      await expect(row).toContainText('40 lượt');
      await expectAccessibleAsSeen(browser, page, `results on ${name}`);

      await page.getByRole('link', { name: 'English' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/How satisfied citizens are/);
      await expectAccessibleAsSeen(browser, page, `results in English on ${name}`);
      const csv = page.getByRole('link', { name: 'Spreadsheet (CSV)' });
      const file = await page.request.get(new URL((await csv.getAttribute('href')) ?? '', server.url).href);
      expect(await file.text()).toContain(`,${server.period},`);
    });
  });

test('the page weighs 30 kB at the most, nothing else is fetched, no cookie is set', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on('request', (each) => each.url().startsWith('http') && asked.push(each.url()));
  await page.goto(`${server.url}/results`);
  expect(asked).toEqual([`${server.url}/results`]);
  expect(await context.cookies()).toEqual([]);
  const bytes = await new Promise<number>((resolve, reject) => {
    get(`${server.url}/results`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on('end', () => resolve(size));
    }).on('error', reject);
  });
  console.log(`${bytes}  the page of results`);
  expect(bytes).toBeLessThanOrEqual(ALL);
});

test.describe(() => {
  test.use({ viewport: { width: 360, height: 640 } });
  test('no text is lost at twice its size on a narrow screen', async ({ page }) => {
    await page.goto(`${server.url}/results`);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    await expectNoSidewaysScroll(page, 'results at 200 %');
  });
});

test('a period that is not published, and a closed page, say so and lead on', async ({ page }) => {
  const unknown = await page.goto(`${server.url}/results?period=2020-month-1`);
  expect(unknown?.status()).toBe(404);
  await page.getByRole('link', { name: 'Xem kỳ mới nhất' }).click();
  await expect(page.getByText('Tỷ lệ hài lòng chung')).toBeVisible();
  await server.call('PATCH', '/api/settings', { publicResults: false });
  try {
    const closed = await page.goto(`${server.url}/results?again`);
    expect(closed?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Kết quả chưa được công khai' })).toBeVisible();
  } finally {
    await server.call('PATCH', '/api/settings', { publicResults: true });
  }
});
