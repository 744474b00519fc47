import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { DESK, expectAccessible, expectNoSidewaysScroll, touchpointOf } from './support.ts';

test.use(DESK);
test.describe.configure({ timeout: 120_000 });

const AGENCY = 'Sở Dân tộc và Tôn giáo';
const GOOD = Object.fromEntries(Array.from({ length: 19 }, (_, index) => [`c${index + 15}`, '4']));

test('a comment is found without diacritics, labelled and taken up; the search survives a reload', async ({
  page,
  request,
}) => {
  const words = await write(request, 'Bãi giữ xe thiếu mái che, mưa là ướt hết');
  await page.goto('/app/comments');
  await page.getByRole('searchbox').fill('mai che mua la uot');
  const comment = comments(page).filter({ hasText: words });
  await expect(comment).toHaveCount(1);
  await expect(page.getByRole('status').first()).toHaveText('1–1 trên 1 dòng');

  await comment.getByRole('button', { name: /^Gắn nhãn/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Cơ sở vật chất' }).check();
  await dialog.getByRole('checkbox', { name: 'Đề xuất, góp ý' }).check();
  await expectAccessible(page, 'labels being chosen');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  const labels = comment.getByRole('list', { name: 'Các nhãn' }).getByRole('listitem');
  await expect(labels).toHaveText(['Cơ sở vật chất', 'Đề xuất, góp ý']);

  await comment.getByRole('combobox', { name: /^Tình trạng/ }).selectOption('Đang xử lý');
  await page.getByRole('combobox', { name: 'Nhãn' }).selectOption('Cơ sở vật chất');
  await expect(page).toHaveURL(/label=facilities/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('mai che mua la uot');
  await expect(page.getByRole('combobox', { name: 'Nhãn' })).toHaveValue('facilities');
  await expect(comment.getByRole('combobox', { name: /^Tình trạng/ })).toHaveValue('in_progress');
  await expect(labels).toHaveCount(2);
});

test('masked words are opened only when confirmed; the log says that, and not what', async ({
  page,
  request,
}) => {
  await write(request, 'Xin gọi lại số 0900 000 789 về việc gia hạn giấy phép chợ đêm');
  await page.goto('/app/comments?q=giay+phep+cho+dem');
  const comment = comments(page);
  await expect(comment).toHaveCount(1);
  await expect(comment.getByText('số điện thoại – đã che')).toBeVisible();
  await expect(page.getByText('0900')).toHaveCount(0);

  const open = comment.getByRole('button', { name: 'Mở phần đã che' });
  await open.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Nhật ký sẽ ghi ai đã mở')).toBeVisible();
  await expect(dialog.getByText('0900')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Huỷ' }).click();
  await open.click();
  await dialog.getByRole('button', { name: 'Mở và ghi nhật ký' }).click();
  await expect(dialog.getByText('Xin gọi lại số 0900 000 789')).toBeVisible();
  await expectAccessible(page, 'opened words');
  await dialog.getByRole('button', { name: 'Đóng, che lại' }).click();
  await expect(page.getByText('0900')).toHaveCount(0);
  await expect(open).toBeFocused();

  await page.goto('/app/audit?action=comment');
  const entries = page.getByRole('listitem').filter({ hasText: 'Mở phần đã che của ý kiến' });
  await expect(entries.first()).toContainText('Người vận hành');
  await expect(entries.first()).toContainText(AGENCY);
  await expect(page.getByText('0900')).toHaveCount(0);
});

test('an allegation says who does not see it, and taking its label off says who will', async ({
  page,
  request,
}) => {
  await write(request, 'Có người gợi ý phong bì thì giấy phép rượu mới xong');
  await page.goto('/app/comments?flagged=allegation&q=phong+bi+giay+phep+ruou');
  await expect(comments(page)).toHaveCount(1);
  await expect(comments(page)).toContainText('Cơ quan bị phản ánh không thấy ý kiến này.');
  await comments(page)
    .getByRole('button', { name: /^Sửa nhãn/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Phản ánh tiêu cực, nhũng nhiễu' }).uncheck();
  await expect(dialog.getByRole('status')).toContainText('cơ quan được nói đến sẽ thấy ý kiến này');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { name: 'Không tìm thấy dòng nào' })).toBeVisible();
});

test('comments are marked as read together, and counted by label over time', async ({ page, request }) => {
  for (const which of ['một', 'hai']) await write(request, `Nên bày thêm cây xanh ở sảnh, lần ${which}`);
  await page.goto('/app/comments?q=cay+xanh+o+sanh');
  await expect(comments(page)).toHaveCount(2);
  for (const box of await page.getByRole('checkbox', { name: new RegExp(`^Chọn ${AGENCY}`) }).all())
    await box.check();
  await page.getByRole('button', { name: 'Đánh dấu đã đọc' }).click();
  await expect(page.getByText('Đã đánh dấu đã đọc 2 ý kiến.')).toBeVisible();
  for (const state of await page.getByRole('combobox', { name: /^Tình trạng của/ }).all())
    await expect(state).toHaveValue('read');

  await page.getByRole('link', { name: 'Thống kê theo nhãn' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('cay xanh o sanh');
  await expect(page.getByRole('row', { name: /^Tất cả ý kiến/ })).toContainText('2');
  await page.getByRole('combobox', { name: 'Gộp theo' }).selectOption('Tuần');
  await expect(page).toHaveURL(/by=week/);
});

for (const [width, language] of [
  [1280, 'vi'],
  [360, 'en'],
] as const)
  test(`the inbox and its counts are accessible at ${width} px in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript((code) => localStorage.setItem('console.language', code), language);
    // A short list: a machine takes half a minute to judge a long one, and finds nothing more.
    for (const path of [
      'comments?flagged=personal&q=ho+so',
      'comments/counts?q=ho+so',
      'comments?q=xyzxyz',
    ]) {
      await page.goto(`/app/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/^(Đang tải…|Loading…)$/)).toHaveCount(0);
      await expectNoSidewaysScroll(page, path);
      await expectAccessible(page, path);
    }
  });

function comments(page: Page) {
  return page.getByRole('list', { name: 'Ý kiến', exact: true }).locator('> li');
}

/** Sends a comment with good answers to the criteria. @returns its words */
async function write(request: APIRequestContext, comment: string): Promise<string> {
  const { code, questionnaire } = await touchpointOf(request, AGENCY);
  const at = new Date().toISOString();
  const data = {
    id: crypto.randomUUID(),
    touchpoint: code,
    questionnaire,
    answers: { ...GOOD, comment },
    startedAt: at,
    answeredAt: at,
    locale: 'vi',
    channel: 'web',
  };
  expect((await request.post('/api/responses', { data })).status()).toBe(201);
  return comment;
}
