// What several journeys share: finding a touchpoint, reading figures, answering, judging a screen.
import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import type { AgencyResults, AgencyRow, Results } from '#domain/results.ts';
import type { TouchpointKind } from '#domain/touchpoints.ts';

export const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
export const TABLET = { viewport: { width: 800, height: 1280 }, hasTouch: true };
export const DESK = { viewport: { width: 1280, height: 800 } };

/** Every day that a journey can meet, so that no figure depends on the hour at which it runs. */
export const ALL_DAYS = 'from=2020-01-01&to=2050-01-01&questionnaire=one-stop@1';

export const DONT_KNOW = 'Không biết / chưa trải nghiệm';
export const SATISFIED = ['Hài lòng', 'Rất hài lòng'];

export interface Touchpoint {
  code: string;
  kind: TouchpointKind;
  questionnaire: string;
  agency: { id: string; name: string };
}

/** The agency's touchpoint with the one-stop questionnaire. Each journey that sends has an agency of its own. */
export async function touchpointOf(
  request: APIRequestContext,
  agency: string,
  kind: TouchpointKind = 'counter',
): Promise<Touchpoint> {
  const { touchpoints } = await readJson<{ touchpoints: Touchpoint[] }>(request, '/api/touchpoints');
  const found = touchpoints.find(
    (each) => each.agency.name === agency && each.kind === kind && each.questionnaire === 'one-stop@1',
  );
  if (!found) throw new Error(`the demo has no ${kind} of ${agency} with the one-stop questionnaire`);
  return found;
}

/** The agency's row of the ranking over all days. */
export async function rowOf(request: APIRequestContext, agency: string): Promise<AgencyRow> {
  const { agencies } = await readJson<AgencyResults>(request, `/api/results/agencies?${ALL_DAYS}`);
  const row = agencies.find(({ id }) => id === agency);
  if (!row) throw new Error(`no row for ${agency}`);
  return row;
}

/** The agency's tree over all days. */
export function resultsOf(request: APIRequestContext, agency: string): Promise<Results> {
  return readJson<Results>(request, `/api/results?agency=${agency}&${ALL_DAYS}`);
}

export async function readJson<T>(request: APIRequestContext, path: string): Promise<T> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return (await response.json()) as T;
}

/** The criteria on the screen, each a group with its levels. */
export function criteria(page: Page): Locator {
  return page.locator('fieldset.rating');
}

export function level(question: Locator, word: string): Locator {
  return question.getByRole('radio', { name: word, exact: true });
}

/** Taps an answer to every criterion, page by page, and arrives at "about you". */
export async function answerOnPhone(page: Page, words: readonly string[]): Promise<void> {
  const left = [...words];
  for (let at = 1; left.length > 0; at++) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Trang ${at}/7`);
    for (const question of await criteria(page).all()) await level(question, left.shift() ?? '').tap();
    await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang 6/7');
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const [content = 0, screen = 0] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `width of ${where}`).toBeLessThanOrEqual(screen);
}

/** Everything that a machine can find against WCAG 2.2 AA. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
  expect(found, where).toEqual([]);
}
