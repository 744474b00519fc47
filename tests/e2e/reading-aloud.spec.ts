// Reading aloud, by a recording and by a voice of the device. The browser of the journeys has no voices, and plays
// nothing that anybody hears: what would be said or played is written down instead.
import { expect, type Page, test } from '@playwright/test';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { expectAccessible, expectNoSidewaysScroll, PHONE, TABLET, touchpointOf } from './support.ts';

const RECORDING = `${'a'.repeat(64)}.mp3`;
const QUESTION = 'Cơ quan cung cấp thông tin về việc giải quyết thủ tục hành chính';

test.describe('on the phone', () => {
  test.use(PHONE);

  test('a Vietnamese voice of the device reads the question and what can be answered, until the page changes', async ({
    page,
    request,
  }) => {
    const heard = await withVoices(page, ['en-US', 'vi-VN']);
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`);
    const buttons = page.getByRole('button', { name: 'Đọc to' });
    await expect(buttons).toHaveCount(4);
    await expectAccessible(page, 'with loudspeakers');
    await expectNoSidewaysScroll(page, 'with loudspeakers');
    await buttons.first().tap();
    await expect(buttons.first()).toHaveAttribute('aria-pressed', 'true');
    expect(await heard()).toEqual([expect.stringContaining(`vi-VN: ${QUESTION}`)]);
    expect((await heard())[0]).toContain('Rất không hài lòng. Không hài lòng. Bình thường. Hài lòng');

    await buttons.nth(1).tap();
    await expect(buttons.first()).toHaveAttribute('aria-pressed', 'false');
    await buttons.nth(1).tap();
    await expect(buttons.nth(1)).toHaveAttribute('aria-pressed', 'false');
    expect((await heard()).at(-1)).toBe('silence');
    await buttons.nth(2).tap();
    for (const question of await page.locator('fieldset.rating').all())
      await question.getByRole('radio').nth(3).tap();
    await page.getByRole('button', { name: 'Tiếp tục' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang 2/7');
    expect((await heard()).at(-1)).toBe('silence');
  });

  test('where no voice of the device speaks the language, there is no loudspeaker', async ({
    page,
    request,
  }) => {
    await withVoices(page, ['en-US', 'vi-VN remote']);
    const { code } = await touchpointOf(request, 'Sở Nội vụ');
    await page.goto(`/s/${code}`);
    await expect(page.locator('fieldset.rating')).toHaveCount(4);
    await expect(page.locator('.loudspeaker')).toHaveCount(0);
    await page.getByRole('button', { name: 'English' }).tap();
    await expect(page.getByRole('button', { name: 'Read aloud' })).toHaveCount(4);
  });
});

test.describe('on the tablet', () => {
  test.use(TABLET);

  test('a recording of the questionnaire is played rather than a voice, and ends with the question', async ({
    page,
    request,
  }) => {
    const heard = await withVoices(page, []);
    await page.route('**/api/touchpoints/*', async (route) => {
      const view = (await (await route.fetch()).json()) as TouchpointView;
      const [criterion] = view.questionnaire.parts[0]?.factors[0]?.criteria ?? [];
      if (criterion) criterion.audio = { vi: RECORDING };
      await route.fulfill({ json: { ...view, audio: [`/api/audio/${RECORDING}`] } });
    });
    const { code } = await touchpointOf(request, 'Sở Nội vụ', 'kiosk');
    await page.clock.install();
    await page.goto(`/kiosk?touchpoint=${code}`);
    await page.getByRole('button', { name: 'Bắt đầu' }).tap();
    const loudspeaker = page.getByRole('button', { name: 'Đọc to' });
    await expect(loudspeaker).toBeVisible();
    const size = await loudspeaker.boundingBox();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(64);
    await expectAccessible(page, 'a question with a loudspeaker');
    await page.clock.runFor(400);
    await loudspeaker.tap();
    expect(await heard()).toEqual([`/api/audio/${RECORDING}`]);

    // Who listens is there, though not touching anything.
    await page.clock.runFor(50_000);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await page.getByRole('radio', { name: 'Hài lòng', exact: true }).tap();
    await page.clock.runFor(400);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Câu 2/27');
    expect((await heard()).at(-1)).toBe('pause');
    await expect(loudspeaker).toHaveCount(0);
  });

  test('a voice that never ends does not keep the tablet from asking whether anybody is there', async ({
    page,
    request,
  }) => {
    const heard = await withVoices(page, ['vi_VN']);
    const { code } = await touchpointOf(request, 'Sở Nội vụ', 'kiosk');
    await page.clock.install();
    await page.goto(`/kiosk?touchpoint=${code}`);
    await page.getByRole('button', { name: 'Bắt đầu' }).tap();
    await page.clock.runFor(400);
    await page.getByRole('button', { name: 'Đọc to' }).tap();
    await page.clock.runFor(61_000);
    expect((await heard()).at(-1)).toBe('silence');
    await page.clock.runFor(46_000);
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await page.clock.runFor(15_000);
    await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
  });
});

/**
 * Gives the device these voices (`vi-VN`, or `vi-VN remote` for one that needs a network).
 * @returns what was said or played since the page came
 */
async function withVoices(page: Page, languages: string[]): Promise<() => Promise<string[]>> {
  await page.addInitScript((voices) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const speech = Object.assign(new EventTarget(), {
      getVoices: () =>
        voices.map((voice) => ({
          lang: voice.split(' ')[0],
          name: voice,
          localService: !voice.endsWith('remote'),
        })),
      speak: ({ voice, text }: { voice: { name: string }; text: string }) =>
        heard.push(`${voice.name}: ${text}`),
      cancel: () => heard.length > 0 && heard.push('silence'),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, {
      SpeechSynthesisUtterance: function SpeechSynthesisUtterance(text: string) {
        return { text };
      },
    });
    HTMLMediaElement.prototype.play = function play() {
      heard.push(new URL(this.src).pathname);
      return Promise.resolve();
    };
    HTMLMediaElement.prototype.pause = () => heard.push('pause');
  }, languages);
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}
