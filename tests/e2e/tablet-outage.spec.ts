import { type APIRequestContext, expect, test } from '@playwright/test';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { DEMO_URL } from './demo.ts';
import { Line } from './line.ts';
import { readJson, type Touchpoint } from './support.ts';
import { expectReadyOffline, pair, Tablet } from './tablet.ts';

let line: Line;
let tablet: Tablet;

test.beforeEach(async () => {
  line = new Line(process.env[DEMO_URL] ?? '');
  line.edit = ratingsOnly;
  await line.open();
  tablet = await Tablet.make(line);
});
test.afterEach(async () => {
  await tablet.remove();
  await line.close();
});

test('fifty people without a network, three times killed: all stored once, in order, under one chain', async ({
  request,
}) => {
  const { code } = await quickTouchpoint(request, 0);
  let page = await tablet.start();
  await pair(page, line, code);
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
  await expect(async () => {
    await page.clock.runFor(30_000);
    await expect(page.getByText('Phiếu chờ gửi trên máy này')).toHaveCount(0, { timeout: 300 });
  }).toPass();
  await expectStoredInOrder(request, tablet.receipts, 50);
  expect(line.devices.refusals).toEqual([]);
  expect(line.devices.heartbeats.at(-1)).toMatchObject({ unsent: 0 });
});

test('a slow server, errors and answers lost after the commit: every response is stored once, in order', async ({
  request,
}) => {
  const { code } = await quickTouchpoint(request, 1);
  const page = await tablet.start();
  await pair(page, line, code);
  for (const fate of ['slow', 'error', 'cut', 'error', 'cut', 'cut'] as const) {
    line.fates.push(fate);
    await tablet.answer(page, 1);
    await page.clock.runFor(2000);
  }
  await expect(async () => {
    await page.clock.runFor(30_000);
    await expect(page.getByText('Phiếu chờ gửi trên máy này')).toHaveCount(0, { timeout: 300 });
  }).toPass();
  expect(line.fates).toEqual([]);
  await expectStoredInOrder(request, tablet.receipts, 6);
  expect(line.devices.refusals).toEqual([]);
});

/** A kiosk that asks the short form. Each journey has one of its own. */
async function quickTouchpoint(request: APIRequestContext, index: number): Promise<Touchpoint> {
  const { touchpoints } = await readJson<{ touchpoints: Touchpoint[] }>(request, '/api/touchpoints');
  const quick = touchpoints.filter(
    ({ kind, questionnaire }) => kind === 'kiosk' && questionnaire === 'short@1',
  );
  const found = quick[index];
  if (!found) throw new Error('the demo has too few kiosks with the short form');
  return found;
}

/** Only the six questions that have to be answered, so that fifty people take no minute. */
function ratingsOnly(view: TouchpointView): TouchpointView {
  return { ...view, questionnaire: { ...view.questionnaire, after: [] } };
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
