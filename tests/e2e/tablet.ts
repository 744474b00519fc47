// A tablet as it stands at a counter: a browser with a profile of its own that can be killed and started again.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  chromium,
  expect,
  type Page,
} from '@playwright/test';
import type { DeviceView } from '#domain/devices.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { findBrowser } from './browser.ts';
import { DEMO_URL } from './demo.ts';
import { Line } from './line.ts';
import { readJson, TABLET, type Touchpoint } from './support.ts';

/** Longer than the moment during which a choice is shown, and than the one in which taps are ignored. */
const MOMENT = 400;
const SHORT_FORM = 6;

type Place = Touchpoint & { id: string; name: string };

export class Tablet {
  private readonly folder: string;
  private readonly line: Line;
  private context: BrowserContext | null = null;
  /** As the thank-you showed them, in order. */
  readonly receipts: string[] = [];

  private constructor(folder: string, line: Line) {
    this.folder = folder;
    this.line = line;
  }

  static async make(line: Line): Promise<Tablet> {
    return new Tablet(await mkdtemp(join(tmpdir(), 'lang-nghe-tablet-')), line);
  }

  /**
   * Starts the browser on the profile that is there, and opens the app.
   * @param error how far the tablet's clock is ahead, ms
   */
  async start(error = 0): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...(await findBrowser()),
      ...TABLET,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
    });
    this.context.setDefaultTimeout(10_000);
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    await page.clock.install({ time: Date.now() + error });
    await page.goto(`${this.line.url}/kiosk`);
    return page;
  }

  /** As when the battery is gone: nothing is closed or said goodbye to. */
  async kill(): Promise<void> {
    const context = this.context;
    if (!context) return;
    const closed = new Promise((resolve) => context.once('close', resolve));
    for (const pid of processesOf(this.folder)) process.kill(pid, 'SIGKILL');
    await closed;
    this.context = null;
  }

  async remove(): Promise<void> {
    await this.context?.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** One person after the other, each with the questions of the short form; only the first has time to use a finger. */
  async answer(page: Page, people: number): Promise<void> {
    for (let person = 0; person < people; person++) {
      const press = (selector: string) =>
        person === 0 ? page.locator(selector).tap() : page.dispatchEvent(selector, 'click');
      await press('button.big');
      for (let question = 0; question < SHORT_FORM; question++) {
        if (person === 0) await page.clock.runFor(MOMENT);
        await press('input[type=radio][value="4"]');
        await page.clock.runFor(MOMENT);
      }
      await press('button[type=submit]');
      this.receipts.push(await page.locator('.receipt strong').innerText());
      await press('button.leave');
    }
  }
}

/** What a journey with a tablet has: the tablet, and the line between it and the server. */
export const test = base.extend<{ line: Line; tablet: Tablet }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that fixtures must have
  line: async ({}, use) => {
    const line = new Line(process.env[DEMO_URL] ?? '');
    await line.open();
    await use(line);
    await line.close();
  },
  tablet: async ({ line }, use) => {
    const tablet = await Tablet.make(line);
    await use(tablet);
    await tablet.remove();
  },
});

/** Pairs the tablet as staff do, with the code that it shows. */
export async function pair(page: Page, request: APIRequestContext, touchpoint: string): Promise<DeviceView> {
  const pairing = await page.locator('.pairing .code').innerText();
  const confirmed = await request.post('/api/devices', {
    data: { pairing, touchpoint, name: 'Máy ở quầy 1' },
  });
  expect(confirmed.status()).toBe(201);
  await page.clock.runFor(3000);
  await expect(page.locator('button.big')).toBeVisible();
  return (await confirmed.json()) as DeviceView;
}

/** The tablet as staff see it. */
export async function deviceOf(
  request: APIRequestContext,
  { id }: Pick<DeviceView, 'id'>,
): Promise<DeviceView> {
  const { devices } = await readJson<{ devices: DeviceView[] }>(request, '/api/devices');
  const found = devices.find((each) => each.id === id);
  if (!found) throw new Error('the tablet is not paired');
  return found;
}

/** A kiosk that asks the short form. Each journey has one of its own. */
export async function quickTouchpoint(request: APIRequestContext, index: number): Promise<Place> {
  const { touchpoints } = await readJson<{ touchpoints: Place[] }>(request, '/api/touchpoints');
  const quick = touchpoints.filter(
    ({ kind, questionnaire }) => kind === 'kiosk' && questionnaire === 'short@1',
  );
  const found = quick[index];
  if (!found) throw new Error('the demo has too few kiosks with the short form');
  return found;
}

/** Only the six questions that have to be answered, so that fifty people take no minute. */
export function ratingsOnly(view: TouchpointView): TouchpointView {
  return { ...view, questionnaire: { ...view.questionnaire, after: [] } };
}

/** The app's files are kept: from now on it opens without a network. */
export async function expectReadyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandOf(pid).includes(`--user-data-dir=${folder}`))
    .map(Number);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
