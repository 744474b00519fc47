import { expect, type Page, test } from '@playwright/test';
import { dayOf, formatDay } from '#domain/days.ts';
import type { AgencyResults } from '#domain/results.ts';
import { DESK, readJson, touchpointOf } from './support.ts';

test.use(DESK);

test('the days chosen are in the address and survive a reload and the way back', async ({ page }) => {
  await page.goto('/app/results');
  await page.getByRole('button', { name: 'Tháng trước' }).click();
  await expect(page).toHaveURL(/period=last_month/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Tháng trước' })).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(page.getByRole('button', { name: '12 tháng gần nhất' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await page.goto('/app/results?from=2026-01-01&to=2026-01-31');
  await expect(page.getByText('01/01/2026 – 31/01/2026').first()).toBeVisible();
});

test('an agency is found without diacritics', async ({ page }) => {
  await openRanking(page);
  await page.getByRole('searchbox', { name: 'Tìm (không cần gõ dấu)' }).fill('cai rang');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('UBND phường Cái Răng');
  await expect(page).toHaveURL(/q=cai/);
});

test('the ranking is sorted by the column chosen, both ways', async ({ page }) => {
  await openRanking(page);
  const heading = page.getByRole('columnheader', { name: 'Lượt trả lời' });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  expect(await responses(page)).toEqual((await responses(page)).toSorted((a, b) => b - a));
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  expect(await responses(page)).toEqual((await responses(page)).toSorted((a, b) => a - b));
});

test('only agencies of the kind chosen are listed, the best first', async ({ page, request }) => {
  const { agencies } = await readJson<AgencyResults>(request, '/api/results/agencies');
  await openRanking(page);
  await page.getByRole('combobox', { name: 'Nhóm cơ quan' }).selectOption('Sở, ban, ngành');
  const departments = agencies.filter(({ group }) => group === 'department');
  await expect(rows(page)).toHaveCount(departments.length);
  await expect(rows(page).filter({ hasText: 'Sở, ban, ngành' })).toHaveCount(departments.length);
  await expect(page).toHaveURL(/group=department/);
  await expect(rows(page).first().locator('td').first()).toContainText(/^1\/\d+/);
});

test('on paper the ranking has the rows of all pages, and says what was chosen', async ({
  page,
  request,
}) => {
  const { agencies } = await readJson<AgencyResults>(request, '/api/results/agencies');
  const local = agencies.filter(({ group }) => group === 'local');
  await openRanking(page, '?group=local');
  await expect(rows(page)).toHaveCount(50);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(rows(page)).toHaveCount(local.length);
  await expect(page.getByText('Nhóm cơ quan: UBND cấp xã')).toBeVisible();
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Tạo báo cáo' })).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(rows(page)).toHaveCount(50);
});

test('an agency opens from the ranking with the same days, and leads back', async ({ page }) => {
  await openRanking(page, '?period=last_month&q=so+tai+chinh');
  await page.getByRole('link', { name: 'Sở Tài chính' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sở Tài chính');
  await expect(page).toHaveURL(/period=last_month/);

  await page.goto('/app/results?period=last_month&agency=nobody');
  await expect(page).toHaveURL(/\/results\/agencies\/nobody\?period=last_month/);
});

test('figures of few people are hidden, and those of a small sample say so', async ({ page, request }) => {
  const yesterday = dayOf(Date.now()) - 1;
  const week = `from=${formatDay(yesterday - 6)}&to=${formatDay(yesterday)}&questionnaire=one-stop@1`;
  const { agencies } = await readJson<AgencyResults>(request, `/api/results/agencies?${week}`);
  const hidden = agencies.find((row) => row.hidden);
  const weak = agencies.find((row) => row.weak && row.rate !== null);
  if (!hidden || !weak) throw new Error('the demo has no week with hidden and weak figures');
  expect([hidden.rate, hidden.interval, hidden.rank, hidden.standing]).toEqual([null, null, null, null]);

  const rate = async (name: string) => {
    await openRanking(page, `?${week}&q=${encodeURIComponent(name)}`);
    return rows(page).filter({ hasText: name }).locator('td:nth-child(4)').first();
  };
  await expect(await rate(hidden.name)).toHaveText(/^Ẩn \(/);
  await expect(await rate(weak.name)).toHaveText(/^\d+,\d\d%chưa đủ mẫu/);
});

test('every door says that this is a demonstration', async ({ page, request }) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  for (const path of [`/s/${code}`, `/kiosk?touchpoint=${code}`]) {
    await page.goto(path);
    await expect(page.getByText('Bản dùng thử – dữ liệu giả lập')).toBeVisible();
  }
  await page.goto('/app');
  await expect(page.getByText('Bản trình diễn: cơ quan là thật, câu trả lời là mô phỏng.')).toBeVisible();
});

async function openRanking(page: Page, search = ''): Promise<void> {
  await page.goto(`/app/results/agencies${search}`);
  await expect(rows(page).first()).toBeVisible();
}

function rows(page: Page) {
  return page.getByRole('table', { name: 'Xếp hạng các cơ quan' }).locator('tbody tr');
}

async function responses(page: Page): Promise<number[]> {
  const texts = await rows(page).locator('td:nth-child(5)').allInnerTexts();
  return texts.map((text) => Number(text.replaceAll('.', '')));
}
