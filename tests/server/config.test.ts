import { expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

const OIDC = {
  OIDC_ISSUER: 'https://sso.example',
  OIDC_CLIENT_ID: 'lang-nghe',
  OIDC_CLIENT_SECRET: 'secret',
};

it('takes single sign-on with all three of its settings, and none without them', () => {
  expect(readConfig({}).singleSignOn).toBeNull();
  expect(readConfig({ ...OIDC, OIDC_USERNAME_CLAIM: '' }).singleSignOn).toEqual({
    issuer: new URL('https://sso.example'),
    clientId: 'lang-nghe',
    clientSecret: 'secret',
    usernameClaim: null,
  });
});

it.each([
  [{ ...OIDC, OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET/],
  [{ ...OIDC, OIDC_ISSUER: 'http://sso.example' }, /OIDC_ISSUER: must be https/],
  [{ PORT: '99999', LOG_LEVEL: 'loud' }, /PORT.*LOG_LEVEL/s],
])('refuses %j and names what is wrong', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});
