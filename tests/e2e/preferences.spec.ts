// How a person wants to see and hold it: on both manners, and on the tablet for nobody but that person.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, TABLET, touchpointOf } from './support.ts';

const HAND = 'Đổi tay: nút đi tiếp ở bên trái';

test.describe('on the tablet', () => {
  test.use(TABLET);

  test('hand, contrast, text size and language are one person’s, and the next one finds none of them', async ({
    page,
    request,
  }) => {
    const { code } = await touchpointOf(request, 'Sở Nội vụ', 'kiosk');
    await page.clock.install();
    await page.goto(`/kiosk?touchpoint=${code}`);
    await chooseAll(page);
    await page.getByRole('button', { name: 'Start' }).tap();
    await page.clock.runFor(400);
    const back = page.getByRole('button', { name: 'Back' });
    const next = page.locator('button[type=submit]');
    expect(await leftOf(next)).toBeLessThan(await leftOf(back));
    await expectAccessible(page, 'everything chosen');
    await page.clock.runFor(61_000);

    await expectNothingChosen(page);
    await page.getByRole('button', { name: 'Bắt đầu' }).tap();
    await page.clock.runFor(400);
    const forward = page.locator('button[type=submit]');
    expect(await leftOf(page.getByRole('button', { name: 'Quay lại' }))).toBeLessThan(await leftOf(forward));
    await page.getByRole('button', { name: 'Quay lại' }).tap();

    // Somebody who only looked, and left.
    await chooseAll(page);
    await page.clock.runFor(46_000);
    await expectNothingChosen(page);
    await chooseAll(page);
    await page.reload();
    await expectNothingChosen(page);
  });
});

test.describe('on the phone', () => {
  test.use(PHONE);

  test('the hand is switched, kept over a reload in this tab, and fits beside everything else', async ({
    page,
    request,
    context,
  }) => {
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`);
    for (const question of await page.locator('fieldset.rating').all())
      await question.getByRole('radio').nth(3).tap();
    await page.getByRole('button', { name: 'Tiếp tục' }).tap();
    const [back, next] = [
      page.getByRole('button', { name: 'Quay lại' }),
      page.locator('button[type=submit]'),
    ];
    expect(await leftOf(back)).toBeLessThan(await leftOf(next));
    await page.getByRole('button', { name: HAND }).tap();
    expect(await leftOf(next)).toBeLessThan(await leftOf(back));
    await expectNoSidewaysScroll(page, 'left-handed');
    await expectAccessible(page, 'left-handed');
    await page.reload();
    await expect(page.getByRole('button', { name: HAND })).toHaveAttribute('aria-pressed', 'true');
    const other = await context.newPage();
    await other.goto(`/s/${code}`);
    await expect(other.getByRole('button', { name: HAND })).toHaveAttribute('aria-pressed', 'false');
  });
});

for (const javaScriptEnabled of [true, false])
  test.describe(() => {
    test.use({ ...PHONE, javaScriptEnabled, contextOptions: { contrast: 'more', reducedMotion: 'reduce' } });
    test(`a device that asks for contrast gets it, ${javaScriptEnabled ? 'until somebody says otherwise' : 'without JavaScript too'}`, async ({
      page,
      request,
    }) => {
      const { code } = await touchpointOf(request, 'Sở Nội vụ');
      await page.goto(`/s/${code}`);
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
      if (!javaScriptEnabled) return;
      const contrast = page.getByRole('button', { name: 'Tương phản cao' });
      await expect(contrast).toHaveAttribute('aria-pressed', 'true');
      await contrast.tap();
      await expect(page.locator('body')).not.toHaveCSS('background-color', 'rgb(0, 0, 0)');
    });
  });

for (const reducedMotion of ['reduce', 'no-preference'] as const)
  test.describe(() => {
    test.use({ ...PHONE, contextOptions: { reducedMotion } });
    test(`tiles ${reducedMotion === 'reduce' ? 'change at once for who wants no motion' : 'may change softly for everybody else'}`, async ({
      page,
      request,
    }) => {
      const { code } = await touchpointOf(request, 'Sở Nội vụ');
      await page.goto(`/s/${code}`);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          const still = /^0s(, 0s)*$/.test(transitionDuration) && animationName === 'none';
          return still ? [] : [element.className];
        }),
      );
      expect(moving.length > 0).toBe(reducedMotion === 'no-preference');
    });
  });

/** Everything that can be chosen, English last. */
async function chooseAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'A+ Chữ to hơn' }).tap();
  await page.getByRole('button', { name: 'Tương phản cao' }).tap();
  await page.getByRole('button', { name: HAND }).tap();
  await page.getByRole('button', { name: 'English' }).tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}

async function expectNothingChosen(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
  const html = page.locator('html');
  for (const [attribute, value] of [
    ['lang', 'vi'],
    ['data-text-size', '100'],
    ['data-contrast', 'normal'],
    ['data-hand', 'right'],
  ] as const)
    await expect(html).toHaveAttribute(attribute, value);
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
}

async function leftOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box.x;
}
