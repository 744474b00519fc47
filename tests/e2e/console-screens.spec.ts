import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support.ts';

// Short lists: a machine takes half a minute to judge a long one, and finds nothing more.
const PAGES = [
  'comments?flagged=personal&q=ho+so',
  'comments/counts',
  'integrity',
  'periods',
  'reports',
  'touchpoints?q=ninh+kieu',
  'kiosks',
  'agencies',
  'agencies?q=ninh',
  'agencies/import',
];

for (const path of PAGES)
  for (const [width, textSize] of [
    [1280, 100],
    [360, 100],
    [640, 200],
  ] as const)
    test(`/app/${path} is accessible and fits ${width} px with ${textSize} % text`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/app/${path}`);
      await page.addStyleTag({ content: `html { font-size: ${textSize}% }` });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Đang tải…')).toHaveCount(0);
      await expectNoSidewaysScroll(page, path);
      await expectAccessible(page, path);
    });

test('the keyboard reaches the content by the first link, and every page by the side bar', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/app/agencies');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.getByRole('link', { name: 'Máy tính bảng' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Máy tính bảng' })).toBeFocused();
  await expect(page).toHaveTitle('Máy tính bảng · Lắng Nghe');
});

test('on a phone the pages are in a drawer, which closes when one is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/app/touchpoints');
  await page.getByRole('button', { name: 'Mở danh mục trang' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Cơ quan' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Cơ quan' })).toBeVisible();
});
