// `npm run screenshots`: the pictures of the README, the same ones each time because the clock stands still.
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
import { criteria, DESK, level, PHONE, TABLET } from './support.ts';

const NOW = Date.parse('2026-11-20T09:30:00+07:00');
const AGENCY = 'UBND phường Cái Răng';
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

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
mkdirSync(FOLDER, { recursive: true });

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
await picture('results', DESK, async (page) => {
  await page.goto(`${url}/app/results`);
  await page.getByRole('table', { name: 'Xếp hạng các cơ quan' }).waitFor();
});
await browser.close();
await app.close();
await context.db.close();

async function picture(
  name: string,
  options: BrowserContextOptions,
  arrange: (page: Page) => Promise<void>,
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
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled', caret: 'hide' });
  await page.close();
}
