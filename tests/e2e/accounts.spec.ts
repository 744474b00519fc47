// From an empty installation to colleagues who sign in, on a server of its own.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { findCodes, openPdf, pageAsDots } from '../support/printed.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { sheetFile } from './sheets.ts';
import { DESK, expectAccessible, expectNoSidewaysScroll } from './support.ts';

test.use(DESK);
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const ADMINISTRATOR = { name: 'Nguyễn Thị Minh Khai', username: 'minh.khai', password: 'bún cá sông Hậu 71' };
const COLLEAGUE = { name: 'Trần Văn Bình', username: 'van.binh', password: 'cá lóc đồng Tháp 88' };

let folder: string;
let server: ServerProcess;
/** Told to the colleague by the administrator. */
let firstPassword: string;
/** Of the colleague, none of them used. */
let recoveryCodes: string[];

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lang-nghe-e2e-'));
  server = await startServer(folder);
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('an installation is set up once, and the first poster is printed in a minute and a few clicks', async ({
  page,
  context,
}) => {
  const slower = await context.newPage();
  await fillSetUp(slower);
  await fillSetUp(page);
  expect(page.url()).toBe(`${server.url}/app/set-up`);
  await expect(page.getByText('22 sở, ban, ngành · 31 phường · 72 xã')).toBeVisible();
  await page.getByRole('button', { name: 'Xem và sửa danh sách' }).click();
  await expectFits(page, 'the set-up page');
  await page.getByRole('button', { name: 'Thiết lập và bắt đầu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Xin chào, ${ADMINISTRATOR.name}`);

  const clicks = await countClicks(page);
  const signedIn = Date.now();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'In mã QR' }).click();
  await page.getByRole('button', { name: /^In / }).first().click();
  await page.getByRole('button', { name: 'Tạo tệp PDF' }).click();
  const file = await readFile(await (await download).path());
  expect(Date.now() - signedIn).toBeLessThan(60_000);
  expect(clicks.count).toBeLessThanOrEqual(15);
  const [printed] = await findCodes(await pageAsDots(await openPdf(file), 1));
  await page.goto(printed?.text ?? '');
  await expect(page.locator('fieldset').first()).toBeVisible();

  await slower.getByRole('button', { name: 'Thiết lập và bắt đầu' }).click();
  await expect(slower.getByText('Có người khác vừa thiết lập xong trước')).toBeVisible();
});

test('an account is created, and its first password shown once', async ({ page }) => {
  await page.goto(`${server.url}/app/accounts?sort=name`);
  await signIn(page, ADMINISTRATOR);
  await expect(page).toHaveURL(`${server.url}/app/accounts?sort=name`);
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill(COLLEAGUE.name);
  await dialog.getByLabel('Tên đăng nhập').fill(ADMINISTRATOR.username);
  await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('cai rang');
  await page.getByRole('option', { name: 'UBND phường Cái Răng' }).click();
  await expectFits(page, 'the dialog of a new account');
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(dialog.getByText('Tên đăng nhập này đã có người dùng.').first()).toBeVisible();
  await dialog.getByLabel('Tên đăng nhập').fill(COLLEAGUE.username);
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const shown = page.getByRole('dialog', { name: `Mật khẩu cho ${COLLEAGUE.name}` });
  await expect(shown).toBeVisible();
  firstPassword = (await shown.getByText(/^\w{4}(-\w{4}){3}$/).textContent()) ?? '';
  await expectAccessible(page, 'the first password');
  await shown.getByRole('button', { name: 'Đã ghi lại' }).click();
  await expect(page.getByText(firstPassword)).toHaveCount(0);
  await expectFits(page, 'the accounts');
});

test('every screen of the administrator can be used by everybody, on a phone and with large text', async ({
  page,
}) => {
  await page.goto(`${server.url}/app/audit`);
  await signIn(page, ADMINISTRATOR);
  await expect(page.getByText('Điểm cuối của chuỗi nhật ký')).toBeVisible();
  for (const where of [
    'audit',
    'settings',
    'my-account',
    'accounts/import',
    'help',
    'help/in-ma-qr',
    'home',
  ]) {
    await page.goto(`${server.url}/app/${where}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Đang tải…')).toHaveCount(0);
    await expectFits(page, where);
  }
});

test('whoever has a first password chooses another, adds a second step, and needs it from then on', async ({
  page,
}) => {
  await page.goto(`${server.url}/app/sign-in?next=//elsewhere.example`);
  await expectFits(page, 'the sign-in page');
  await signIn(page, { ...COLLEAGUE, password: 'không phải mật khẩu' });
  await expect(page.getByRole('alert')).toHaveText('Tên đăng nhập hoặc mật khẩu chưa đúng.');
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(COLLEAGUE.username);
  await waitAfterTooMany(page);
  await signIn(page, { ...COLLEAGUE, password: firstPassword });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đặt mật khẩu của riêng mình');
  await expectFits(page, 'the choice of a password');
  await page.getByLabel('Mật khẩu được cấp').fill(firstPassword);
  await page.getByLabel('Mật khẩu mới').fill('matkhau123456');
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
  await expect(page.getByText('Mật khẩu này quá dễ đoán.')).toBeVisible();
  await page.getByLabel('Mật khẩu mới').fill(COLLEAGUE.password);
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
  await expect(page).toHaveURL(`${server.url}/app/home`);

  recoveryCodes = await addSecondStep(page);
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
  await expect(page).toHaveURL(`${server.url}/app/sign-in`);
  await signIn(page, COLLEAGUE);
  await page.getByLabel('Mã xác thực').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByRole('alert')).toHaveText('Mã xác thực chưa đúng hoặc đã được dùng.');
  await expectAccessible(page, 'the second step');
  await page.getByLabel('Mã xác thực').fill(recoveryCodes.pop() ?? '');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Xin chào, ${COLLEAGUE.name}`);
});

test('accounts come from a spreadsheet, each with a slip to print', async ({ page }) => {
  await page.goto(`${server.url}/app/accounts/import`);
  await signIn(page, ADMINISTRATOR);
  const lines = [
    ['Họ và tên', 'Tên đăng nhập', 'Vai trò', 'Cơ quan'],
    ['Phạm Thị Đào', 'thi.dao', 'Cán bộ một cửa', 'UBND phường Cái Răng'],
    ['Võ Văn Én', 'van.en', 'Cán bộ một cửa', ''],
  ];
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Tệp').click();
  await (await chooser).setFiles(await sheetFile('tai-khoan.xlsx', lines));
  await page.getByRole('button', { name: 'Tạo 2 tài khoản' }).click();
  await expect(page.getByText('Đã tạo 2 tài khoản.')).toBeVisible();
  await expect(page.getByText(/^\w{4}(-\w{4}){3}$/).first()).toBeVisible();
  await expectAccessible(page, 'the slips');
  await page.getByRole('link', { name: 'Đã in xong, về danh sách tài khoản' }).click();
  await expect(page.getByRole('link', { name: 'Võ Văn Én' })).toBeVisible();
});

test('an account is signed out everywhere, locked and opened, and given another first password', async ({
  page,
  browser,
}) => {
  const theirs = await (await browser.newContext(DESK)).newPage();
  await theirs.goto(`${server.url}/app/sign-in`);
  await signIn(theirs, COLLEAGUE);
  await theirs.getByLabel('Mã xác thực').fill(recoveryCodes.pop() ?? '');
  await theirs.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(`Xin chào, ${COLLEAGUE.name}`);

  await page.goto(`${server.url}/app/accounts?q=binh`);
  await signIn(page, ADMINISTRATOR);
  await page.getByRole('link', { name: COLLEAGUE.name }).click();
  await decide(page, 'Đăng xuất mọi nơi');
  await expect(page.getByText(`Đã đăng xuất ${COLLEAGUE.name} ở mọi nơi.`)).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible();

  await decide(page, 'Khoá tài khoản');
  await expect(page.getByText('Đã khoá', { exact: true })).toBeVisible();
  await signIn(theirs, COLLEAGUE);
  await expect(theirs.getByRole('alert')).toBeVisible();
  await decide(page, 'Mở lại tài khoản');
  await expect(page.getByText('Đang dùng', { exact: true })).toBeVisible();

  await decide(page, 'Cấp lại mật khẩu');
  const shown = page.getByRole('dialog', { name: `Mật khẩu cho ${COLLEAGUE.name}` });
  const password = (await shown.getByText(/^\w{4}(-\w{4}){3}$/).textContent()) ?? '';
  await shown.getByRole('button', { name: 'Đã ghi lại' }).click();
  await expect(page.getByText('Chưa bật')).toBeVisible();
  await theirs.goto(`${server.url}/app/sign-in`);
  await signIn(theirs, { ...COLLEAGUE, password });
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Đặt mật khẩu của riêng mình');
  await theirs.context().close();
});

test('a session that ends under somebody’s hands is opened again, and nothing typed is lost', async ({
  page,
  context,
}) => {
  await page.goto(`${server.url}/app/accounts`);
  await signIn(page, ADMINISTRATOR);
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm tài khoản' });
  await dialog.getByLabel('Họ và tên').fill('Lê Thị Cúc');
  await dialog.getByLabel('Tên đăng nhập').fill('thi.cuc');
  await context.clearCookies();
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await again.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
  await again.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(again).toHaveCount(0);
  await expect(dialog.getByLabel('Họ và tên')).toHaveValue('Lê Thị Cúc');
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByRole('dialog', { name: 'Mật khẩu cho Lê Thị Cúc' })).toBeVisible();
});

/** Chooses what is to be done with the account shown, and says yes. */
async function decide(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: what }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, what);
  await dialog.getByRole('button', { name: what, exact: true }).click();
}

async function fillSetUp(page: Page): Promise<void> {
  await page.goto(server.said);
  await page.getByRole('combobox', { name: 'Tên tỉnh, thành phố' }).fill('can tho');
  await page.getByRole('option', { name: 'Thành phố Cần Thơ' }).click();
  await page.getByLabel('Họ và tên').fill(ADMINISTRATOR.name);
  await page.getByLabel('Tên đăng nhập').fill(ADMINISTRATOR.username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
}

async function signIn(page: Page, { username, password }: typeof COLLEAGUE): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** The server's own patience is tested at its level; here it is answered in its place, so that nobody waits for long. */
async function waitAfterTooMany(page: Page): Promise<void> {
  const problem = { status: 429, code: 'too_many_sign_ins' };
  await page.route(
    '**/api/session',
    (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '3', 'content-type': 'application/problem+json' },
        body: JSON.stringify(problem),
      }),
    { times: 1 },
  );
  const button = page.getByRole('button', { name: 'Đăng nhập', exact: true });
  await button.click();
  await expect(page.getByText(/^Còn [123] giây\.$/)).toBeVisible();
  await expect(button).toBeDisabled();
  await expect(button).toBeEnabled();
}

/** @returns the recovery codes */
async function addSecondStep(page: Page): Promise<string[]> {
  const { TOTP } = await import('otpauth');
  await page.goto(`${server.url}/app/my-account`);
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await page.getByLabel('Mật khẩu hiện tại').fill(COLLEAGUE.password);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const secret = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  await expectAccessible(page, 'the secret of the authenticator');
  await page.getByLabel('Mã 6 chữ số').fill(new TOTP({ secret: secret.replaceAll(' ', '') }).generate());
  await page.getByRole('button', { name: 'Bật', exact: true }).click();
  const codes = page.getByRole('dialog', { name: 'Mã dự phòng' });
  await expect(codes).toBeVisible();
  await expectAccessible(page, 'the recovery codes');
  const found = await codes.getByRole('listitem').allTextContents();
  await codes.getByRole('button', { name: 'Đã ghi lại' }).click();
  return found;
}

async function countClicks(page: Page): Promise<{ count: number }> {
  const clicks = { count: 0 };
  await page.exposeFunction('countClick', () => {
    clicks.count += 1;
  });
  await page.evaluate(() => {
    const { countClick } = window as unknown as { countClick: () => void };
    document.addEventListener('click', (event) => event.isTrusted && countClick(), true);
  });
  return clicks;
}

/** Accessible; and on a phone, and with text of twice the size, nothing is wider than the screen. */
async function expectFits(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await page.setViewportSize({ width: 360, height: 640 });
  await expectNoSidewaysScroll(page, `${where} on a phone`);
  await page.setViewportSize(DESK.viewport);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page, `${where} with large text`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
}
