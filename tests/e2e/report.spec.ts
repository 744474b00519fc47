// What Sở Nội vụ does by the 14th: a period closed, published, reopened for a reason; a report from what the page shows.
import { readFileSync } from 'node:fs';
import { type Page, expect as strict, test } from '@playwright/test';
import { dayOf } from '#domain/days.ts';
import { DEFAULT_CLOSING_DAY, periodContaining, periodKey, periodOf } from '#domain/periods.ts';
import { paragraphsOf } from '../support/zip.ts';
import { DESK, expectAccessible, expectNoSidewaysScroll, readJson } from './support.ts';

interface Period {
  key: string;
  state: string;
}

// Files are made and long tables drawn: a machine with other things to do takes its time.
const PATIENCE = 45_000;
const expect = strict.configure({ timeout: PATIENCE });
test.use({ ...DESK, actionTimeout: PATIENCE });
test.describe.configure({ timeout: 240_000 });

/** A month that no other journey closes. */
function monthOfOurOwn() {
  const { year, index } = periodContaining('month', dayOf(Date.now()), DEFAULT_CLOSING_DAY);
  return periodOf('month', year, index - 6, DEFAULT_CLOSING_DAY);
}

test('the overview leads to a finished report in four clicks and less than two minutes', async ({
  page,
  request,
}) => {
  await page.goto('/app');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const started = Date.now();
  let clicks = 0;
  const click = async (name: string, role: 'link' | 'button' = 'button') => {
    clicks++;
    await page.getByRole(role, { name, exact: true }).first().click();
  };
  await click('Kết quả', 'link');
  await click('Tạo báo cáo');
  const answer = page.waitForResponse((each) => each.url().endsWith('/api/reports') && each.status() === 202);
  await click('Lập báo cáo');
  const ordered = (await (await answer).json()) as { id: string };
  await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo' })).toBeVisible();
  const button = page.getByRole('button', { name: /^Tải về Word \(DOCX\): Thành phố Cần Thơ/ }).first();
  await expect(button).toBeVisible({ timeout: 110_000 });
  const coming = page.waitForEvent('download');
  // The newest report is the one that was ordered, and no older one of its like.
  const asked = page.waitForRequest((each) => each.url().endsWith(`/api/reports/${ordered.id}/file`));
  clicks++;
  await button.click();
  const file = await coming;
  const took = Date.now() - started;
  console.log(`${took}  ms from the home page to the file of a finished report`);
  await asked;
  const { state } = await readJson<{ state: string }>(request, `/api/reports/${ordered.id}`);
  expect(state).toBe('done');
  expect(file.suggestedFilename()).toMatch(/^bao-cao_.*\.docx$/);
  const text = paragraphsOf(readFileSync(await file.path())).join('\n');
  expect(clicks).toBe(4);
  expect(took).toBeLessThan(120_000);
  expect(text).toContain('Số liệu tạm tính (chưa chốt)');
  expect(text).toContain('Tỷ lệ hài lòng chung đối với các cơ quan, đơn vị của thành phố Cần Thơ là');

  // What was ordered is still there for whoever comes back.
  await page.reload();
  await expect(button).toBeVisible();
});

test('a report of one agency and of a closed period is ordered in two files', async ({ page, request }) => {
  const { year } = monthOfOurOwn();
  const periods = await Promise.all(
    [year, year + 1].map((each) => readJson<{ periods: Period[] }>(request, `/api/periods?year=${each}`)),
  );
  const closed = periods
    .flatMap((each) => each.periods)
    .find(({ key, state }) => state === 'closed' && key !== periodKey(monthOfOurOwn()));
  await page.goto(`/app/periods/${closed?.key}`);
  await page.getByRole('button', { name: 'Tạo báo cáo' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Kỳ này đã chốt: báo cáo dùng số liệu đã chốt.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /Word/ }).uncheck();
  await dialog.getByRole('button', { name: 'Lập báo cáo' }).click();
  await expect(dialog.getByText('Còn thiếu nội dung này.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /Excel/ }).check();
  await dialog.getByRole('checkbox', { name: /PDF/ }).check();
  const agency = dialog.getByRole('combobox', { name: 'Báo cáo về' });
  await agency.fill('so y te');
  await page.getByRole('option', { name: 'Sở Y tế' }).click();
  await dialog.getByRole('button', { name: 'Lập báo cáo' }).click();
  await expect(dialog).toBeHidden();
  for (const name of [/^Tải về Excel \(XLSX\): Sở Y tế/, /^Tải về PDF: Sở Y tế/])
    await expect(page.getByRole('button', { name }).first()).toBeVisible({ timeout: 110_000 });
});

test('a period is closed, published and reopened for a reason, and all of it is kept', async ({ page }) => {
  const month = monthOfOurOwn();
  const name = `Tháng ${month.index} năm ${month.year}`;
  await page.goto(`/app/periods?year=${month.year}`);
  const line = page.getByRole('listitem').filter({ hasText: name });
  await line.getByRole('button', { name: /^Chốt số liệu/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Sổ cái được ký một điểm kiểm tra/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Chốt số liệu' }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await expect(line.getByText('Đã chốt')).toBeVisible();

  await line.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Số liệu đã chốt' })).toBeVisible();
  await expect(page.locator('pre')).toContainText('— ');
  await expect(page.getByText(/Không có lượt trả lời nào của kỳ gửi đến sau khi chốt/)).toBeVisible();
  await page.getByRole('button', { name: 'Công bố' }).click();
  await expect(dialog.getByText(/bất kỳ ai cũng xem được số liệu này tại trang \/results/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Công bố' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[aria-current=step]')).toContainText('Đã công bố');

  await page.getByRole('button', { name: 'Mở lại kỳ' }).click();
  await dialog.getByRole('textbox', { name: 'Lý do mở lại' }).fill('nhầm');
  await dialog.getByRole('button', { name: 'Mở lại kỳ' }).click();
  await expect(dialog.getByText('Hãy ghi rõ lý do, ít nhất 10 ký tự.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Lý do mở lại' }).fill('Một máy tính bảng gửi phiếu muộn');
  await dialog.getByRole('button', { name: 'Mở lại kỳ' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[aria-current=step]')).toContainText('Bản nháp');
  const history = page.locator('section').filter({ hasText: 'Lịch sử chốt số liệu' });
  await expect(history).toContainText('Một máy tính bảng gửi phiếu muộn');
  await expect(history).toContainText(/Công bố lúc/);
});

for (const language of ['vi', 'en'] as const)
  for (const width of [1280, 360])
    test(`periods and reports are accessible in ${language} at ${width} px`, async ({ page, request }) => {
      await page.addInitScript((code) => localStorage.setItem('console.language', code), language);
      await page.setViewportSize({ width, height: 800 });
      const { year } = monthOfOurOwn();
      const lists = await Promise.all(
        [year, year + 1].map((each) => readJson<{ periods: Period[] }>(request, `/api/periods?year=${each}`)),
      );
      const periods = lists.flatMap((each) => each.periods);
      const inState = (state: string) => periods.find((each) => each.state === state)?.key ?? '';
      // One agency: judging a long table takes long and finds nothing more.
      const paths = [
        'periods',
        `periods/${inState('closed')}?q=so+y+te`,
        `periods/${inState('draft')}`,
        'reports',
      ];
      for (const path of paths) await look(page, path);
      await page
        .getByRole('button', { name: /^(Tạo báo cáo|Create a report)$/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'the dialog of a report');
      await page.goto(`/app/periods/${inState('closed')}?q=so+y+te`);
      await page.getByRole('button', { name: /^(Mở lại kỳ|Reopen)$/ }).click();
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
      await expectAccessible(page, 'the dialog that reopens');
    });

async function look(page: Page, path: string): Promise<void> {
  await page.goto(`/app/${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^(Đang tải…|Loading…)$/)).toHaveCount(0);
  await expectNoSidewaysScroll(page, path);
  await expectAccessible(page, path);
}
