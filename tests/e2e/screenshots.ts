// `npm run screenshots`: the pictures of the README and of the guides, the same ones each time because the clock stands still.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { dayOf } from '#domain/days.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { newSigner } from '../../server/ledger/note.ts';
import { listTouchpoints } from '../../server/touchpoints/queries.ts';
import { findBrowser } from './browser.ts';
import { criteria, level, PHONE, TABLET } from './support.ts';

const NOW = Date.parse('2026-11-20T09:30:00+07:00');
const AGENCY = 'UBND phường Cái Răng';
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const GUIDES = fileURLToPath(new URL('../../docs/huong-dan/images/', import.meta.url));

const config = { ...readConfig({ LOG_LEVEL: 'error' }), demo: true };
const context: Context = {
  config,
  db: openSqlite(':memory:'),
  signer: newSigner('lang-nghe-demo'),
  now: () => NOW,
};
await fillDemo(context, { seed: 2026, count: 20_000, province: '92', to: dayOf(NOW) - 1 });
const codes = (await listTouchpoints(context.db)).filter(({ agency }) => agency.name === AGENCY);
const codeOf = (wanted: string) => codes.find(({ kind }) => kind === wanted)?.code ?? '';
const app = await buildApp(context);
const url = await app.listen({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(await findBrowser());
for (const folder of [FOLDER, GUIDES]) mkdirSync(folder, { recursive: true });

await picture('phone', PHONE, async (page) => {
  await page.goto(`${url}/s/${codeOf('counter')}`);
  for (const question of await criteria(page).all()) await level(question, 'Hài lòng').check();
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  await level(criteria(page).nth(0), 'Rất hài lòng').check();
});
await picture('kiosk', TABLET, async (page) => {
  await page.goto(`${url}/kiosk?touchpoint=${codeOf('kiosk')}`);
  await page.getByRole('button', { name: 'Bắt đầu' }).tap();
  await page.getByText('Câu 1/27').waitFor();
});
await picture('results', { viewport: { width: 1280, height: 1290 } }, async (page) => {
  await page.goto(`${url}/app/results`);
  await page.getByRole('figure', { name: 'Xu hướng' }).getByRole('img').waitFor();
});
const dialog = (page: Page) => page.getByRole('dialog').waitFor();
await guidePicture('in-ma-qr', async (page) => {
  await page.goto(`${url}/app/touchpoints?q=cai+rang`);
  await page.getByRole('button', { name: /^In / }).first().click();
  await dialog(page);
});
await guidePicture('dat-may-tinh-bang', async (page) => {
  await page.goto(`${url}/app/kiosks`);
  await page.getByRole('button', { name: 'Ghép nối máy' }).first().click();
  await dialog(page);
});
await guidePicture('tao-tai-khoan', async (page) => {
  await page.goto(`${url}/app/accounts`);
  await page.getByRole('button', { name: 'Thêm tài khoản' }).first().click();
  await page.getByRole('dialog').getByLabel('Họ và tên').fill('Nguyễn Văn An');
});
await guidePicture('tong-quan', async (page) => {
  await page.setViewportSize({ width: 900, height: 1065 });
  await page.goto(`${url}/app/results?period=2026-month-11`);
  await page.getByRole('figure', { name: 'Xu hướng' }).getByRole('img').waitFor();
});
await guidePicture('chot-so-lieu', async (page) => {
  await page.goto(`${url}/app/periods/2026-month-11`);
  await page.getByRole('button', { name: 'Chốt số liệu' }).click();
  await dialog(page);
});
await guidePicture('lap-bao-cao', async (page) => {
  await page.goto(`${url}/app/periods/2026-month-11`);
  await page.getByRole('button', { name: 'Tạo báo cáo' }).click();
  await dialog(page);
});
await browser.close();
await app.close();
await context.db.close();

/** In a small window: the guides stay light, and their pictures readable. */
async function guidePicture(name: string, arrange: (page: Page) => Promise<void>): Promise<void> {
  await picture(name, { viewport: { width: 900, height: 700 } }, arrange, GUIDES);
}

async function picture(
  name: string,
  options: BrowserContextOptions,
  arrange: (page: Page) => Promise<void>,
  folder = FOLDER,
): Promise<void> {
  const page = await browser.newPage({
    ...options,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(NOW);
  await arrange(page);
  await page.evaluate(() => document.fonts.ready.then(() => window.scrollTo(0, 0)));
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
  await page.close();
}
