import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from '../../client/survey/address.ts';

const read = (address: string) => readAddress(new URL(address, 'http://localhost'));

describe('the address', () => {
  it.each([
    ['/s/7KQMP3XR', { manner: 'phone', typed: '7KQMP3XR', code: '7KQMP3XR' }],
    ['/s/7kqm-p3xr/', { manner: 'phone', typed: '7kqm-p3xr', code: '7KQMP3XR' }],
    ['/s/HELLO', { manner: 'phone', typed: 'HELLO', code: null }],
    ['/s/', { manner: 'phone', typed: '', code: null }],
    ['/kiosk?touchpoint=7KQM-P3XR', { manner: 'kiosk', typed: '7KQM-P3XR', code: '7KQMP3XR' }],
    ['/kiosk', { manner: 'kiosk', typed: '', code: null }],
  ])('%s says how and for which touchpoint', (address, expected) => {
    expect(read(address)).toEqual(expected);
  });

  it.each(['phone', 'kiosk'] as const)('is found again from a code typed by hand: %s', (manner) => {
    expect(read(addressOf(manner, '7KQMP3XR'))).toMatchObject({ manner, code: '7KQMP3XR' });
  });
});
