import { expect, type Page, test } from '@playwright/test';
import {
  criteria,
  expectAccessible,
  expectNoSidewaysScroll,
  level,
  rowOf,
  TABLET,
  touchpointOf,
} from './support.ts';

test.use(TABLET);

const CRITERIA = 19;
/** Longer than the moment during which a choice is shown, and than the one in which taps are ignored. */
const MOMENT = 400;

test('nineteen questions take 22 taps without scrolling, and the tablet is ready for the next person', async ({
  page,
  request,
}) => {
  const { code, agency } = await touchpointOf(request, 'UBND phường An Bình', 'kiosk');
  const { n } = await rowOf(request, agency.id);
  const taps = await countTaps(page);
  await openKiosk(page, code);
  await page.getByRole('button', { name: 'Bắt đầu' }).tap();
  for (let at = 1; at <= CRITERIA; at++) {
    await arriveAt(page, at);
    await tapLevel(page, at === 7 ? 'Bình thường' : 'Hài lòng');
  }
  await arriveAt(page, CRITERIA + 1);
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).tap();
  await arriveAt(page, 27);
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  await expectNoScroll(page, 'the thanks');
  expect(taps.count).toBeLessThanOrEqual(22);
  await expect.poll(async () => (await rowOf(request, agency.id)).n).toBe(n + 1);

  await page.clock.runFor(10_000);
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
});

test('no question about the person needs scrolling, and back goes to the answer given', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ', 'kiosk');
  await openKiosk(page, code);
  await page.getByRole('button', { name: 'Bắt đầu' }).tap();
  for (let at = 1; at <= CRITERIA; at++) {
    await arriveAt(page, at);
    await tapLevel(page, 'Rất hài lòng');
  }
  for (let at = CRITERIA + 1; at < 27; at++) {
    await arriveAt(page, at);
    await page.getByRole('button', { name: 'Bỏ qua câu này' }).tap();
  }
  await arriveAt(page, 27);
  for (let at = 26; at >= CRITERIA; at--) {
    await page.getByRole('button', { name: 'Quay lại' }).tap();
    await arriveAt(page, at);
  }
  await expect(level(criteria(page), 'Rất hài lòng')).toBeChecked();
});

test('a person who leaves is asked after 45 seconds, and after 15 more everything is wiped', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'Sở Nội vụ', 'kiosk');
  await openKiosk(page, code);
  await page.getByRole('button', { name: 'English' }).tap();
  await page.getByRole('button', { name: 'Start' }).tap();
  await page.clock.runFor(MOMENT);
  await level(criteria(page), 'Dissatisfied').tap();
  await page.clock.runFor(MOMENT);

  await page.clock.runFor(44_000);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.clock.runFor(2_000);
  await page.getByRole('alertdialog').getByRole('button', { name: 'I need more time' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Question 2');

  await page.clock.runFor(46_000);
  await expect(page.getByRole('alertdialog')).toContainText(/1[345] seconds/);
  await page.clock.runFor(15_000);
  await page.getByRole('button', { name: 'Bắt đầu' }).tap();
  await arriveAt(page, 1);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a low answer asks for its reason in one more tap, without scrolling', async ({ page, request }) => {
  const { code } = await touchpointOf(request, 'UBND phường An Bình', 'kiosk');
  await openKiosk(page, code);
  await page.getByRole('button', { name: 'Bắt đầu' }).tap();
  await arriveAt(page, 1);
  await tapLevel(page, 'Rất không hài lòng');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Câu 2/28 Điều gì khiến Ông/Bà chưa hài lòng nhất?');
  await expectNoScroll(page, 'the reasons');
  await expectAccessible(page, 'the reasons');
  await expect(page.getByRole('button', { name: 'Bỏ qua câu này' })).toBeVisible();
  await page.clock.runFor(MOMENT);
  await page.getByRole('radio', { name: 'Thái độ phục vụ' }).tap();
  await page.clock.runFor(MOMENT);
  await expect(heading).toContainText('Câu 3/28');

  await page.getByRole('button', { name: 'Quay lại' }).tap();
  await page.getByRole('button', { name: 'Quay lại' }).tap();
  await page.clock.runFor(MOMENT);
  await tapLevel(page, 'Hài lòng');
  await arriveAt(page, 2);
  await expect(criteria(page)).toHaveCount(1);
});

async function openKiosk(page: Page, code: string): Promise<void> {
  await page.clock.install();
  await page.goto(`/kiosk?touchpoint=${code}`);
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
  await expectNoScroll(page, 'the start');
}

async function arriveAt(page: Page, question: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Câu ${question}/27`);
  await expectNoScroll(page, `question ${question}`);
  await page.clock.runFor(MOMENT);
}

async function tapLevel(page: Page, word: string): Promise<void> {
  await level(criteria(page), word).tap();
  await page.clock.runFor(MOMENT);
}

async function expectNoScroll(page: Page, where: string): Promise<void> {
  await expectNoSidewaysScroll(page, where);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height, `height of ${where}`).toBeLessThanOrEqual(TABLET.viewport.height);
}

/** Counts what fingers did, as the page sees it. */
async function countTaps(page: Page): Promise<{ readonly count: number }> {
  const taps = { count: 0 };
  await page.exposeFunction('countTap', () => {
    taps.count += 1;
  });
  await page.addInitScript(() => {
    addEventListener('touchstart', () => (window as unknown as { countTap: () => void }).countTap(), true);
  });
  return taps;
}
