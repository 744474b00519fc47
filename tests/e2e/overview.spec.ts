import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import type { AgencyResults, TrendView } from '#domain/results.ts';
import { DESK, expectNoSidewaysScroll, readJson } from './support.ts';

test.use(DESK);
// Four charts are read and drawn before anything else happens.
test.describe.configure({ timeout: 180_000 });

test('the keyboard leads from the days over the ranking to one agency, which is found without diacritics', async ({
  page,
}) => {
  await openOverview(page);
  const period = page.getByRole('combobox', { name: 'Kỳ báo cáo' });
  await period.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/period=\d{4}-month-\d+/);
  const asked = new URL(page.url()).searchParams.get('period') ?? '';
  await expect(period).toHaveValue(asked);

  await page.getByRole('link', { name: 'Các cơ quan' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Xếp hạng các cơ quan' })).toBeFocused();
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('cai rang');
  const link = page.getByRole('table', { name: 'Xếp hạng các cơ quan' }).getByRole('link');
  await expect(link).toHaveText(['UBND phường Cái Răng']);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/results/agencies/[^/?]+\\?period=${asked}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('UBND phường Cái Răng');
});

test('every figure of a chart stands in its table, and on paper without asking', async ({
  page,
  request,
}, info) => {
  await openOverview(page);
  const { points } = await readJson<TrendView>(request, `/api/results/trend?${await days(page)}&by=month`);
  const chart = page.getByRole('figure', { name: 'Xu hướng' });
  await expect(chart.getByRole('img')).toHaveAccessibleName(/Thấp nhất .+%.+cao nhất .+%/);
  const table = chart.getByRole('table', { name: 'Xu hướng' });
  await expect(table).toBeHidden();
  await chart.getByRole('radio', { name: 'Bảng' }).press('Space');
  await expect(chart.getByRole('img')).toBeHidden();
  await expect(table.locator('tbody tr')).toHaveCount(points.length);
  const shown = points.filter(({ rate }) => rate !== null).length;
  await expect(table.locator('td:nth-child(2)').filter({ hasText: /^\d+,\d\d%$/ })).toHaveCount(shown);

  await page.emulateMedia({ media: 'print' });
  await expect(chart.getByRole('img')).toBeVisible();
  await expect(table).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tải về' }).first()).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await info.attach('printed', {
    body: await page.screenshot({ timeout: 60_000 }),
    contentType: 'image/png',
  });
});

test('a chart is saved as figures, as a drawing and as a picture', async ({ page }) => {
  await openOverview(page);
  const save = async (kind: string) => {
    await page.getByRole('button', { name: 'Tải về: Xu hướng' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('menuitem', { name: kind }).click(),
    ]);
    return download;
  };
  const csv = await contentOf(await save('CSV'));
  expect(csv.toString('utf8')).toMatch(/^\uFEFFTháng,Tỷ lệ hài lòng,/);
  expect(csv.toString('utf8')).toMatch(/,"\d+,\d\d",/);
  const svg = (await contentOf(await save('SVG'))).toString('utf8');
  expect(svg).toMatch(/^<svg[^>]*>[\s\S]*Xu hướng[\s\S]*SIPAS[\s\S]*<\/svg>$/);
  const png = await contentOf(await save('PNG'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1500);
});

test('the steps of the trend are in the address, and a month is drawn by the day', async ({ page }) => {
  await openOverview(page, '?period=last_month');
  const chart = page.getByRole('figure', { name: 'Xu hướng' });
  await expect(chart.getByRole('radio', { name: 'Ngày' })).toBeChecked();
  await chart.getByRole('radio', { name: 'Ngày' }).press('ArrowRight');
  await expect(page).toHaveURL(/step=week/);
  await page.reload();
  await expect(chart.getByRole('radio', { name: 'Tuần' })).toBeChecked();
});

test('the funnel draws nobody whose figure is hidden, and its table leads to each agency', async ({
  page,
  request,
}) => {
  const month = 'from=2026-06-01&to=2026-06-30';
  await page.goto(`/app/results/agencies?${month}&group=local&q=zzz`);
  const chart = page.getByRole('figure', { name: /^Biểu đồ phễu/ });
  await expect(chart).toBeVisible({ timeout: 60_000 });
  const { agencies } = await readJson<AgencyResults>(request, `/api/results/agencies?${await days(page)}`);
  const local = agencies.filter(({ group }) => group === 'local');
  const hidden = local.filter((row) => row.hidden);
  expect(hidden.length).toBeGreaterThan(0);
  await chart.getByRole('radio', { name: 'Bảng' }).press('Space');
  const rows = chart.locator('tbody tr');
  await expect(rows).toHaveCount(local.length);
  await expect(rows.filter({ hasText: 'Ẩn (' })).toHaveCount(hidden.length);
  await expect(rows.getByRole('link')).toHaveCount(local.length);
  const drawn = await chart.locator('svg').innerHTML();
  for (const { name } of hidden) expect(drawn).not.toContain(name);
});

test('the overview leads to what looks odd and to the comments of the same days', async ({ page }) => {
  const attention = page.getByRole('region', { name: 'Cần chú ý' });
  for (const [link, path] of [
    ['Dấu hiệu bất thường', 'integrity'],
    ['Ý kiến', 'comments'],
  ] as const) {
    await openOverview(page, '?from=2026-09-01&to=2026-09-30');
    await attention.getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(new RegExp(`/app/${path}\\?from=2026-09-01&to=2026-09-30$`));
    await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible();
  }
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openOverview(page);
  await expectNoSidewaysScroll(page, 'the overview');
  await page.goto('/app/results/agencies?q=so');
  await expect(page.getByRole('list', { name: 'Xếp hạng các cơ quan' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'the ranking');
});

async function openOverview(page: Page, search = ''): Promise<void> {
  await page.goto(`/app/results${search}`);
  for (const name of ['Xu hướng', 'So sánh các yếu tố'])
    await expect(page.getByRole('figure', { name })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('figure', { name: 'Xu hướng' }).getByRole('img')).toBeVisible({
    timeout: 60_000,
  });
}

/** The days that the page shows, as the server is asked for them. */
async function days(page: Page): Promise<string> {
  const shown = await page
    .getByText(/^\d\d\/\d\d\/\d{4} – \d\d\/\d\d\/\d{4}$/)
    .first()
    .innerText();
  const [from, to] = shown.split(' – ').map((day) => day.split('/').reverse().join('-'));
  return `from=${from}&to=${to}&questionnaire=one-stop@1`;
}

async function contentOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path());
}
