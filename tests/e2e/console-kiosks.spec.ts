import { expect, test } from '@playwright/test';
import { DESK, expectAccessible, TABLET } from './support.ts';

test.use(DESK);

test('a tablet is paired through the console by the code that it shows, then moved and revoked', async ({
  page,
  browser,
}) => {
  const tablet = await browser.newPage(TABLET);
  await tablet.goto('/kiosk');
  const code = await tablet.locator('.pairing .code').innerText();

  await page.goto('/app/kiosks?pairing=2222-2222');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Mã trên máy')).toHaveValue('2222-2222');
  await dialog.getByRole('combobox', { name: 'Điểm khảo sát' }).fill('so tu phap');
  await page
    .getByRole('option', { name: /^Sở Tư pháp/ })
    .first()
    .click();
  await dialog.getByLabel('Tên máy').fill('Máy ở quầy 1');
  await expectAccessible(page, 'pairing a tablet');
  await dialog.getByRole('button', { name: 'Ghép nối' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Không tìm thấy mã ghép nối này.');
  await expect(dialog.getByLabel('Tên máy')).toHaveValue('Máy ở quầy 1');
  await dialog.getByLabel('Mã trên máy').fill(code);
  await dialog.getByRole('button', { name: 'Ghép nối' }).click();
  await expect(dialog).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
  await expect(tablet.locator('button.big')).toBeVisible();

  const row = page.getByRole('row', { name: /Máy ở quầy 1/ });
  await expect(row.getByText('Hoạt động')).toBeVisible();
  await expectAccessible(page, 'the tablets');
  await row.getByRole('button', { name: /^Chi tiết/ }).click();
  await dialog.getByRole('button', { name: 'Hiện mã' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/^\d{6}$/);
  await expectAccessible(page, 'the details of a tablet');
  await page.keyboard.press('Escape');

  await row.getByRole('button', { name: /^Thao tác khác/ }).click();
  await page.getByRole('menuitem', { name: 'Thu hồi' }).click();
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await expect(row.getByText('Đã thu hồi')).toBeVisible();
  await tablet.close();
});

test('a file that is no tablet’s is refused and stays chosen', async ({ page }) => {
  await page.goto('/app/kiosks');
  await page.getByRole('button', { name: 'Nhập tệp của máy' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByLabel('Tệp').click();
    const file = { name: 'may.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    await dialog.getByRole('button', { name: 'Nhập', exact: true }).click();
  };
  await choose('{');
  await expect(dialog.getByRole('alert')).toContainText('không đúng định dạng');
  const device = crypto.randomUUID();
  await choose(JSON.stringify({ format: 'lang-nghe batches/1', device, batches: [] }));
  await expect(dialog.getByRole('alert')).toContainText('Không tìm thấy máy tính bảng này.');
});
