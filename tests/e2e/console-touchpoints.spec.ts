import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { findCodes, openPdf, pageAsDots } from '../support/printed.ts';
import { criteria, DESK, expectAccessible, PHONE } from './support.ts';

test.use(DESK);

test('a touchpoint is added, its poster printed, and the code on it opens on a phone', async ({
  page,
  browser,
}) => {
  await page.goto('/app/touchpoints?q=so%20tai%20chinh');
  await page.getByRole('button', { name: 'Thêm điểm khảo sát' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(dialog.getByText('Còn thiếu nội dung này.')).toHaveCount(2);
  await expectAccessible(page, 'a new touchpoint with mistakes');
  await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('so tai chinh');
  await page.getByRole('option', { name: 'Sở Tài chính' }).click();
  await dialog.getByLabel('Tên điểm').fill('Áp phích sảnh chính');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'In 1 điểm khảo sát' })).toBeVisible();
  await expectAccessible(page, 'what to print');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tạo tệp PDF' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^poster_so-tai-chinh_.{9}\.pdf$/);
  const pdf = await readFile(await file.path());
  const [printed] = await findCodes(await pageAsDots(await openPdf(pdf), 1));

  const phone = await browser.newPage(PHONE);
  await phone.goto(printed?.text ?? '');
  await expect(criteria(phone).first()).toBeVisible();
  await phone.close();
});

test('a touchpoint is found without diacritics, paused, resumed and given a new code; the way back keeps the search', async ({
  page,
}) => {
  await page.goto('/app/touchpoints');
  await page.getByRole('searchbox').fill('so noi vu quay');
  await page.getByRole('searchbox').fill('so noi vu');
  await expect(page.getByRole('status').first()).toHaveText('1–2 trên 2 dòng');
  const row = page.getByRole('row', { name: /Sở Nội vụ/ }).first();
  const decide = async (name: string) => {
    await row.getByRole('button', { name: /^Thao tác khác/ }).click();
    await page.getByRole('menuitem', { name }).click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await decide('Tạm dừng');
  await expect(row.getByText('Tạm dừng')).toBeVisible();
  await decide('Mở lại');
  await expect(row.getByText('Đang mở')).toBeVisible();
  const before = await row.locator('small').first().innerText();
  await decide('Đổi mã');
  await expect(row.locator('small').first()).not.toHaveText(before);

  await row.getByRole('link', { name: 'Sở Nội vụ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sở Nội vụ' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('so noi vu');
  await page.getByRole('link', { name: 'Điểm khảo sát' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('many touchpoints are ticked across pages and printed as one sheet of stickers', async ({ page }) => {
  await page.goto('/app/touchpoints');
  await page.getByRole('checkbox', { name: 'Chọn các dòng của trang này' }).click();
  await page.getByRole('button', { name: /^Chọn cả \d+ dòng tìm thấy$/ }).click();
  await expect(page.getByText(/^Đã chọn 2\d\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'In các điểm đã chọn' }).click();
  await page.getByRole('radio', { name: /Nhãn dán/ }).click();
  await page.getByRole('radio', { name: 'Mỗi điểm một nhãn' }).click();
  const pages = page.getByRole('dialog').getByRole('status');
  await expect(pages).toHaveText(/^\d+ trang cho 2\d\d điểm khảo sát\.$/);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tạo tệp PDF' }).click();
  const pdf = await openPdf(await readFile(await (await coming).path()));
  expect(pdf.numPages).toBeGreaterThan(25);
});
