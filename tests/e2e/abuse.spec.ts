import { type APIRequestContext, expect, type Page, type Request, type Route, test } from '@playwright/test';
import { LIMITS } from '../../server/http/limits.ts';
import { answerOnPhone, criteria, level, PHONE, readJson, type Touchpoint, touchpointOf } from './support.ts';

test.use(PHONE);
// Whole questionnaires, several times.
test.describe.configure({ timeout: 120_000 });

const SATISFIED = Array.from({ length: 19 }, () => 'Hài lòng');

test('a touchpoint under attack has the work done in the background, by a worker that no other loads', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'UBND phường Tân An');
  const { touchpoints } = await readJson<{ touchpoints: (Touchpoint & { id: string })[] }>(
    request,
    '/api/touchpoints',
  );
  const { id } = touchpoints.find((each) => each.code === code) ?? { id: '' };
  const loaded: string[] = [];
  page.on('request', (each) => loaded.push(new URL(each.url()).pathname));
  const sent = sentBy(page);
  const ofProof = () => loaded.filter((path) => /challenge|worker/.test(path));

  await page.goto(`/s/${code}`);
  await answerAndSend(page);
  expect(ofProof()).toEqual([]);
  expect(sent[0]).not.toHaveProperty('proof');

  expect((await request.patch(`/api/touchpoints/${id}`, { data: { proof: true } })).status()).toBe(200);
  await page.goto(`/s/${code}`);
  await answerAndSend(page);
  expect(sent[1]?.proof).toMatch(/^17\.\d+\.[\w-]+\.\d+$/);
  expect(ofProof()).toEqual([`/api/touchpoints/${code}/challenge`, expect.stringContaining('/worker-')]);

  // Where the work cannot be done the answer is taken all the same.
  await page.route('**/challenge', (route) => route.abort());
  await page.goto(`/s/${code}`);
  await answerAndSend(page);
  expect(sent[2]).not.toHaveProperty('proof');
  await request.patch(`/api/touchpoints/${id}`, { data: { proof: false } });
});

test('a program that fills in everything gives itself away, before and after the page came to life', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'UBND phường Cái Khế');
  const sent = sentBy(page);
  await page.goto(`/s/${code}`);
  const trap = page.locator('[name=subject_line]');
  await expect(trap).toBeHidden();
  await expect(page.getByText('Trang 1/7')).toBeVisible();
  await answerOnPhone(page, SATISFIED);
  await trap.evaluate((field: HTMLInputElement) => {
    field.value = 'Giá rẻ';
  });
  await sendFrom(page);
  expect(sent[0]?.trap).toBe('Giá rẻ');

  await page.route(
    '**/assets/*.js',
    async (route) => {
      await page.evaluate(() => {
        for (const field of document.querySelectorAll<HTMLInputElement>('[name=subject_line]'))
          field.value = 'Giá rẻ';
      });
      await route.continue();
    },
    { times: 1 },
  );
  await page.goto(`/s/${code}`);
  await answerAndSend(page);
  expect(sent[1]?.trap).toBe('Giá rẻ');
});

test('whoever has to wait is told so in a plain sentence; the answer is kept and sends itself', async ({
  page,
  request,
}) => {
  const { code } = await touchpointOf(request, 'UBND phường Long Tuyền');
  const sent = sentBy(page);
  let full = true;
  const busy = {
    status: 429,
    headers: { 'retry-after': '3' },
    json: { status: 429, code: 'too_many_requests' },
  };
  await page.route('**/api/responses', (route: Route) => (full ? route.fulfill(busy) : route.continue()));
  await page.goto(`/s/${code}`);
  await answerOnPhone(page, SATISFIED);
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
  await expect(
    page.getByText('Có quá nhiều yêu cầu cùng lúc. Vui lòng chờ một lát rồi thử lại.'),
  ).toBeVisible();
  await expect(page.getByText('Xin đừng đóng trang này.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Có quá nhiều yêu cầu cùng lúc.')).toBeVisible();
  full = false;
  await expect(page.getByText('Mã biên nhận')).toBeVisible({ timeout: 30_000 });
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
});

test('without a program it is told so, too, and the form comes back with what was answered', async ({
  browser,
  request,
  baseURL,
}) => {
  const { code } = await touchpointOf(request, 'UBND phường Thới An Đông');
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(`/s/${code}`);
  for (const question of await criteria(page).all()) await level(question, 'Hài lòng').tap();
  await flood(request, code);
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
  await expect(
    page.getByText('Có quá nhiều yêu cầu cùng lúc. Vui lòng chờ một lát rồi thử lại.'),
  ).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(19);
  await context.close();
});

/** As much as a touchpoint takes in a minute; nothing of it can be stored. */
async function flood(request: APIRequestContext, touchpoint: string): Promise<void> {
  const now = new Date().toISOString();
  const rubbish = {
    touchpoint,
    questionnaire: 'none@1',
    answers: {},
    startedAt: now,
    answeredAt: now,
    locale: 'vi',
  };
  const responses = Array.from({ length: 200 }, () => ({ ...rubbish, id: crypto.randomUUID() }));
  for (let sent = 0; sent < LIMITS.touchpoint.most; sent += responses.length)
    expect((await request.post('/api/responses/batch', { data: { responses } })).status()).toBe(200);
}

function sentBy(page: Page): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = [];
  page.on('request', (each: Request) => {
    if (each.method() === 'POST' && each.url().endsWith('/api/responses')) bodies.push(each.postDataJSON());
  });
  return bodies;
}

async function answerAndSend(page: Page): Promise<void> {
  await answerOnPhone(page, SATISFIED);
  await sendFrom(page);
}

async function sendFrom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
  await expect(page.getByText('Mã biên nhận')).toBeVisible({ timeout: 20_000 });
}
