import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support.ts';
import { deviceOf, expectReadyOffline, pair, quickTouchpoint, ratingsOnly, test } from './tablet.ts';

// Browsers of their own take a while to start where a machine has other things to do.
test.describe.configure({ timeout: 120_000 });

test.beforeEach(({ line }) => {
  line.edit = ratingsOnly;
});

test('a tablet is paired by the code that it shows, moved to another touchpoint, and revoked', async ({
  request,
  line,
  tablet,
}) => {
  const [first, second] = [await quickTouchpoint(request, 3), await quickTouchpoint(request, 4)];
  const page = await tablet.start();
  const code = await page.locator('.pairing .code').innerText();
  expect(code).toMatch(/^\w{4}-\w{4}$/);
  await expect(page.locator('.qr path')).toHaveAttribute('d', /^M\d/);
  await expectFine(page, 'the pairing');
  await page.reload();
  await expect(page.locator('.pairing .code')).toHaveText(code);

  const device = await pair(page, request, first.id);
  await expect(page.locator('.start .agency')).toHaveText(first.agency.name);
  await expectReadyOffline(page);
  expect(
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistrations().then((all) => all.map((r) => new URL(r.scope).pathname)),
    ),
  ).toEqual(['/kiosk']);

  await page.locator('button.big').tap();
  const moved = await request.patch(`/api/devices/${device.id}`, { data: { touchpoint: second.id } });
  expect(moved.status()).toBe(200);
  await page.clock.runFor(1000);
  await expect(page.locator('.whose .agency')).toHaveText(first.agency.name);
  // Not in one leap: a request that is under way has twenty seconds.
  await expect(async () => {
    await page.clock.runFor(15_000);
    await expect(page.locator('.start .agency')).toHaveText(second.agency.name, { timeout: 300 });
  }).toPass({ timeout: 30_000 });

  line.down = true;
  await tablet.answer(page, 1);
  expect((await request.post(`/api/devices/${device.id}/revocation`)).status()).toBe(200);
  line.down = false;
  await page.clock.runFor(60_000);
  await expect(page.getByRole('heading', { name: 'Máy này đã ngừng nhận ý kiến' })).toBeVisible();
  await expect(page.getByText('Phiếu chưa gửi vẫn được giữ trên máy: 1')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toHaveCount(0);
  await expectFine(page, 'the revoked tablet');
  await page.reload();
  await expect(page.getByText('Phiếu chưa gửi vẫn được giữ trên máy: 1')).toBeVisible();
});

test('the staff corner opens with its code, also off-line, and saves a file that the server takes in once', async ({
  request,
  line,
  tablet,
}) => {
  const { id } = await quickTouchpoint(request, 5);
  const page = await tablet.start();
  const device = await pair(page, request, id);
  await expectReadyOffline(page);
  line.down = true;
  await tablet.answer(page, 2);
  await page.reload();

  await holdCorner(page, 1000);
  await expect(page.getByRole('heading', { name: 'Góc cán bộ' })).toHaveCount(0);
  await holdCorner(page, 3100);
  await expectFine(page, 'the code');
  for (const wrong of ['1', '22', '333']) await typeCode(page, wrong);
  await expect(page.getByRole('alert')).toContainText('Vui lòng thử lại sau 30 giây');
  await typeCode(page, device.cornerCode);
  await expect(page.getByRole('alert')).toContainText('Vui lòng thử lại sau');
  await page.clock.fastForward(31_000);
  await typeCode(page, device.cornerCode);

  await expect(page.locator('.facts')).toContainText('Phiếu chưa gửi2');
  await expectFine(page, 'the staff corner');
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'In thử mã biên nhận' }).tap();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('BẢN IN THỬ')).toBeVisible();
  await expect(page.locator('.facts')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu phiếu chưa gửi ra tệp' }).tap();
  const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
  for (const time of ['first', 'second']) {
    const taken = await request.post('/api/device-imports', { data: file });
    expect(taken.status(), time).toBe(200);
  }
  for (const receipt of tablet.receipts)
    expect((await request.get(`/api/receipts/${receipt}`)).status()).toBe(200);

  line.down = false;
  await page.getByRole('button', { name: 'Gửi ngay' }).tap();
  await expect(page.locator('.facts')).toContainText('Phiếu chưa gửi0');
  await expect(page.locator('.facts')).toContainText('giữ riêng0');
  expect(await deviceOf(request, device)).toMatchObject({ unsent: 0 });
});

async function holdCorner(page: Page, ms: number): Promise<void> {
  const corner = page.getByRole('button', { name: 'Dành cho cán bộ' });
  await corner.dispatchEvent('pointerdown');
  await page.clock.runFor(ms);
  await corner.dispatchEvent('pointerup').catch(() => undefined);
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã mở góc cán bộ').fill(code);
  await page.keyboard.press('Enter');
}

/** Accessible and within the screen, also with text of 200 %. */
async function expectFine(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await expectNoSidewaysScroll(page, where);
  const largest = page.getByRole('button', { name: 'A+ Chữ to hơn' });
  for (let step = 0; step < 3; step++) await largest.tap();
  await expectNoSidewaysScroll(page, `${where} at 200 %`);
  await expectAccessible(page, `${where} at 200 %`);
  await page.getByRole('button', { name: 'A Chữ cỡ thường' }).tap();
}
