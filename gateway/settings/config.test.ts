import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

describe('parseConfig', () => {
  test('has defaults for everything', () => {
    expect(parseConfig({ PATH: '/bin' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'warn',
      allowedOrigins: [],
      connectSrc: [],
      keySettings: {
        keysFolder: undefined,
        serviceKey: undefined,
        sdkVariables: {},
        vcapServices: undefined,
        bindingRoot: undefined,
        kymaRoot: '/etc/secrets/sapcp',
        sdkFolder: undefined,
      },
      proxy: { http: '', https: '', exceptions: '' },
      store: {},
      signIn: { mode: 'off', exposed: false },
      trustedProxies: [],
      accessFile: undefined,
      checks: { allowedHosts: [] },
      audit: { stdout: false, retentionDays: 400 },
      limits: { writesPerMinute: 300, signInsPerMinute: 60 },
      approvalAbove: undefined,
      metrics: { port: undefined, token: undefined },
      webhookUrl: undefined,
    });
  });

  test('reads every variable', () => {
    const config = parseConfig({
      HOST: '0.0.0.0',
      CONSOLE_AUTH: 'off',
      PORT: '0',
      LOG_LEVEL: 'info',
      ALLOWED_HOSTS: 'Console.example.com, b.example:8443 http://10.1.2.3:8080/,[fd00::1]',
      CONNECT_SRC: 'https://proxy.example.com/,https://b.example:8443 http://localhost:9000',
      AICORE_SERVICE_KEYS_DIR: '/keys',
      AICORE_SERVICE_KEY: '{}',
      VCAP_SERVICES: '{}',
      SERVICE_BINDING_ROOT: '/bindings',
      AICORE_CLIENT_ID: 'client',
      HOME: '/home/admin',
      HTTPS_PROXY: 'http://proxy.example:3128',
      HTTP_PROXY: 'proxy.example:8080',
      NO_PROXY: '.internal.example',
      CONSOLE_DATA_DIR: '/var/lib/console',
      DATABASE_URL: 'postgres://console:pw@db.example/console',
      AUDIT_LOG: 'stdout',
      AUDIT_RETENTION_DAYS: '30',
      EXPIRY_WEBHOOK_URL: 'https://hooks.example/services/x',
      METRICS_PORT: '9090',
      METRICS_TOKEN: 'a-token-of-prometheus',
      WRITES_PER_MINUTE: '50',
      SIGN_INS_PER_MINUTE: '5',
      TRUSTED_PROXIES: '10.0.0.0/8, fd00::1',
      CONSOLE_ACCESS_FILE: '/etc/console/access.yaml',
      CHECK_ALLOW_HOSTS: 'Registry.corp.example, 127.0.0.1:5000 [fd00::1]:5000',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 0,
      logLevel: 'info',
      allowedOrigins: [
        'https://console.example.com',
        'https://b.example:8443',
        'http://10.1.2.3:8080',
        'https://[fd00::1]',
      ],
      connectSrc: ['https://proxy.example.com', 'https://b.example:8443', 'http://localhost:9000'],
      keySettings: {
        keysFolder: '/keys',
        serviceKey: '{}',
        sdkVariables: { AICORE_CLIENT_ID: 'client' },
        vcapServices: '{}',
        bindingRoot: '/bindings',
        kymaRoot: '/etc/secrets/sapcp',
        sdkFolder: '/home/admin/.aicore',
      },
      proxy: {
        https: 'http://proxy.example:3128',
        http: 'http://proxy.example:8080',
        exceptions: '.internal.example',
      },
      store: { dataFolder: '/var/lib/console', databaseUrl: 'postgres://console:pw@db.example/console' },
      signIn: { mode: 'off', exposed: true },
      trustedProxies: ['10.0.0.0/8', 'fd00::1'],
      accessFile: '/etc/console/access.yaml',
      checks: { allowedHosts: ['registry.corp.example', '127.0.0.1:5000', '[fd00::1]:5000'] },
      audit: { stdout: true, retentionDays: 30 },
      limits: { writesPerMinute: 50, signInsPerMinute: 5 },
      approvalAbove: undefined,
      metrics: { port: 9090, token: 'a-token-of-prometheus' },
      webhookUrl: 'https://hooks.example/services/x',
    });
  });

  test('the folder of SAP’s SDKs can be set, and lower-case proxy variables win', () => {
    const config = parseConfig({
      HOME: '/home/admin',
      AICORE_HOME: '/srv/aicore',
      https_proxy: 'http://small.example:1',
      HTTPS_PROXY: 'http://large.example:2',
    });
    expect([config.keySettings.sdkFolder, config.proxy.https]).toEqual([
      '/srv/aicore',
      'http://small.example:1',
    ]);
  });

  test('white space around a value and brackets around an address are ignored', () => {
    const { host, port, signIn } = parseConfig({ HOST: ' [::1]\r', PORT: '8081\r', CONSOLE_AUTH: 'off ' });
    expect({ host, port, signIn }).toEqual({
      host: '::1',
      port: 8081,
      signIn: { mode: 'off', exposed: false },
    });
  });

  test('checks can be switched off', () => {
    expect(parseConfig({ CHECKS: 'off' }).checks).toBeUndefined();
  });

  test.each(['', ' '])('an empty variable ("%s") is an absent one', (empty) => {
    expect(parseConfig({ PORT: empty, AICORE_SERVICE_KEY: empty })).toEqual(parseConfig({}));
  });

  test.each([
    ['PORT', 'planted', 'whole number'],
    ['PORT', '65536', 'whole number'],
    ['PORT', '-1', 'whole number'],
    ['LOG_LEVEL', 'loud', 'one of fatal'],
    ['CONSOLE_AUTH', 'on', 'off'],
    ['PUBLIC_URL', 'http://console.example.com', 'origin'],
    ['PUBLIC_URL', 'https://console.example.com/path', 'origin'],
    ['OIDC_ISSUER', 'http://id.example.com', 'https address'],
    ['OIDC_SCOPES', 'profile', 'openid'],
    ['SESSION_IDLE_MINUTES', '0', 'whole number'],
    ['SESSION_MAX_HOURS', '1000', 'whole number'],
    ['TRUSTED_PROXIES', 'proxy.example.com', 'addresses'],
    ['HEADER_USER', 'X Forwarded', 'header'],
    ['SIGN_OUT_URL', '//evil.example', 'path'],
    ['ALLOWED_HOSTS', 'https://console.example.com/path', 'host names'],
    ['ALLOWED_HOSTS', 'ftp://console.example.com', 'host names'],
    ['ALLOWED_HOSTS', '*.example.com', 'host names'],
    ['ALLOWED_HOSTS', 'jo:pw@example.com', 'host names'],
    ['CONNECT_SRC', 'https://*.example.com', 'origins'],
    ['CONNECT_SRC', 'https://*', 'origins'],
    ['CONNECT_SRC', 'https:', 'origins'],
    ['CONNECT_SRC', 'http://proxy.example.com', 'origins'],
    ['CONNECT_SRC', 'https://proxy.example.com/path', 'origins'],
    ['CONNECT_SRC', "https://a.example;script-src 'unsafe-inline'", 'origins'],
    ['CONNECT_SRC', '*', 'origins'],
    ['DATABASE_URL', 'mysql://planted@db.example/console', 'PostgreSQL'],
    ['DATABASE_URL', 'planted', 'PostgreSQL'],
    ['CHECKS', 'on', 'off'],
    ['CHECK_ALLOW_HOSTS', 'https://registry.corp.example', 'host names'],
    ['CHECK_ALLOW_HOSTS', '*', 'host names'],
    ['CHECK_ALLOW_HOSTS', 'registry.corp.example/team', 'host names'],
    ['HTTPS_PROXY', 'socks5://planted:1080', 'address of a proxy'],
    ['HTTPS_PROXY', 'http://proxy.example/planted', 'address of a proxy'],
    ['HTTP_PROXY', 'http://pl anted', 'address of a proxy'],
  ])('%s=%s is refused in one sentence', (name, value, words) => {
    expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be .*${words}[^\n]*\\.$`));
  });

  test.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('HOST=%s needs no decision', (host) => {
    expect(parseConfig({ HOST: host }).host).toBe(host);
  });

  test.each(['0.0.0.0', '::', '10.1.2.3', 'localhost.example.com', '127.example.com'])(
    'HOST=%s needs one',
    (host) => {
      expect(() => parseConfig({ HOST: host })).toThrow(
        /^HOST is not a loopback .*Set CONSOLE_AUTH to oidc, xsuaa or header, or to off/,
      );
      expect(parseConfig({ HOST: host, CONSOLE_AUTH: 'off' }).host).toBe(host);
    },
  );
});
