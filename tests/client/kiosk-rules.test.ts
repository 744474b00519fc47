import { afterEach, describe, expect, it, vi } from 'vitest';
import { cornerClosedFor, tryCornerCode, waitAfter } from '../../client/survey/kiosk/corner-code.ts';
import { stateOf } from '../../client/survey/kiosk/room.ts';
import { waitBefore } from '../../client/survey/kiosk/station.ts';
import { partOf } from '../../client/survey/kiosk/worker/ranges.ts';
import { DEVICE, pairedStore } from './kiosk-store.ts';

const MB = 1024 * 1024;

describe('a tablet', () => {
  it('waits from one second to five minutes between its tries, never in step with others', () => {
    const middle = [1, 2, 3, 9, 30].map((attempt) => waitBefore(attempt, () => 0.5));
    expect(middle).toEqual([1000, 2000, 4000, 256_000, 300_000]);
    expect(waitBefore(1, () => 0)).toBe(750);
    expect(waitBefore(1, () => 1)).toBe(1250);
  });

  it.each([
    [0, 4096, 'enough'],
    [4060, 4096, 'low'],
    [4093, 4096, 'full'],
    [5000, 4096, 'full'],
  ])('with %i of %i MB used has room: %s', (used, all, state) => {
    expect(stateOf(used * MB, all * MB)).toBe(state);
  });

  it('takes a browser that does not tell to have room', () => {
    expect(stateOf(null, null)).toBe('enough');
  });

  it('answers a player with the part of a kept file that it asks for', async () => {
    const whole = () => new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } });
    const part = await partOf(whole(), 'bytes=2-4');
    expect([part.status, await part.text()]).toEqual([206, '234']);
    expect((await partOf(whole(), 'bytes=7-')).headers.get('content-range')).toBe('bytes 7-9/10');
    expect((await partOf(whole(), 'bytes=10-')).status).toBe(416);
    expect((await partOf(whole(), 'lines=1')).status).toBe(200);
  });
});

describe('the staff corner', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('takes longer and longer to guess, at most an hour', () => {
    expect([1, 2, 3, 4, 5, 40].map(waitAfter)).toEqual([0, 0, 30_000, 60_000, 120_000, 3_600_000]);
  });

  it('stays closed after three wrong codes, also for the right one, and opens when the wait is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const db = await pairedStore();
    for (const wrong of ['1', '', '999999']) expect(await tryCornerCode(db, wrong)).toBe(false);
    expect(await cornerClosedFor(db)).toBe(30);
    expect(await tryCornerCode(db, DEVICE.cornerCode)).toBe(false);
    vi.setSystemTime(Date.now() - 365 * 86_400_000);
    expect(await cornerClosedFor(db)).toBe(30);
    vi.setSystemTime(Date.now() + 366 * 86_400_000);
    expect(await tryCornerCode(db, `${DEVICE.cornerCode.slice(0, 3)} ${DEVICE.cornerCode.slice(3)}`)).toBe(
      true,
    );
    db.close();
  });

  it('counts codes that are tried at once one by one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const db = await pairedStore();
    const tried = ['1', '2', '3', DEVICE.cornerCode].map((code) => tryCornerCode(db, code));
    expect(await Promise.all(tried)).toEqual([false, false, false, false]);
    expect(await cornerClosedFor(db)).toBe(30);
    db.close();
  });
});
