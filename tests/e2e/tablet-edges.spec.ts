// What happens to a tablet that nobody meant to happen: a clock a year off, no finger but a keyboard.
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { pair, quickTouchpoint, ratingsOnly, test } from './tablet.ts';

const YEAR = 365 * 86_400_000;

// Browsers of their own take a while to start where a machine has other things to do.
test.describe.configure({ timeout: 120_000 });

test.beforeEach(({ line }) => {
  line.edit = ratingsOnly;
});

for (const [name, error] of [
  ['ahead', YEAR],
  ['behind', -YEAR],
] as const)
  test(`with a clock a year ${name} answers are stored with the right time`, async ({
    request,
    line,
    tablet,
  }) => {
    const place = await quickTouchpoint(request, name === 'ahead' ? 7 : 8);
    const days = await daysOf(request, place);
    const page = await tablet.start(error);
    await pair(page, request, place.id);
    await tablet.answer(page, 1);
    line.down = true;
    await tablet.answer(page, 1);
    line.down = false;
    await page.clock.runFor(30_000);
    await expect(page.getByText('Phiếu chờ gửi trên máy này')).toHaveCount(0);
    for (const receipt of tablet.receipts)
      expect((await request.get(`/api/receipts/${receipt}`)).status()).toBe(200);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now());
    const later = await daysOf(request, place);
    expect(later.length).toBe(days.length + 2);
    expect(later.filter((day) => day === today).length).toBe(days.filter((day) => day === today).length + 2);
  });

test('of two tabs of one tablet each sees at once what the other has sent', async ({
  request,
  line,
  tablet,
}) => {
  const { id } = await quickTouchpoint(request, 6);
  const page = await tablet.start();
  await pair(page, request, id);
  line.down = true;
  await tablet.answer(page, 1);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const unsent = 'Phiếu chờ gửi trên máy này: 1';
  await expect(other.getByText(unsent)).toBeVisible();
  line.down = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByText(unsent)).toHaveCount(0);
  await expect(other.getByText(unsent)).toHaveCount(0);
});

test('pairing and the staff corner are done by keyboard alone', async ({ request, line, tablet }) => {
  const { id } = await quickTouchpoint(request, 9);
  const page = await tablet.start();
  await expect(page.locator('.pairing .code')).toBeVisible();
  await tabTo(page, 'A+ Chữ to hơn');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).not.toHaveAttribute('data-text-size', '100');
  await tabTo(page, 'Mở phiếu khảo sát');

  const device = await pair(page, request, id);
  line.down = true;
  await tablet.answer(page, 1);
  await page.reload();
  await tabTo(page, 'Dành cho cán bộ');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mã mở góc cán bộ')).toBeFocused();
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Mã mở góc cán bộ')).toBeFocused();
  await page.keyboard.type(device.cornerCode);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Góc cán bộ' })).toBeFocused();
  line.down = false;
  await tabTo(page, 'Gửi ngay');
  await page.keyboard.press('Enter');
  await expect(page.locator('.facts')).toContainText('Phiếu chưa gửi0');
  await tabTo(page, 'Về màn hình đầu', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
});

/** Moves the focus to a button as somebody does who sees where it is. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  for (let step = 0; step < 30; step++) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

/** The days on which a touchpoint's responses were given, as the export has them. */
async function daysOf(request: APIRequestContext, { id }: { id: string }): Promise<string[]> {
  const range = 'from=2015-01-01&to=2050-01-01&questionnaire=short@1';
  const csv = await (await request.get(`/api/exports/responses.csv?${range}`)).text();
  const rows = csv.split('\r\n').filter((row) => row.includes(id));
  return rows.map((row) => row.slice(0, 10));
}
