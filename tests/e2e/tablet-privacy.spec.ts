import { expect, type Page } from '@playwright/test';
import type { Line } from './line.ts';
import { expectReadyOffline, pair, quickTouchpoint, test } from './tablet.ts';

const COMMENT = 'Cán bộ Nguyễn Văn Ất rất nhiệt tình';

// Browsers of their own take a while to start where a machine has other things to do.
test.describe.configure({ timeout: 120_000 });

test('the next person finds nothing of the one before, sent or abandoned, and no way out; a newer app waits for it', async ({
  request,
  line,
  tablet,
}) => {
  const { id } = await quickTouchpoint(request, 2);
  const page = await tablet.start();
  // Only the comment, so that the journey is short; the server refuses it, which the tablet must not show to anybody.
  line.edit = (view) => ({
    ...view,
    questionnaire: {
      ...view.questionnaire,
      before: [],
      parts: [],
      after: view.questionnaire.after.slice(-1),
    },
  });
  await pair(page, request, id);
  await expectReadyOffline(page);
  await page.reload();

  await page.getByRole('button', { name: 'English' }).tap();
  await page.getByRole('button', { name: 'Start' }).tap();
  await page.getByRole('textbox').fill(COMMENT);
  await page.clock.runFor(61_000);
  await expectNothingLeft(page, line);

  await page.locator('button.big').tap();
  await page.getByRole('textbox').fill(COMMENT);
  await page.reload();
  await expectNothingLeft(page, line);

  await page.locator('button.big').tap();
  await page.getByRole('textbox').fill(COMMENT);
  for (let times = 0; times < 12; times++) await page.evaluate(() => history.back());
  await expect(page.getByRole('textbox')).toHaveValue(COMMENT);
  for (const event of ['contextmenu', 'dragstart']) expect(await refused(page, event), event).toBe(true);

  line.build = 1;
  expect(await page.evaluate(fetchNewVersion)).toBe(true);
  await page.clock.runFor(20_000);
  await expect(page.getByRole('textbox')).toHaveValue(COMMENT);
  await expect(page.locator('html')).toHaveAttribute('data-build', '0');

  // Finished while the line is down: it is in the sealed outbox, and nowhere that a person can look.
  line.down = true;
  await page.locator('button[type=submit]').tap();
  await expect(page.locator('.receipt')).toBeVisible();
  await page.locator('button.leave').tap();
  await expect(page.locator('html')).toHaveAttribute('data-build', '1');
  await expectNothingLeft(page, line, 1);
  await page.goBack({ timeout: 2000 }).catch(() => null);
  await expectNothingLeft(page, line, 1);
  await page.reload();
  await expectNothingLeft(page, line, 1);
});

/** Where anything could be found: the page, its forms, every storage, every cache, every entry of the history. */
async function expectNothingLeft(page: Page, line: Line, unsent = 0): Promise<void> {
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
  expect(page.url()).toBe(`${line.url}/kiosk`);
  expect(await page.content()).not.toContain(COMMENT);
  const found = await page.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const open = indexedDB.open('lang-nghe-kiosk');
    const db = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    const all = (store: string) =>
      new Promise<unknown[]>((done) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
      });
    const stores: Record<string, string> = {};
    for (const store of [...db.objectStoreNames]) stores[store] = JSON.stringify(await all(store));
    db.close();
    return {
      storages: { ...localStorage, ...sessionStorage },
      cookies: document.cookie,
      cached: kept.filter((path) => path.startsWith('/api/')),
      databases,
      stores,
      state: JSON.stringify(history.state),
      fields: [...document.querySelectorAll('input, textarea')].length,
    };
  });
  expect(found).toMatchObject({
    storages: {},
    cookies: '',
    cached: [],
    databases: ['lang-nghe-kiosk'],
    fields: 0,
  });
  expect(found.state).toMatch(/^{"step":\d}$/);
  const holding = Object.keys(found.stores).filter((store) => found.stores[store]?.includes(COMMENT));
  expect(holding.filter((store) => unsent === 0 || !['signed', 'batches'].includes(store))).toEqual([]);
  expect(JSON.parse(found.stores.signed ?? '')).toHaveLength(unsent);
}

/** A newer app comes while somebody answers; whether it waits. */
async function fetchNewVersion(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration('/kiosk');
  await registration?.update();
  const coming = registration?.installing;
  if (coming) await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
  return registration?.waiting?.state === 'installed';
}

function refused(page: Page, event: string): Promise<boolean> {
  return page
    .getByRole('textbox')
    .evaluate(
      (field, name) => !field.dispatchEvent(new Event(name, { bubbles: true, cancelable: true })),
      event,
    );
}
