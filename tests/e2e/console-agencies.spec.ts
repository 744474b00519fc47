import { expect, type Page, test } from '@playwright/test';
import { sheetFile } from './sheets.ts';
import { DESK, expectAccessible } from './support.ts';

test.use(DESK);

const TITLES = 'Tên cơ quan;Loại;Cơ quan cấp trên;Mã định danh\n';

async function choose(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Tệp').click();
  const file = { name: 'co-quan.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${TITLES}${text}`) };
  await (await chooser).setFiles(file);
}

test('agencies are imported from a file: every fault is named first, then all are added', async ({
  page,
}) => {
  await page.goto('/app/agencies');
  await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await choose(page, 'Trung tâm Thử một;Đơn vị sự nghiệp;Sở Y tế;\n;Sở;Sở Không Có;h13.99\n');
  await expect(page.getByText('Có 3 lỗi ở 1 dòng.')).toBeVisible();
  const faults = page.getByRole('table').getByRole('row');
  await expect(faults.nth(1)).toContainText('3');
  await expect(faults.nth(1)).toContainText('Còn thiếu nội dung này.');
  await expect(faults.nth(3)).toContainText('Mã định danh phải viết bằng chữ in hoa.');
  await expectAccessible(page, 'the faults of a file');

  await choose(
    page,
    'Trung tâm Thử một;Đơn vị sự nghiệp;Sở Y tế;\nTrạm Thử hai;Đơn vị sự nghiệp;Trung tâm Thử một;\n',
  );
  await page.getByRole('button', { name: 'Thêm 2 cơ quan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cơ quan' })).toBeVisible();
  await page.getByRole('searchbox').fill('tram thu hai');
  const found = page.getByRole('link', { name: 'Trạm Thử hai' });
  await expect(found).toBeVisible();
  await found.click();
  await expect(page.getByText('Nhập từ tệp')).toBeVisible();
});

test('an agency is merged into another one, and each names the other; it can be closed no second time', async ({
  page,
}) => {
  await page.goto('/app/agencies?q=xa%20thoi%20hung');
  await page.getByRole('link', { name: 'UBND xã Thới Hưng' }).click();
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Sáp nhập' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Sáp nhập vào' }).fill('co do');
  await page.getByRole('option', { name: 'UBND xã Cờ Đỏ' }).click();
  await dialog.getByLabel('Sáp nhập từ ngày').fill('01/01/2027');
  await dialog.getByLabel('Sáp nhập từ ngày').press('Tab');
  await expectAccessible(page, 'a merger');
  await dialog.getByRole('button', { name: 'Sáp nhập', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'UBND xã Cờ Đỏ' })).toBeVisible();
  await page.getByRole('link', { name: 'UBND xã Thới Hưng' }).click();
  await expect(page.getByText('Cơ quan sẽ ngừng hoạt động sau ngày 31/12/2026.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'UBND xã Cờ Đỏ' })).toBeVisible();
  await expectAccessible(page, 'an agency that was merged');
  await page.getByRole('button', { name: 'Mở lại' }).click();
  await dialog.getByRole('button', { name: 'Mở lại' }).click();
  await expect(page.getByText('Cơ quan sẽ ngừng hoạt động')).toBeHidden();
});

test('an agency is split in two that name it as where they come from, and a spreadsheet adds agencies below', async ({
  page,
}) => {
  await page.goto('/app/agencies/import');
  const lines = [
    ['Tên cơ quan', 'Loại', 'Cơ quan cấp trên'],
    ['Trung tâm Thử tách', 'Đơn vị sự nghiệp', 'Sở Y tế'],
  ];
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Tệp').click();
  await (await chooser).setFiles(await sheetFile('co-quan.xlsx', lines));
  await page.getByRole('button', { name: 'Thêm 1 cơ quan' }).click();
  await page.getByRole('searchbox').fill('thu tach');
  await page.getByRole('link', { name: 'Trung tâm Thử tách' }).click();
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Tách' }).click();
  const dialog = page.getByRole('dialog');
  for (const [at, name] of ['Trung tâm Thử Đông', 'Trung tâm Thử Tây'].entries())
    await dialog
      .getByRole('group', { name: `Cơ quan mới số ${at + 1}` })
      .getByLabel('Tên cơ quan', { exact: true })
      .fill(name);
  await dialog.getByLabel('Tách từ ngày').fill('01/01/2027');
  await dialog.getByLabel('Tách từ ngày').press('Tab');
  await expectAccessible(page, 'a split');
  await dialog.getByRole('button', { name: 'Tách', exact: true }).click();
  await expect(page.getByText('Đã tách thành 2 cơ quan.')).toBeVisible();
  await expect(page.getByText('Cơ quan sẽ ngừng hoạt động sau ngày 31/12/2026.')).toBeVisible();
  await page.getByRole('link', { name: 'Trung tâm Thử Đông' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trung tâm Thử Đông');
  await expect(page.getByRole('link', { name: 'Trung tâm Thử tách' })).toBeVisible();
});
