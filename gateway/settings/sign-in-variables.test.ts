import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const oidc = {
  CONSOLE_AUTH: 'oidc',
  OIDC_ISSUER: 'https://id.example.com/realms/acme',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'planted-secret',
  PUBLIC_URL: 'https://Console.example.com/',
};
const binding = {
  clientid: 'sb-console!t1',
  clientsecret: 'planted-secret',
  xsappname: 'console!t1',
  url: 'https://acme.authentication.example',
  uaadomain: 'authentication.example',
};

describe('CONSOLE_AUTH', () => {
  test('oidc has its settings, and allows the console’s own address', () => {
    const { signIn, allowedOrigins } = parseConfig({ ...oidc, HOST: '0.0.0.0', SESSION_MAX_HOURS: '12' });
    expect(signIn).toEqual({
      mode: 'oidc',
      issuer: 'https://id.example.com/realms/acme',
      clientId: 'console',
      clientSecret: 'planted-secret',
      scopes: 'openid profile email',
      groupsClaim: 'groups',
      publicUrl: 'https://console.example.com',
      idleMinutes: 60,
      maxHours: 12,
    });
    expect(allowedOrigins).toEqual(['https://console.example.com']);
  });

  test('xsuaa reads its binding, and leaves out the secret', () => {
    const expected = {
      mode: 'xsuaa',
      signOutUrl: '/do/logout',
      credentials: {
        clientid: 'sb-console!t1',
        xsappname: 'console!t1',
        url: 'https://acme.authentication.example',
        uaadomain: 'authentication.example',
      },
    };
    const common = { CONSOLE_AUTH: 'xsuaa', HOST: '0.0.0.0', SIGN_OUT_URL: '/do/logout' };
    const bindings = JSON.stringify({ xsuaa: [{ credentials: binding }] });
    expect(parseConfig({ ...common, VCAP_SERVICES: bindings }).signIn).toEqual(expected);
    expect(parseConfig({ ...common, XSUAA_SERVICE_KEY: JSON.stringify(binding) }).signIn).toEqual(expected);
  });

  test('header has the names that oauth2-proxy uses', () => {
    const { signIn } = parseConfig({ CONSOLE_AUTH: 'header', HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.7' });
    expect(signIn).toEqual({
      mode: 'header',
      user: 'X-Forwarded-User',
      name: 'X-Forwarded-Email',
      groups: 'X-Forwarded-Groups',
      signOutUrl: undefined,
    });
  });

  test('off differs from a gateway that only this machine can reach', () => {
    expect(parseConfig({}).signIn).toEqual({ mode: 'off', exposed: false });
    expect(parseConfig({ CONSOLE_AUTH: 'off', HOST: '0.0.0.0' }).signIn).toEqual({
      mode: 'off',
      exposed: true,
    });
  });

  test.each([
    [{ ...oidc, OIDC_ISSUER: '' }, 'OIDC_ISSUER'],
    [{ ...oidc, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    [{ ...oidc, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ CONSOLE_AUTH: 'header' }, 'TRUSTED_PROXIES'],
    [{ CONSOLE_AUTH: 'xsuaa' }, 'VCAP_SERVICES'],
    [{ CONSOLE_AUTH: 'xsuaa', XSUAA_SERVICE_KEY: '{"clientid":"planted-secret"}' }, 'XSUAA_SERVICE_KEY'],
    [{ CONSOLE_AUTH: 'xsuaa', VCAP_SERVICES: '{"xsuaa":[{"credentials":{}}]}' }, 'VCAP_SERVICES'],
  ])('%j is refused in one sentence', (env, words) => {
    const sentence = new RegExp(`^CONSOLE_AUTH=\\w+ needs [^\n]*${words}[^\n]*\\.$`);
    expect(() => parseConfig(env)).toThrow(sentence);
    expect(() => parseConfig(env)).not.toThrow('planted');
  });
});
