// After sending, a phone that is handed on, or a computer that many use, says nothing of who answered before.
import { expect, type Page, test } from '@playwright/test';
import { criteria, level, PHONE, touchpointOf } from './support.ts';

const COMMENT = 'Cán bộ Trần Thị Bé giải thích rõ ràng';
const AGENCY = 'Sở Công Thương';

test.describe(() => {
  test.use(PHONE);

  test('until it is sent it says so, and once it is sent nothing of it remains, wherever one looks', async ({
    page,
    context,
    request,
  }) => {
    const { code } = await touchpointOf(request, AGENCY);
    let online = false;
    await page.route('**/api/responses', (route) => (online ? route.continue() : route.abort()));
    await page.goto(`/s/${code}`);
    await page.getByRole('button', { name: 'A+ Chữ to hơn' }).tap();
    for (let at = 1; at <= 7; at++) {
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`Trang ${at}/7`);
      for (const question of await criteria(page).all()) await level(question, 'Hài lòng').tap();
      if (at === 7) await page.getByRole('textbox').fill(COMMENT);
      await page.locator('button[type=submit]').tap();
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa gửi được – đang thử lại');
    await expect(page).toHaveTitle('Chưa gửi được – đang thử lại');
    await expect(page.getByText('Đã gửi')).toHaveCount(0);
    // What is unsent belongs to this tab alone.
    const other = await context.newPage();
    await other.goto(`/s/${code}`);
    await expect(other.getByRole('heading', { level: 1 })).toContainText('Trang 1/7');
    await expectNothingLeft(other);
    await other.close();

    online = true;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(page.getByText('Đã gửi', { exact: true })).toBeVisible();
    await expect(page).toHaveTitle('Đã gửi');
    await expectNothingLeft(page);
    for (let times = 0; times < 3; times++) await page.goBack();
    await expect(page.locator('.receipt')).toBeVisible();
    await expectNothingLeft(page);

    await page.goto('/verify');
    await page.goBack();
    await expectNothingLeft(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang 1/7');
    await expectNothingLeft(page);
  });
});

test.describe(() => {
  test.use({ ...PHONE, javaScriptEnabled: false });

  test('without JavaScript going back after sending shows an empty form', async ({ page, request }) => {
    const { code } = await touchpointOf(request, AGENCY);
    await page.goto(`/s/${code}`);
    for (const question of await criteria(page).all()) await level(question, 'Hài lòng').tap();
    await page.getByRole('textbox').fill(COMMENT);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
    await expect(page.getByText('Đã gửi', { exact: true })).toBeVisible();
    expect(await page.content()).not.toContain(COMMENT);
    await page.goBack();
    await expect(criteria(page)).toHaveCount(19);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveValue('');
  });
});

/** Where anything could be found: the page, its fields, every storage, every cache, the history's entry. */
async function expectNothingLeft(page: Page): Promise<void> {
  expect(await page.content()).not.toContain(COMMENT);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  const found = await page.evaluate(async () => ({
    storages: { ...localStorage, ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    state: JSON.stringify(history.state),
    fields: [...document.querySelectorAll('textarea')].map(({ value }) => value).join(''),
    address: location.search + location.hash,
  }));
  expect(found).toMatchObject({
    storages: {},
    cookies: '',
    databases: 0,
    caches: 0,
    fields: '',
    address: '',
  });
  expect(found.state).toMatch(/^(null|{"page":\d})$/);
}
