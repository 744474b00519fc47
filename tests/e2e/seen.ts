// Judging a page that runs no script by a judge that is one.
import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible, PHONE } from './support.ts';

/** The judge is a script: it gets to see a copy of the page, with what browsers without scripts show of it. */
export async function expectAccessibleAsSeen(browser: Browser, page: Page, where: string): Promise<void> {
  const seen = (await page.content())
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/<\/?noscript>/g, '');
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: true });
  const copy = await context.newPage();
  await copy.setViewportSize(page.viewportSize() ?? PHONE.viewport);
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body: seen }));
  await copy.goto(page.url());
  await expect(copy.locator('main')).toBeVisible();
  await expectAccessible(copy, where);
  await context.close();
}
