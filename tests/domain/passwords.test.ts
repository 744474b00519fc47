import { describe, expect, it } from 'vitest';
import { passwordFaults } from '#domain/passwords.ts';

const faultOf = (password: string) => passwordFaults(password, 'minh.khai')[0]?.code ?? null;

describe('a password that somebody chose', () => {
  it.each([
    ['bún cá sông Hậu 71', null],
    ['ngắn quá', 'password_too_short'],
    ['minh.khaiminh.khai', 'password_like_username'],
    ['minh.khai2026', 'password_like_username'],
    ['aaaaaaaaaaaaaaaa', 'password_too_common'],
    ['matkhau123456', 'password_too_common'],
    ['', 'password_too_short'],
  ])('%s: %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault);
  });

  it('is counted in characters, not in bytes', () => {
    expect(faultOf('ườngđạoạnông')).toBe(null);
    expect(faultOf('🌾🌊🐟🌾🌊🐟')).toBe('password_too_short');
  });
});
