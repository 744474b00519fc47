// The two buttons on an agency's own website, which has another origin than the server.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { type PublishingServer, startPublishingServer } from './publishing-server.ts';
import { expectAccessible, level } from './support.ts';

const LARGEST = 15_000;

// One server is enough.
test.describe.configure({ mode: 'default' });

let server: PublishingServer;
let site: Server;
/** Another host name, and so another site: what is stored in our frame there belongs to a third party. */
let siteUrl: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startPublishingServer();
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // As strict as a policy can be that lets us in.
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${server.url}; frame-src ${server.url}`,
    );
    response.end(hostPage());
  }).listen(0, 'localhost');
  await once(site, 'listening');
  siteUrl = `http://localhost:${(site.address() as AddressInfo).port}/`;
});
test.afterAll(async () => {
  site.close();
  await server.stop();
});

const hostPage = () => `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Trang của cơ quan</title></head><body><main>
<h1>Trang của cơ quan</h1><a href="${server.url}/s/${server.website.code}">Gửi đánh giá về chúng tôi</a>
<script src="${server.url}/widget.js" data-touchpoint="${server.website.code}" async></script>
<p><a href="#end">Liên kết sau</a></p></main></body></html>`;

const stored = async () =>
  (await server.call<{ n: number }>('GET', '/api/results?from=2020-01-01&to=2050-01-01')).n;

/** The form in the frame, answered to the end. */
async function answerIn(frame: FrameLocator): Promise<void> {
  for (let at = 1; at <= 5; at++) {
    await expect(frame.getByRole('heading', { level: 1 })).toContainText(`Trang ${at}/7`);
    for (const question of await frame.locator('fieldset.rating').all())
      await level(question, 'Hài lòng').check();
    await frame.getByRole('button', { name: 'Tiếp tục' }).click();
  }
  await frame.getByRole('button', { name: 'Tiếp tục' }).click();
  await frame.getByRole('button', { name: 'Gửi' }).click();
  await expect(frame.getByText('Mã biên nhận')).toBeVisible();
}

/** As browsers do that keep third parties from storing anything. */
async function forbidStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window.parent === window) return;
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
}

test('somebody answers in the frame, once, without storage or cookies, and comes back to the button', async ({
  page,
  context,
}) => {
  await forbidStorage(page);
  await page.goto(siteUrl);
  const before = await stored();
  const rate = page.getByRole('button', { name: 'Gửi đánh giá' });
  await expect(page.getByRole('link', { name: 'Gửi đánh giá về chúng tôi' })).toBeHidden();
  await rate.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Phiếu khảo sát mức độ hài lòng' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Đóng' })).toBeFocused();
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('fieldset.rating').first()).toBeVisible();
  await expectAccessible(page, 'the site with the open form');
  await answerIn(frame);
  expect(await stored()).toBe(before + 1);
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await expect(dialog).toBeHidden();
  await expect(rate).toBeFocused();
  expect(await context.cookies()).toEqual([]);
});

test('Escape closes it from outside and inside of the frame, and Tab never leaves it for the page', async ({
  page,
}) => {
  await page.goto(siteUrl);
  const rate = page.getByRole('button', { name: 'Gửi đánh giá' });
  const dialog = page.getByRole('dialog');
  await rate.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rate).toBeFocused();
  await rate.click();
  const frame = page.frameLocator('iframe');
  await frame.locator('fieldset.rating input').first().focus();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Liên kết sau' })).not.toBeFocused();
  }
  await frame.locator('fieldset.rating input').first().focus();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rate).toBeFocused();
});

test('the results of the agency open beside it, and all of them in a tab of their own', async ({ page }) => {
  await page.goto(siteUrl);
  await page.getByRole('button', { name: 'Xem kết quả' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(server.website.agency);
  await expect(frame.getByText('80,00%')).toBeVisible();
  await expectAccessible(page, 'the site with the results');
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('link', { name: /Xem đầy đủ/ }).click(),
  ]);
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(/Kết quả khảo sát/);
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });
  test('without JavaScript there is a plain link', async ({ page }) => {
    await page.goto(siteUrl);
    await page.getByRole('link', { name: 'Gửi đánh giá về chúng tôi' }).click();
    await expect(page.getByText('Ý kiến của Ông/Bà về dịch vụ hành chính công').first()).toBeVisible();
  });
});

test('it weighs 15 kB at the most before it is opened, and asks for nothing more', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (each) => each.url().startsWith(server.url) && asked.push(each.url()));
  await page.goto(siteUrl);
  await expect(page.getByRole('button', { name: 'Xem kết quả' })).toBeVisible();
  expect(asked).toEqual([`${server.url}/widget.js`]);
  const reply = await page.request.get(`${server.url}/widget.js`);
  const bytes = gzipSync(await reply.body()).length;
  console.log(`${bytes}  the tag on other sites`);
  expect(bytes).toBeLessThanOrEqual(LARGEST);
  expect(reply.headers()['cross-origin-resource-policy']).toBe('cross-origin');
});

test('nothing but the form for websites and the summary may stand in another site', async ({ page }) => {
  const counter = await server.call<{ touchpoints: { code: string }[] }>(
    'GET',
    '/api/touchpoints?kind=counter',
  );
  const refused = [
    '/app',
    '/app/sign-in',
    '/app/set-up',
    '/kiosk',
    '/verify',
    '/results',
    '/s',
    '/api/health',
  ];
  refused.push(`/s/${counter.touchpoints[0]?.code}`, '/s/2222-2222', '/api/docs');
  for (const path of refused) {
    const headers = (await page.request.get(server.url + path)).headers();
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options'], path).toBe('SAMEORIGIN');
  }
  const { code } = server.website;
  for (const path of [`/s/${code}`, `/s/${code}?preview`, `/results/summary?touchpoint=${code}`]) {
    const headers = (await page.request.get(server.url + path)).headers();
    expect(headers['content-security-policy'], path).toContain('frame-ancestors *');
    expect(headers['x-frame-options'], path).toBeUndefined();
  }
});

test('staff copy the tag from the menu of the touchpoint, and try it without sending anything', async ({
  page,
}) => {
  await page.goto(`${server.url}/app/touchpoints?kind=website`);
  await page.getByRole('button', { name: /Thao tác khác với Trang web/ }).click();
  await page.getByRole('menuitem', { name: 'Mã nhúng' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhúng vào trang web của cơ quan' });
  await expect(dialog).toContainText(`<script src="${server.url}/widget.js" data-touchpoint="`);
  await expectAccessible(page, 'the tag to be copied');
  await dialog.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(page.frameLocator('iframe').getByRole('note')).toBeVisible();
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Gửi' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(dialog).toBeVisible();
});
