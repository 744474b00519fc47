import { expect, test } from '@playwright/test';
import { criteria, expectAccessible, PHONE, touchpointOf } from './support.ts';

test.use(PHONE);

test('a new touchpoint can be previewed and opened; after its code is renewed the old one says so', async ({
  page,
  request,
}) => {
  const { agency } = await touchpointOf(request, 'Sở Y tế');
  const created = await request.post('/api/touchpoints', {
    data: { agency: agency.id, kind: 'qr_poster', name: 'Áp phích tầng 2', questionnaire: 'one-stop@1' },
  });
  const { id, code } = await created.json();
  await page.goto(`/s/${code}?preview`);
  await expect(page.getByText('Bản xem trước – không gửi được câu trả lời.')).toBeVisible();
  await expectAccessible(page, 'the preview');
  await page.goto(`/s/${code}`);
  await expect(criteria(page).first()).toBeVisible();

  const renewed = await (await request.post(`/api/touchpoints/${id}/code`)).json();
  await page.goto(`/s/${code}`);
  await expect(page.getByText('Mã khảo sát này đã được thay bằng mã mới.')).toBeVisible();
  await expect(page.getByText('Điểm khảo sát này của: Sở Y tế.')).toBeVisible();
  await expectAccessible(page, 'the page of a replaced code');
  await page.goto(`/s/${renewed.code}`);
  await expect(criteria(page).first()).toBeVisible();
});
