import { expect, test } from '@playwright/test';
import { findCodes, openPdf, pageAsDots } from '../support/printed.ts';
import { PHONE, touchpointOf } from './support.ts';

test.use(PHONE);

for (const layout of ['poster', 'tent', 'stickers'])
  test(`the code on a printed ${layout} opens the questionnaire on a phone`, async ({ page, request }) => {
    const { code, agency } = await touchpointOf(request, 'UBND phường Ninh Kiều');
    const reply = await request.get(`/api/print/${layout}.pdf?touchpoints=${code}`);
    expect(reply.status()).toBe(200);
    const [printed] = await findCodes(await pageAsDots(await openPdf(await reply.body()), 1));
    await page.goto(printed?.text ?? '');
    await expect(page.getByText(agency.name).first()).toBeVisible();
    await expect(page.locator('fieldset').first()).toBeVisible();
  });
