// Text made large by the browser's own setting: all that somebody can do where the page's own switches need a program.
import { expect, test } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { expectAccessibleAsSeen } from './seen.ts';
import { expectNoSidewaysScroll, PHONE, touchpointOf } from './support.ts';

const found = await findBrowser();
const LARGE = '--blink-settings=defaultFontSize=32';

test.use({
  ...PHONE,
  javaScriptEnabled: false,
  launchOptions: { ...found, args: [...(found.args ?? []), LARGE] },
});

for (const width of [360, 320])
  test(`without JavaScript, text of 200 % fits a phone of ${width} px`, async ({
    browser,
    page,
    request,
  }) => {
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.setViewportSize({ width, height: 640 });
    for (const language of ['vi', 'en']) {
      await page.goto(`/s/${code}?lang=${language}`);
      await expect(page.locator('legend').first()).toHaveCSS('font-size', '34px');
      await expectNoSidewaysScroll(page, `the form in ${language}`);
      await page.locator('main button[type=submit]').tap();
      await expect(page.locator('.fault-summary').getByRole('link')).toHaveCount(19);
      await expectNoSidewaysScroll(page, `the errors in ${language}`);
      await expectAccessibleAsSeen(browser, page, `the errors in ${language}`);
    }
  });
