import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, rowOf, TABLET, touchpointOf } from './support.ts';

// Judging every screen takes a while where a machine has other things to do.
test.describe.configure({ timeout: 180_000 });

interface Look {
  language: 'vi' | 'en';
  textSize: 100 | 200;
  highContrast?: boolean;
}

const LOOKS: Look[] = [
  { language: 'vi', textSize: 100 },
  { language: 'en', textSize: 200 },
  { language: 'vi', textSize: 200, highContrast: true },
];

for (const look of LOOKS) {
  const how = `${look.language} at ${look.textSize} %${look.highContrast ? ' in high contrast' : ''}`;

  test.describe(() => {
    test.use(PHONE);
    test(`every screen of the phone is accessible in ${how}`, async ({ page, request }) => {
      const { code } = await touchpointOf(request, 'Sở Xây dựng');
      await page.goto(`/s/${code}`);
      await choose(page, look);
      await walkPhone(page, (where) => expectAccessible(page, where));
    });
  });

  test.describe(() => {
    test.use(TABLET);
    test(`every screen of the tablet is accessible in ${how}`, async ({ page, request }) => {
      const { code } = await touchpointOf(request, 'Sở Xây dựng', 'kiosk');
      await page.clock.install();
      await page.goto(`/kiosk?touchpoint=${code}`);
      await choose(page, look);
      await walkTablet(page, async (where) => {
        await expectNoSidewaysScroll(page, where);
        await expectAccessible(page, where);
      });
    });
  });
}

test('the screens that say what is wrong are accessible', async ({ page }) => {
  for (const path of ['/s/2222-2222', '/s/xyz', '/kiosk', '/kiosk?touchpoint=22222222']) {
    await page.goto(path);
    await expect(page.getByRole('textbox')).toBeVisible();
    await expectAccessible(page, path);
    await page.getByRole('textbox').fill('?');
    await page.getByRole('textbox').press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, `${path}, mistyped`);
  }
});

for (const [width, language] of [
  [1280, 'Tiếng Việt'],
  [640, 'English'],
] as const)
  test(`the results are accessible at ${width} px in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['results', 'results/agencies?q=so']) {
      await page.goto(`/app/${path}`);
      await chooseLanguage(page, language);
      const drawings = page.getByRole('figure').getByRole('img');
      await expect(drawings).toHaveCount(path === 'results' ? 3 : 1, { timeout: 60_000 });
      await expectNoSidewaysScroll(page, path);
      await expectAccessible(page, path);
      for (const table of await page.getByText(/^(Bảng|Table)$/).all()) await table.click();
      await expectAccessible(page, `${path} as tables`);
    }
  });

for (const [width, textSize] of [
  [360, 100],
  [320, 200],
] as const)
  test.describe(() => {
    test.use({ ...PHONE, viewport: { width, height: 640 } });
    test(`no screen of the phone scrolls sideways at ${width} px with ${textSize} % text`, async ({
      context,
      request,
    }) => {
      const { code } = await touchpointOf(request, 'Sở Xây dựng');
      for (const language of ['vi', 'en'] as const) {
        const page = await context.newPage();
        await page.goto(`/s/${code}`);
        await choose(page, { language, textSize });
        await walkPhone(page, (where) => expectNoSidewaysScroll(page, `${where} in ${language}`));
      }
    });
  });

test('a whole questionnaire can be answered with the keyboard alone', async ({ page, request }) => {
  const { code, agency } = await touchpointOf(request, 'Sở Y tế');
  const { n } = await rowOf(request, agency.id);
  await page.goto(`/s/${code}`);
  for (let at = 1; at <= 7; at++) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Trang ${at}/7`);
    for (const question of await page.locator('fieldset.rating').all()) {
      await tabTo(page, question.getByRole('radio').first());
      for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await expect(question.getByRole('radio', { name: 'Hài lòng', exact: true })).toBeChecked();
    }
    await tabTo(page, page.locator('button[type=submit]'));
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect((await rowOf(request, agency.id)).n).toBe(n + 1);
});

test.describe(() => {
  test.use(TABLET);
  test('the tablet can be used with the keyboard alone, from the practice to the next person', async ({
    page,
    request,
  }) => {
    const { code, agency } = await touchpointOf(request, 'Sở Giáo dục và Đào tạo', 'kiosk');
    const { n } = await rowOf(request, agency.id);
    await page.clock.install();
    await page.goto(`/kiosk?touchpoint=${code}`);
    const heading = page.getByRole('heading', { level: 1 });
    const press = async (target: Locator, ...keys: string[]) => {
      await expect(heading).toBeFocused();
      await tabTo(page, target);
      for (const key of keys) await page.keyboard.press(key);
      await page.clock.runFor(400);
    };
    const first = page.getByRole('radio').first();
    const next = page.locator('button[type=submit]');
    await press(page.getByRole('button', { name: 'Bấm thử trước' }), 'Enter');
    await press(first, 'Space', 'ArrowRight');
    await expect(page.getByRole('status')).toContainText('Ông/Bà vừa chọn: Không hài lòng.');
    await tabTo(page, page.getByRole('button', { name: 'Trả lời thật' }));
    await page.keyboard.press('Enter');
    await page.clock.runFor(400);

    // Space means it; the arrows only pass by, until Enter.
    await press(first, 'Space');
    await expect(heading).toContainText('Điều gì khiến Ông/Bà chưa hài lòng nhất?');
    await press(first, 'Space');
    for (let at = 3; at <= 20; at++) {
      await expect(heading).toContainText(`Câu ${at}/28`);
      await press(first, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    }
    await expect(heading).toContainText('Câu 21/28');
    await press(page.getByRole('button', { name: 'Quay lại' }), 'Enter');
    await expect(page.getByRole('radio', { name: 'Hài lòng', exact: true })).toBeChecked();
    await press(next, 'Enter');
    await press(page.getByRole('button', { name: 'Bỏ qua phần này' }), 'Enter');
    await expect(heading).toContainText('Câu 28/28');
    await press(page.getByRole('textbox'), 'O', 'K');
    await tabTo(page, next);
    await page.keyboard.press('Enter');
    await expect(page.locator('.receipt')).toBeVisible();
    await press(page.getByRole('button', { name: 'Về màn hình đầu' }), 'Enter');
    await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
    await expect(heading).toBeFocused();
    await expect.poll(async () => (await rowOf(request, agency.id)).n).toBe(n + 1);
  });
});

test('a screen takes the focus as it comes, so that a key pressed at once is not lost', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'Sở Y tế');
  await page.goto(`/s/${code}`);
  for (const question of await page.locator('fieldset.rating').all())
    await question.getByRole('radio').first().click();
  const focused = page.evaluate(
    () =>
      new Promise((resolve) => {
        new MutationObserver((_changes, observer) => {
          const heading = document.querySelector('h1');
          if (!heading?.textContent?.includes('2/7')) return;
          observer.disconnect();
          resolve(document.activeElement === heading);
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.locator('button[type=submit]').click();
  expect(await focused).toBe(true);
});

/** Sets the look by the switches that a person uses. */
async function choose(page: Page, { language, textSize, highContrast = false }: Look): Promise<void> {
  const switches = page.locator('.switches button');
  for (let step = 0; textSize === 200 && step < 3; step++) await switches.nth(2).click();
  if (highContrast) await switches.nth(3).click();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-text-size', String(textSize));
}

/** Sees every screen of the phone, mistakes and a lost connection among them, and sends nothing. */
async function walkPhone(page: Page, visit: (where: string) => Promise<void>): Promise<void> {
  let online = false;
  await page.route('**/api/responses', (route) => (online ? answerAsIfStored(route) : route.abort()));
  const submit = page.locator('button[type=submit]');
  await expect(submit).toBeVisible();
  await submit.click();
  await expect(page.locator('.fault-summary')).toBeVisible();
  await visit('the first page with mistakes');
  for (let at = 1; at <= 7; at++) {
    await expect(page.locator('h1')).toContainText(`${at}/7`);
    const questions = page.locator('fieldset.rating');
    for (const question of await questions.all())
      await question
        .getByRole('radio')
        .nth(at - 1)
        .click();
    if (at === 7) await page.getByRole('textbox').fill('…');
    await visit(`page ${at}`);
    await submit.click();
  }
  await expect(page.locator('.notice button.primary')).toBeVisible();
  await visit('not sent yet');
  online = true;
  // The page also tries by itself, perhaps at this very moment: then there is no button left to press.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.locator('.receipt')).toBeVisible();
  await visit('the thanks');
}

/** Sees each kind of screen of the tablet, and sends nothing. */
async function walkTablet(page: Page, visit: (where: string) => Promise<void>): Promise<void> {
  await page.route('**/api/responses/batch', (route) => route.abort());
  await visit('the start');
  await page.locator('.start button:not(.big)').click();
  await visit('the practice');
  await page.getByRole('radio').nth(4).click();
  await visit('the practice, tried');
  await page.locator('.practice nav button').first().click();
  await page.locator('button.big').click();
  await page.clock.runFor(400);
  await visit('a question');
  await page.clock.runFor(46_000);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await visit('still there?');
  await page.locator('button.big').click();
  const next = page.locator('button[type=submit]');
  await next.click();
  await expect(page.locator('.fault')).toBeVisible();
  await visit('a question left out');
  await page.getByRole('radio').first().click();
  await page.clock.runFor(400);
  await expect(page.locator('h1')).toContainText('2/28');
  await visit('the reason of a low answer');
  await page.locator('nav button').first().click();
  await page.clock.runFor(400);
  await page.getByRole('radio').nth(4).click();
  await expect(page.locator('h1')).toContainText('1/27');
  await page.clock.runFor(400);
  await page.locator('nav button').first().click();
  await page.clock.runFor(400);
  for (let at = 1; at < 27; at++) {
    await expect(page.locator('h1')).toContainText(`${at}/27`);
    await page.clock.runFor(400);
    if (at === 20) await visit('about you');
    if (at > 19) await next.click();
    else
      await page
        .getByRole('radio')
        // A low answer would ask for its reason once more.
        .nth(2 + (at % 4))
        .click();
    await page.clock.runFor(400);
  }
  await visit('the comment');
  await next.click();
  await expect(page.locator('.receipt')).toBeVisible();
  await visit('the thanks');
}

async function answerAsIfStored(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
  const { id } = route.request().postDataJSON() as { id: string };
  await route.fulfill({ status: 201, json: { id, receipt: 'XXXX-XXXX-XXXX' } });
}

/** In the side bar, or on a narrow screen in the drawer. */
async function chooseLanguage(page: Page, language: string): Promise<void> {
  const menu = page.getByRole('button', { name: /^(Mở danh mục trang|Open the menu)$/ });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const drawer = await menu.isVisible();
  if (drawer) await menu.click();
  const place = drawer ? page.getByRole('dialog') : page;
  await place.getByText(language, { exact: true }).click();
  if (!drawer) return;
  await expectAccessible(page, 'the drawer');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await isThere()); presses++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
