import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleAsSeen } from './seen.ts';
import { criteria, level, PHONE, rowOf, touchpointOf } from './support.ts';

test.describe(() => {
  test.use({ ...PHONE, javaScriptEnabled: false });

  test('without JavaScript: answered, refused with errors, corrected, sent, receipt shown', async ({
    browser,
    page,
    request,
  }) => {
    const { code, agency } = await touchpointOf(request, 'Sở Tài chính');
    const { n } = await rowOf(request, agency.id);
    await page.goto(`/s/${code}`);
    await expect(criteria(page)).toHaveCount(19);
    await expectAccessibleAsSeen(browser, page, 'the form');
    const questions = await criteria(page).all();
    for (const question of questions.slice(0, 18)) await level(question, 'Hài lòng').tap();
    await page.getByRole('textbox').fill('Cán bộ hướng dẫn tận tình.');
    await send(page);

    const summary = page.getByRole('group', { name: 'Xin xem lại những câu dưới đây' });
    await expect(summary.getByRole('link')).toHaveCount(1);
    await expect(criteria(page).nth(18)).toContainText('Vui lòng trả lời câu hỏi này.');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(18);
    await expect(page.getByRole('textbox')).toHaveValue('Cán bộ hướng dẫn tận tình.');
    await expectAccessibleAsSeen(browser, page, 'the form with an error');

    await summary.getByRole('link').tap();
    await expect(criteria(page).nth(18)).toBeInViewport();
    await level(criteria(page).nth(18), 'Bình thường').tap();
    await send(page);
    await expect(page.locator('.receipt strong')).toHaveText(/^\w{4}-\w{4}-\w{4}$/);
    await expectAccessibleAsSeen(browser, page, 'the thanks');
    await page.reload();
    await expect(page.locator('.receipt')).toBeVisible();
    expect((await rowOf(request, agency.id)).n).toBe(n + 1);
  });

  test('without JavaScript a change of language keeps what was answered', async ({
    browser,
    page,
    request,
  }) => {
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`);
    await level(criteria(page).nth(2), 'Không hài lòng').tap();
    await page.getByRole('button', { name: 'English' }).tap();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(level(criteria(page).nth(2), 'Dissatisfied')).toBeChecked();
    await expectAccessibleAsSeen(browser, page, 'the form in English');
  });

  test('without JavaScript a reason can be given for a low answer, and an optional answer taken back', async ({
    browser,
    page,
    request,
  }) => {
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`);
    const reasons = page.locator('details.reasons');
    await expect(reasons).toHaveCount(5);
    await expect(reasons.first().getByRole('combobox').first()).toBeHidden();
    await level(criteria(page).nth(0), 'Không hài lòng').tap();
    await reasons.first().locator('summary').tap();
    const list = reasons.first().getByRole('combobox').first();
    await expect(list).toHaveAccessibleName(/^Cơ quan cung cấp thông tin/);
    await list.selectOption({ label: 'Thủ tục, giấy tờ' });
    const gender = page.getByRole('group', { name: 'Giới tính' });
    await gender.getByRole('radio').first().tap();
    await expect(gender.getByRole('radio', { checked: true })).toHaveCount(1);
    await gender.getByRole('radio', { name: 'Để trống' }).tap();
    await send(page);

    // Refused, because eighteen answers are missing: what was chosen is still there.
    await expect(page.locator('.fault-summary')).toBeVisible();
    await expect(list).toHaveValue('procedure');
    await expect(list).toBeVisible();
    await expect(gender.getByRole('radio', { name: 'Nam', exact: true })).not.toBeChecked();
    await expectAccessibleAsSeen(browser, page, 'an open group of reasons');
  });

  test('without JavaScript a mistyped code is said in words, and another can be typed', async ({
    browser,
    page,
    request,
  }) => {
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto('/s/2222-2222');
    await expectAccessibleAsSeen(browser, page, 'an unknown code');
    await page.getByRole('textbox').fill(code);
    await page.getByRole('button', { name: 'Mở phiếu khảo sát' }).tap();
    await expect(criteria(page)).toHaveCount(19);
  });
});

test.describe(() => {
  test.use(PHONE);

  test('the first page can be read and answered while the program is on its way, and nothing is lost', async ({
    page,
    request,
  }) => {
    const arrive = await holdProgram(page);
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`, { waitUntil: 'commit' });
    await expect(criteria(page).nth(3)).toBeVisible();
    await expect(criteria(page).nth(4)).toBeHidden();
    await level(criteria(page).nth(0), 'Hài lòng').tap();
    await level(criteria(page).nth(1), 'Không hài lòng').tap();
    const before = await criteria(page).nth(0).boundingBox();

    arrive();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang 1/7');
    await expect(criteria(page)).toHaveCount(4);
    await expect(level(criteria(page).nth(0), 'Hài lòng')).toBeChecked();
    await expect(level(criteria(page).nth(1), 'Không hài lòng')).toBeChecked();
    await expect(level(criteria(page).nth(1), 'Không hài lòng')).toBeFocused();
    expect(await criteria(page).nth(0).boundingBox()).toEqual(before);
    await page.reload();
    await expect(level(criteria(page).nth(0), 'Hài lòng')).toBeChecked();
  });

  test('a program that never comes locks nobody out', async ({ page, request }) => {
    await page.route('**/survey/assets/*.js', (route) => route.abort());
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`);
    await page.getByRole('link', { name: 'Tiếp tục' }).tap();
    await expect(criteria(page).nth(4)).toBeInViewport();
    await page.locator('main button[type=submit]').tap();
    await expect(page.locator('.fault-summary').getByRole('link')).toHaveCount(19);
  });

  test('a form that came back with errors is taken over with its answers and its errors', async ({
    page,
    request,
  }) => {
    const arrive = await holdProgram(page);
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`, { waitUntil: 'commit' });
    for (const question of (await criteria(page).all()).slice(0, 4)) await level(question, 'Hài lòng').tap();
    await page.getByRole('link', { name: 'Tiếp tục' }).tap();
    await page.locator('main button[type=submit]').tap({ noWaitAfter: true });
    await expect(page.locator('.fault-summary').getByRole('link')).toHaveCount(15);
    arrive();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang 2/7');
    await expect(criteria(page).nth(0)).toContainText('Vui lòng trả lời câu hỏi này.');
    await page.getByRole('button', { name: 'Quay lại' }).tap();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(4);
  });
});

const send = (page: Page) => page.getByRole('button', { name: 'Gửi ý kiến' }).tap();

/** Keeps the program from arriving until it is let go. */
async function holdProgram(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/survey/assets/index-*.js', async (route) => {
    await arrival;
    await route.continue();
  });
  return () => arrive();
}
