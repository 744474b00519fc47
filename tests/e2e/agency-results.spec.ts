// What an analyst does with one agency: from the ranking down to the levels of a criterion, and across groups of people.
import { expect, type Page, test } from '@playwright/test';
import type { Comparison } from '#domain/comparison-view.ts';
import type { AgencyResults, SlicesView } from '#domain/results.ts';
import { ALL_DAYS, DESK, expectAccessible, expectNoSidewaysScroll, PHONE, readJson } from './support.ts';

// Groups are counted when they are first asked for, which takes a while where a machine has other things to do.
test.describe.configure({ timeout: 180_000 });
test.use(DESK);

const NAME = 'UBND xã Phú Hữu';

test('an agency is gone through from the ranking to the levels of a criterion', async ({ page, request }) => {
  await page.goto('/app/results/agencies?period=last_12_months');
  await page.getByRole('link', { name: NAME }).first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(NAME);
  await expect(heading).toBeFocused();

  await opened(page, 'Thủ tục hành chính');
  await expect(page).toHaveURL(/node=procedures/);
  await opened(page, 'Thành phần hồ sơ người dân phải nộp là đúng quy định.');
  await expect(page).toHaveURL(/node=c20/);
  const levels = page.getByRole('table', { name: 'Phân bố câu trả lời: Thành phần hồ sơ' });
  await expect(levels.getByRole('row')).toHaveText([
    /^Mức/,
    /^Rất không hài lòng\d/,
    /^Không hài lòng\d/,
    /^Bình thường\d/,
    /^Hài lòng\d/,
    /^Rất hài lòng\d/,
  ]);
  await page.reload();
  await expect(levels).toBeVisible();
  await page.goBack();
  await expect(levels).toBeHidden();
  await expect(page.getByText('Thành phần hồ sơ người dân phải nộp').first()).toBeVisible();

  const { id } = (await readJson<AgencyResults>(request, `/api/results/agencies?${ALL_DAYS}`)).agencies.find(
    ({ name }) => name === NAME,
  ) ?? { id: '' };
  const { others } = await readJson<Comparison>(request, `/api/results/comparison?agency=${id}`);
  await expect(page.getByRole('row', { name: /^Trung bình UBND cấp xã/ })).toContainText(
    `${others?.agencies} cơ quan khác cùng nhóm`,
  );
});

test('a criterion is explained beside it, by keyboard too, in the language shown', async ({
  page,
  request,
}) => {
  await page.goto(`${await addressOf(page)}?node=officials`);
  const ask = page.getByRole('button', { name: /^Giải thích tiêu chí: Công chức có thái độ giao tiếp/ });
  await expect(ask).toHaveAttribute('aria-expanded', 'false');
  await ask.press('Enter');
  await expect(ask).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('Công chức có nói năng lịch sự và tôn trọng người dân không.')).toBeVisible();
  await expect(page.getByText('Việc có thể làm')).toBeVisible();
  await page.getByText('English', { exact: true }).click();
  await expect(
    page.getByText('Whether officials speak politely and treat people with respect.'),
  ).toBeVisible();
  // Citizens download none of it.
  const survey = await request.get('/survey/index.html');
  expect(await survey.text()).not.toContain('nói năng lịch sự');
});

test('groups of people are shown one way at a time, the withheld as withheld', async ({ page, request }) => {
  const address = await addressOf(page);
  await page.goto(address);
  const by = page.getByRole('combobox', { name: 'Chia theo' });
  await by.selectOption('Độ tuổi');
  await expect(page).toHaveURL(/by=age/);
  await by.selectOption('Nghề nghiệp');
  await expect(page).toHaveURL(/by=occupation/);
  await page.getByRole('combobox', { name: 'Xem tỷ lệ của' }).selectOption('Thủ tục hành chính');
  await expect(page).toHaveURL(/node=procedures/);

  const id = address.split('/').at(-1);
  const shown = new URL(page.url()).searchParams;
  expect([shown.get('by'), shown.get('node')]).toEqual(['occupation', 'procedures']);
  const { groups } = await readJson<SlicesView>(
    request,
    `/api/results/slices?agency=${id}&by=occupation&node=procedures`,
  );
  const withheld = groups.filter(({ hidden }) => hidden);
  expect(withheld.length).toBeGreaterThan(0);
  const section = page.getByRole('region', { name: 'Theo nhóm người trả lời' });
  for (const { text } of withheld)
    await expect(section.getByText(/^Không hiện: /)).toContainText(text.vi ?? '');
  await section.getByText('Bảng', { exact: true }).click();
  const table = section.getByRole('table');
  for (const { text, n, hidden } of groups) {
    const row = table.getByRole('row').filter({ hasText: text.vi ?? '' });
    await expect(row).toContainText(hidden ? 'Ẩn' : String(n));
    if (hidden) expect(await row.innerText()).not.toContain('%');
  }
});

test('the page of an agency is accessible in both languages, wide and narrow', async ({ page }) => {
  const address = await addressOf(page);
  for (const viewport of [DESK.viewport, PHONE.viewport]) {
    await page.setViewportSize(viewport);
    for (const language of ['vi', 'en']) {
      await page.addInitScript((code) => localStorage.setItem('console.language', code), language);
      await page.goto(`${address}?node=c23&by=age`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('combobox', { name: /^(Chia theo|Split by)$/ })).toBeVisible();
      await expect(page.locator('figure [role=img] svg').first()).toBeVisible();
      await page
        .getByRole('button', { name: /^(Giải thích tiêu chí|Explain the criterion)/ })
        .first()
        .click();
      await expectNoSidewaysScroll(page, `${language} at ${viewport.width}`);
      await expectAccessible(page, `${language} at ${viewport.width}`);
    }
  }
});

test('on paper every factor stands with its criteria, and no control', async ({ page }) => {
  await page.goto(`${await addressOf(page)}?node=c20`);
  const other = page
    .getByText('Công chức có thái độ giao tiếp lịch sự, tôn trọng đối với người dân.')
    .first();
  await expect(page.getByText('Thành phần hồ sơ người dân phải nộp').first()).toBeVisible();
  await expect(other).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(other).toBeVisible();
  for (const name of [/^Giải thích/, 'Tháng trước', /^Tải về/])
    await expect(page.getByRole('button', { name }).first()).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Chia theo' })).toBeHidden();
});

test('somebody else’s agency, or none, is a plain sentence', async ({ page }) => {
  await page.goto('/app/results/agencies/nobody');
  await expect(page.getByRole('alert')).toBeVisible();
});

async function addressOf(page: Page): Promise<string> {
  const { agencies } = await readJson<AgencyResults>(page.request, `/api/results/agencies?${ALL_DAYS}`);
  return `/app/results/agencies/${agencies.find(({ name }) => name === NAME)?.id}`;
}

async function opened(page: Page, branch: string): Promise<void> {
  const summary = page.locator('summary').filter({ hasText: branch });
  await summary.first().click();
  await expect(page.locator('details[open] > summary').filter({ hasText: branch })).toBeVisible();
}
