import { expect, test } from '@playwright/test';
import { percentage, roundRate } from '#domain/statistics.ts';
import {
  ALL_DAYS,
  answerOnPhone,
  criteria,
  DONT_KNOW,
  expectAccessible,
  expectNoSidewaysScroll,
  level,
  PHONE,
  resultsOf,
  rowOf,
  SATISFIED,
  touchpointOf,
} from './support.ts';

test.use(PHONE);

const ANSWERS = [
  ...['Rất hài lòng', 'Hài lòng', 'Hài lòng', 'Bình thường'],
  ...['Không hài lòng', 'Hài lòng', DONT_KNOW, 'Rất hài lòng'],
  ...['Rất không hài lòng', 'Bình thường', 'Hài lòng', 'Hài lòng', 'Rất hài lòng'],
  ...['Hài lòng', 'Hài lòng', 'Hài lòng'],
  ...[DONT_KNOW, 'Bình thường', 'Hài lòng'],
];

test('answering on a phone changes the agency’s n by one and its rate as computed by hand', async ({
  page,
  request,
}) => {
  const { code, agency } = await touchpointOf(request, 'Sở Tư pháp');
  const rowBefore = await rowOf(request, agency.id);
  const before = await resultsOf(request, agency.id);

  await page.goto(`/s/${code}`);
  await answerOnPhone(page, ANSWERS);
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  await page.getByRole('textbox').fill('Cán bộ hướng dẫn tận tình.');
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  await expect(page.locator('.receipt strong')).toHaveText(/^\w{4}-\w{4}-\w{4}$/);
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});

  const valid = ANSWERS.filter((word) => word !== DONT_KNOW).length;
  const satisfied = ANSWERS.filter((word) => SATISFIED.includes(word)).length;
  const n = (before.overall.n ?? 0) + valid;
  const rate = percentage((before.overall.satisfied ?? 0) + satisfied, n);
  const after = await resultsOf(request, agency.id);
  const rowAfter = await rowOf(request, agency.id);
  expect(after).toMatchObject({ n: before.n + 1, overall: { n, rate } });
  expect(rowAfter).toMatchObject({ n: rowBefore.n + 1, rate });

  await page.goto(`/app/results?${ALL_DAYS}&agency=${agency.id}`);
  const overall = page.getByRole('region', { name: 'Tỷ lệ hài lòng chung' });
  await expect(overall).toContainText(`${inVietnamese(rowAfter.n)} lượt trả lời`);
  await expect(overall).toContainText(`${inVietnamese(roundRate(rate ?? 0), 2)}%`);
});

test('a required question left out is named beside it and in a summary that takes the focus', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  await page.goto(`/s/${code}`);
  await level(criteria(page).nth(0), 'Hài lòng').tap();
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();

  const summary = page.getByRole('group', { name: 'Xin xem lại những câu dưới đây' });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(3);
  await expect(criteria(page).nth(0)).not.toContainText('Vui lòng trả lời câu hỏi này.');
  await expect(criteria(page).nth(1)).toContainText('Vui lòng trả lời câu hỏi này.');

  await summary.getByRole('link', { name: /sạch sẽ, văn minh/ }).tap();
  await expect(level(criteria(page).nth(2), 'Rất không hài lòng')).toBeFocused();
  await level(criteria(page).nth(2), 'Hài lòng').tap();
  await expect(summary.getByRole('link')).toHaveCount(2);
});

test('a low answer offers its reasons beneath, and a better one takes them away', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  await page.goto(`/s/${code}`);
  const reasons = page.getByRole('group', { name: 'Điều gì khiến Ông/Bà chưa hài lòng nhất?' });
  await expect(criteria(page)).toHaveCount(4);
  await expect(reasons).toHaveCount(0);
  await level(criteria(page).nth(0), 'Không hài lòng').tap();
  await expect(page.locator('fieldset.rating + fieldset.single')).toHaveCount(1);
  await reasons.getByRole('radio', { name: 'Chi phí ngoài quy định' }).tap();
  await expectAccessible(page, 'the reasons');
  await expectNoSidewaysScroll(page, 'the reasons');
  await level(criteria(page).nth(0), 'Bình thường').tap();
  await expect(reasons).toHaveCount(0);
});

test('answers survive a reload of the tab, and only in that tab', async ({ page, context, request }) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ');
  await page.goto(`/s/${code}`);
  for (const question of await criteria(page).all()) await level(question, 'Hài lòng').tap();
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  await level(criteria(page).nth(1), 'Không hài lòng').tap();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang 2/7');
  await expect(level(criteria(page).nth(1), 'Không hài lòng')).toBeChecked();
  await page.getByRole('button', { name: 'Quay lại' }).tap();
  await expect(level(criteria(page).nth(3), 'Hài lòng')).toBeChecked();

  const other = await context.newPage();
  await other.goto(`/s/${code}`);
  await expect(criteria(other)).toHaveCount(4);
  await expect(other.getByRole('radio', { checked: true })).toHaveCount(0);
});

function inVietnamese(value: number, decimals = 0): string {
  return new Intl.NumberFormat('vi-VN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}
