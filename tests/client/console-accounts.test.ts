import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#domain/roles.ts';
import { readAccountSheet } from '../../client/console/features/accounts/sheet.ts';
import { firstSteps, needsOf } from '../../client/console/features/home/needs.ts';
import type { Home } from '../../client/console/features/home/queries.ts';
import { browserOf } from '../../client/console/features/me/browser.ts';
import { formatFor } from '../../client/console/format.ts';
import texts from '../../client/locales/vi/console.json';

const names = Object.fromEntries(ROLES.map((role) => [role, texts.shell.roles[role]])) as Record<
  Role,
  string
>;

describe('a spreadsheet of accounts', () => {
  it('is read by its titles, in any order, without diacritics; roles by their names or codes', () => {
    const { rows, missing } = readAccountSheet(
      [
        ['VAI TRO', 'Họ và tên (*)', 'ten dang nhap', 'Cơ quan', 'Ghi chú'],
        ['can bo mot cua', 'Nguyễn Văn An', 'an', 'Sở Tư pháp', 'x'],
        ['', '', '', '', ''],
        ['inspector', 'Bình', 'binh', '', ''],
        ['Giám đốc', 'Chi', 'chi', '', ''],
      ],
      names,
    );
    expect(missing).toEqual([]);
    expect(rows).toEqual([
      { row: 2, role: 'counter_officer', name: 'Nguyễn Văn An', username: 'an', agency: 'Sở Tư pháp' },
      { row: 4, role: 'inspector', name: 'Bình', username: 'binh', agency: '' },
      { row: 5, role: 'Giám đốc', name: 'Chi', username: 'chi', agency: '' },
    ]);
  });

  it('says which columns it misses', () => {
    expect(readAccountSheet([['Họ và tên', 'Cơ quan']], names).missing).toEqual(['username', 'role']);
    expect(readAccountSheet([], names)).toEqual({
      rows: [],
      unknown: [],
      missing: ['username', 'name', 'role'],
    });
  });
});

const month = { year: 2026, index: 12, from: '2026-11-15', to: '2026-12-14' };
const HOME: Home = {
  month,
  previousMonth: month,
  touchpoints: { open: 4, printed: true },
  devices: { n: 2, silent: { n: 0, named: [] }, unsent: { n: 0, named: [] } },
  accounts: { n: 5, expired: 0, unused: { n: 0, named: [] } },
  comments: { since: '2026-10-22', unread: 0, allegations: 0 },
  quietAgencies: { of: 3, n: 0, named: [] },
};
const format = formatFor('vi');
const ids = (needs: { id: string }[]) => needs.map(({ id }) => id);

describe('the home page', () => {
  it('leads a new installation from printing over tablets to accounts', () => {
    const fresh: Home = {
      ...HOME,
      touchpoints: { open: 4, printed: false },
      devices: { ...HOME.devices, n: 0 },
      accounts: { n: 1, expired: 0, unused: { n: 0, named: [] } },
      quietAgencies: { of: 3, n: 3, named: [] },
    };
    expect(ids(firstSteps(fresh, ['touchpoints.write', 'devices.write', 'accounts.write']))).toEqual([
      'print',
      'tablet',
      'accounts',
    ]);
    expect(needsOf(fresh, ['touchpoints.write'], format)).toEqual([]);
  });

  it('asks nobody for what they may not do', () => {
    const empty: Home = { ...HOME, touchpoints: { open: 0, printed: false }, accounts: null };
    expect(firstSteps(empty, [])).toEqual([]);
    expect(needsOf(empty, [], format)).toEqual([]);
    expect(ids(needsOf(empty, ['touchpoints.write'], format))).toEqual(['touchpoints']);
  });

  it('asks for comments to be read, allegations first, and leads to just those that were counted', () => {
    const home: Home = { ...HOME, comments: { since: '2026-10-22', unread: 1200, allegations: 2 } };
    expect(needsOf(home, ['comments.read'], format)).toEqual([]);
    expect(needsOf(home, ['comments.read', 'comments.write'], format)).toEqual([
      {
        id: 'allegations',
        words: { n: '2' },
        to: '/comments?flagged=allegation&status=new&from=2026-10-22',
      },
      { id: 'comments', words: { n: '1.200' }, to: '/comments?status=new&from=2026-10-22' },
    ]);
  });

  it('names a few of those concerned, and counts the others', () => {
    const named = { id: 'd', name: 'Máy 1', agency: 'Sở Tư pháp', lastSeenAt: null, unsent: 12 };
    const needs = needsOf(
      { ...HOME, devices: { ...HOME.devices, unsent: { n: 7, named: [named] } } },
      [],
      format,
    );
    expect(needs).toEqual([
      { id: 'unsent', words: { n: '7' }, to: '/kiosks', named: ['Máy 1 – Sở Tư pháp (12)'], more: 6 },
    ]);
  });
});

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge', 'Windows'],
    [
      'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1', 'Safari', 'iPhone'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox', 'Linux'],
  ])('is called as people call it: %s', (userAgent, browser, system) => {
    expect(browserOf(userAgent)).toEqual({ browser, system });
  });

  it('that is not known is not guessed', () => {
    expect(browserOf('curl/8.0')).toBe(null);
  });
});
