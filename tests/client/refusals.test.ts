import { describe, expect, it } from 'vitest';
import { ApiError } from '../../client/api.ts';
import { leadOf, nextPage } from '../../client/console/refusals.ts';

describe('a refusal', () => {
  it.each([
    [
      new ApiError(401, 'not_signed_in'),
      '/kiosks?pairing=7KQM-P3XR',
      '/sign-in?next=%2Fkiosks%3Fpairing%3D7KQM-P3XR',
    ],
    [new ApiError(401, 'not_signed_in'), '/', '/sign-in'],
    [new ApiError(401, 'not_signed_in'), '/sign-in?next=%2Fx', null],
    [new ApiError(401, 'wrong_credentials'), '/', null],
    [new ApiError(403, 'password_change_required'), '/agencies', '/password?next=%2Fagencies'],
    [new ApiError(403, 'not_allowed'), '/agencies', null],
    [new Error('bug'), '/agencies', null],
  ])('%s at %s leads to %s', (error, here, lead) => {
    expect(leadOf(error, here)).toBe(lead);
  });
});

describe('the page after signing in', () => {
  it.each(['/', '/agencies/a1?q=x&sort=name', '/kiosks?pairing=7KQM-P3XR'])('is %s', (page) => {
    expect(nextPage(`?next=${encodeURIComponent(page)}`)).toBe(page);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/x\\y',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'agencies',
    '',
    '/sign-in?next=%2Fsign-in',
    '/password',
  ])('is never %s', (page) => {
    expect(nextPage(`?next=${encodeURIComponent(page)}`)).toBe('/');
  });
});
