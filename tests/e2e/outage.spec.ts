import { expect, type Page, type Route, test } from '@playwright/test';
import { answerOnPhone, PHONE, rowOf, touchpointOf } from './support.ts';

test.use(PHONE);

const ALL_SATISFIED = Array.from({ length: 19 }, () => 'Hài lòng');
const INTAKE = '**/api/responses';

test('without a server the page says that nothing is sent yet, and sends the same response later', async ({
  page,
  request,
}) => {
  const { code, agency } = await touchpointOf(request, 'UBND phường Cái Răng');
  const { n } = await rowOf(request, agency.id);
  const ids: string[] = [];
  const faults = [
    (route: Route) => route.abort('internetdisconnected'),
    (route: Route) => route.fulfill({ status: 503, json: { status: 503, code: 'overloaded' } }),
  ];
  await page.route(INTAKE, async (route) => {
    ids.push(idOf(route));
    await (faults.shift() ?? ((last: Route) => last.continue()))(route);
  });

  await answerAndSend(page, code);
  await expect(page.getByRole('heading', { name: 'Chưa gửi được – đang thử lại' })).toBeVisible();
  await expect(page.getByText('Không kết nối được với máy chủ.')).toBeVisible();
  await expect(page.getByText('Xin đừng đóng trang này.')).toBeVisible();
  expect((await rowOf(request, agency.id)).n).toBe(n);

  await expect(page.getByText('Hệ thống đang rất bận.')).toBeVisible();
  await page.getByRole('button', { name: 'Thử gửi ngay' }).tap();
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  expect((await rowOf(request, agency.id)).n).toBe(n + 1);
});

test('a response whose acknowledgement was lost is sent again and stored once', async ({ page, request }) => {
  const { code, agency } = await touchpointOf(request, 'UBND xã Phong Điền');
  const { n } = await rowOf(request, agency.id);
  const statuses: number[] = [];
  await page.route(INTAKE, async (route) => {
    const response = await route.fetch();
    statuses.push(response.status());
    await (statuses.length === 1 ? route.abort('connectionreset') : route.fulfill({ response }));
  });

  await answerAndSend(page, code);
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  expect(statuses).toEqual([201, 200]);
  expect((await rowOf(request, agency.id)).n).toBe(n + 1);
});

test('what could not be sent is sent after a reload of the tab', async ({ page, request }) => {
  const { code, agency } = await touchpointOf(request, 'UBND phường Bình Thuỷ');
  const { n } = await rowOf(request, agency.id);
  await page.route(INTAKE, (route) => route.abort('internetdisconnected'));
  await answerAndSend(page, code);
  await expect(page.getByRole('button', { name: 'Thử gửi ngay' })).toBeVisible();

  await page.unroute(INTAKE);
  await page.reload();
  await expect(page.getByText('Mã biên nhận')).toBeVisible();
  expect((await rowOf(request, agency.id)).n).toBe(n + 1);
});

async function answerAndSend(page: Page, code: string): Promise<void> {
  await page.goto(`/s/${code}`);
  await answerOnPhone(page, ALL_SATISFIED);
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
}

function idOf(route: Route): string {
  return (route.request().postDataJSON() as { id: string }).id;
}
