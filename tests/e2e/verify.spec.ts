import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { receiptOf } from '#domain/receipts.ts';
import { expectAccessible, expectNoSidewaysScroll, PHONE, touchpointOf } from './support.ts';

test.use(PHONE);

test('a receipt shows that its response is counted, and never an answer', async ({ page, request }) => {
  const { code } = await touchpointOf(request, 'UBND phường Thốt Nốt');
  const id = randomUUID();
  const at = new Date().toISOString();
  const answers = Object.fromEntries(Array.from({ length: 19 }, (_, index) => [`c${index + 15}`, '5']));
  const questionnaire = 'one-stop@1';
  const body = { id, touchpoint: code, questionnaire, answers, startedAt: at, answeredAt: at, locale: 'vi' };
  expect((await request.post('/api/responses', { data: body })).status()).toBe(201);

  await page.goto('/verify');
  await page.getByRole('textbox').fill('2222 2222 2222');
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(page.getByRole('alert')).toContainText('Chưa tìm thấy phiếu');

  await page.getByRole('textbox').fill(receiptOf(id).toLowerCase());
  await page.getByRole('textbox').press('Enter');
  await expect(page.getByRole('status')).toContainText(`Phiếu ${receiptOf(id)} đã được tính.`);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByText('Chứng minh dành cho người kiểm tra').click();
  await expect(page.getByRole('status')).toContainText('leafHash');
  await expect(page.getByRole('status')).not.toContainText('c15');
  await expectAccessible(page, '/verify');
  await expectNoSidewaysScroll(page, '/verify');
});
