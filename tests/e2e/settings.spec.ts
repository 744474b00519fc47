// What holds for the whole installation, on a server of its own: when offices are open decides what looks odd.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCommand, type ServerProcess, startServer } from '../support/process.ts';
import { DESK, expectAccessible, expectNoSidewaysScroll } from './support.ts';

test.use(DESK);

let folder: string;
let server: ServerProcess;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'lang-nghe-settings-'));
  runCommand(folder, 'province', 'create', '--code', '92');
  server = await startServer(folder);
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('opening hours are typed as people write them, put right, and kept', async ({ page }) => {
  await page.goto(`${server.url}/app/settings`);
  const monday = page.getByRole('group', { name: 'Thứ Hai' });
  const opens = monday.getByRole('textbox', { name: 'Thứ Hai, buổi 1, từ' });
  const save = page.getByRole('button', { name: 'Lưu' });
  await expect(save).toBeDisabled();
  await expectAccessible(page, 'the settings');

  await opens.fill('12h');
  await opens.press('Tab');
  await expect(opens).toHaveValue('12:00');
  await expect(opens).toHaveAccessibleDescription(/mở cửa trước, đóng cửa sau/);
  await save.click();
  await expect(page.getByRole('alert')).toContainText('Xin xem lại giờ làm việc');
  await expectAccessible(page, 'the settings with a wrong time');

  await opens.fill('7g');
  await opens.press('Tab');
  await expect(opens).toHaveValue('07:00');
  const tuesday = page.getByRole('group', { name: 'Thứ Ba' });
  await tuesday.getByRole('button', { name: 'Thứ Ba như ngày trước' }).press('Enter');
  await expect(tuesday.getByRole('textbox', { name: 'Thứ Ba, buổi 1, từ' })).toHaveValue('07:00');
  const saturday = page.getByRole('group', { name: 'Thứ Bảy' });
  await saturday.getByRole('button', { name: 'Bỏ buổi 1 của Thứ Bảy' }).click();
  await expect(saturday).toContainText('Nghỉ');
  await save.click();
  await expect(save).toBeDisabled();

  await page.reload();
  await expect(opens).toHaveValue('07:00');
  await expect(saturday).toContainText('Nghỉ');
  const { openingHours } = await (await page.request.get(`${server.url}/api/settings`)).json();
  expect(openingHours).toBe('Mon-Tue 07:00-11:30 13:30-17:00; Wed-Fri 07:30-11:30 13:30-17:00');
});

test('the settings fit a phone, and text of twice the size', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${server.url}/app/settings`);
  await expect(page.getByRole('group', { name: 'Chủ nhật' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'the settings');
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
  await expectNoSidewaysScroll(page, 'the settings at 200 %');
});
