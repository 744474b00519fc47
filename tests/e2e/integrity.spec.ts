import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { DESK, expectAccessible, expectNoSidewaysScroll } from './support.ts';

test.use(DESK);
test.describe.configure({ timeout: 120_000 });

const BURST = 'Dồn dập trong thời gian ngắn';

test('a finding says what is odd and what it may be; its responses say when and how, and the way back keeps the filter', async ({
  page,
}) => {
  await page.goto('/app/integrity');
  await expect(page.getByText('Mỗi dấu hiệu là một câu hỏi để xem xét, không phải kết luận')).toBeVisible();
  await expect(page.getByText('Không tính lượt có dấu hiệu', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Loại dấu hiệu' }).selectOption(BURST);
  await expect(page).toHaveURL(/kind=burst/);
  const finding = findings(page).first();
  await expect(finding.getByRole('heading', { name: BURST })).toBeVisible();
  await expect(finding).toContainText('Vì sao lạ');
  await expect(finding).toContainText('Có thể vì');

  await finding.getByRole('link', { name: /^Xem \d+ lượt trả lời/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: BURST })).toBeFocused();
  const rows = page.getByRole('table', { name: 'Các lượt trả lời' }).locator('tbody tr');
  await expect(rows.first()).toContainText('Điện thoại, máy tính riêng');
  expect(await rows.count()).toBeGreaterThan(10);
  await expectAccessible(page, 'a finding');

  await page.getByRole('main').getByRole('link', { name: 'Dấu hiệu bất thường' }).click();
  await expect(page.getByRole('combobox', { name: 'Loại dấu hiệu' })).toHaveValue('burst');
  await page.reload();
  await expect(findings(page).getByRole('heading', { name: BURST })).toHaveCount(
    await findings(page).count(),
  );
});

test('the days are chosen in the address; findings are saved as a spreadsheet', async ({ page }) => {
  await page.goto('/app/integrity');
  await page.getByRole('button', { name: '3 tháng gần nhất' }).click();
  await expect(page.getByRole('button', { name: '3 tháng gần nhất' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(findings(page).getByRole('heading', { name: 'Một mẫu trả lời lặp lại' })).not.toHaveCount(0);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải về CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('dau-hieu-bat-thuong.csv');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(1 + (await findings(page).count()));
});

test('days without a finding, too many days and a finding that is none each say so', async ({ page }) => {
  await page.goto('/app/integrity?from=2020-01-01&to=2020-01-31');
  await expect(page.getByRole('heading', { name: 'Không có dấu hiệu bất thường' })).toBeVisible({
    timeout: 30_000,
  });
  await page.goto('/app/integrity?from=2020-01-01&to=2026-01-31');
  await expect(page.getByRole('alert')).toContainText('tối đa 92 ngày');
  await page.goto('/app/integrity/nothing');
  await expect(page.getByRole('alert')).toContainText('Không tìm thấy dấu hiệu này');
});

for (const [width, language] of [
  [1280, 'en'],
  [360, 'vi'],
] as const)
  test(`the findings are accessible at ${width} px in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript((code) => localStorage.setItem('console.language', code), language);
    await page.goto('/app/integrity');
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await page.locator('summary').click();
    await expectNoSidewaysScroll(page, 'the findings');
    await expectAccessible(page, 'the findings');
    await page
      .getByRole('link', { name: /^(Xem|See) \d+/ })
      .first()
      .click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectNoSidewaysScroll(page, 'a finding');
    await expectAccessible(page, 'a finding');
  });

function findings(page: Page) {
  return page.getByRole('list', { name: 'Dấu hiệu bất thường' }).getByRole('listitem');
}
