import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { readJson } from './support.ts';
import { deviceOf, expectReadyOffline, pair, quickTouchpoint, ratingsOnly, test } from './tablet.ts';

// Browsers of their own take a while to start where a machine has other things to do.
test.describe.configure({ timeout: 120_000 });

test.beforeEach(({ line }) => {
  line.edit = ratingsOnly;
});

test('fifty people without a network, three times killed: all stored once, in order, under one chain', async ({
  request,
  line,
  tablet,
}) => {
  const { id } = await quickTouchpoint(request, 0);
  let page = await tablet.start();
  const device = await pair(page, request, id);
  await expectReadyOffline(page);
  line.down = true;
  await tablet.answer(page, 12);
  for (const people of [12, 13]) {
    await tablet.kill();
    page = await tablet.start();
    await tablet.answer(page, people);
  }
  await page.reload();
  await expect(page.getByText('Phiếu chờ gửi trên máy này: 37')).toBeVisible();

  // The network is there for a moment, and with it a newer app; the answers do not get through yet.
  line.build = 1;
  line.fates = Array(50).fill('error');
  line.down = false;
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-build', '1');
  line.down = true;
  await tablet.answer(page, 13);
  await tablet.kill();

  line.fates = ['slow', 'error', 'cut'];
  line.down = false;
  page = await tablet.start();
  await expectAllSent(page);
  await expectStoredInOrder(request, tablet.receipts, 50);
  expect(await deviceOf(request, device)).toMatchObject({ refusals: {}, unsent: 0 });
});

test('a slow server, errors and answers lost after the commit: every response is stored once, in order', async ({
  request,
  line,
  tablet,
}) => {
  const { id } = await quickTouchpoint(request, 1);
  const page = await tablet.start();
  const device = await pair(page, request, id);
  for (const fate of ['slow', 'error', 'cut', 'error', 'cut', 'cut'] as const) {
    line.fates.push(fate);
    await tablet.answer(page, 1);
    await page.clock.runFor(2000);
  }
  await expectAllSent(page);
  expect(line.fates).toEqual([]);
  await expectStoredInOrder(request, tablet.receipts, 6);
  expect((await deviceOf(request, device)).refusals).toEqual({});
});

/** However long the tablet waits between its tries. */
async function expectAllSent(page: Page): Promise<void> {
  await expect(page.locator('button.big')).toBeVisible();
  await expect(async () => {
    await page.clock.runFor(30_000);
    await expect(page.getByText('Phiếu chờ gửi trên máy này')).toHaveCount(0, { timeout: 300 });
  }).toPass();
}

async function expectStoredInOrder(
  request: APIRequestContext,
  receipts: string[],
  count: number,
): Promise<void> {
  expect(new Set(receipts).size).toBe(count);
  const positions: number[] = [];
  for (const receipt of receipts)
    positions.push((await readJson<{ position: number }>(request, `/api/receipts/${receipt}`)).position);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
}
