import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, level, rowOf, TABLET, touchpointOf } from './support.ts';

test.use(TABLET);

const MOMENT = 400;

test('who has never used the tablet tries the faces first, and nothing of it is kept or counted', async ({
  page,
  request,
}) => {
  const { code, agency } = await touchpointOf(request, 'Sở Khoa học và Công nghệ', 'kiosk');
  const { n } = await rowOf(request, agency.id);
  const sent: { answers: Record<string, unknown> }[] = [];
  await page.route('**/api/responses/batch', async (route) => {
    sent.push(...(route.request().postDataJSON() as { responses: typeof sent }).responses);
    await route.continue();
  });
  await page.clock.install();
  await page.goto(`/kiosk?touchpoint=${code}`);
  await page.getByRole('button', { name: 'Bấm thử trước' }).tap();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Câu tập, không tính');
  await expectWhole(page, 'the practice');
  await level(page.locator('fieldset.rating'), 'Không hài lòng').tap();
  await expect(page.getByRole('status')).toContainText('Ông/Bà vừa chọn: Không hài lòng');
  await page.clock.runFor(MOMENT);
  await expect(heading).toContainText('Câu tập');
  await expectWhole(page, 'the practice, tried');

  await page.getByRole('button', { name: 'Trả lời thật' }).tap();
  for (let at = 1; at <= 19; at++) {
    await expect(heading).toContainText(`Câu ${at}/27`);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await page.clock.runFor(MOMENT);
    await level(page.locator('fieldset.rating'), 'Hài lòng').tap();
    await page.clock.runFor(MOMENT);
  }
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).tap();
  await page.clock.runFor(MOMENT);
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  await expect.poll(async () => (await rowOf(request, agency.id)).n).toBe(n + 1);
  expect(sent).toHaveLength(1);
  expect(Object.keys(sent[0]?.answers ?? {}).sort()).toEqual(
    Array.from({ length: 19 }, (_, index) => `c${15 + index}`),
  );
});

test('the practice can be left by its own way back, and ends by itself when nobody is there', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'Sở Khoa học và Công nghệ', 'kiosk');
  await page.clock.install();
  await page.goto(`/kiosk?touchpoint=${code}`);
  const start = page.getByRole('button', { name: 'Bắt đầu' });
  await page.getByRole('button', { name: 'Bấm thử trước' }).tap();
  await page.getByRole('button', { name: 'Quay lại' }).tap();
  await expect(start).toBeVisible();
  await page.getByRole('button', { name: 'Bấm thử trước' }).tap();
  await level(page.locator('fieldset.rating'), 'Bình thường').tap();
  await page.clock.runFor(46_000);
  await expect(start).toBeVisible();
  await page.getByRole('button', { name: 'Bấm thử trước' }).tap();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

async function expectWhole(page: Page, where: string): Promise<void> {
  await expectNoSidewaysScroll(page, where);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height, `height of ${where}`).toBeLessThanOrEqual(TABLET.viewport.height);
  await expectAccessible(page, where);
}
