import { dockerHubKey } from './docker-hub.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegistryHost, registryIdentity } from './registry-host.ts';

const anyHost = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '1',
      '.',
      '/',
      ':',
      '@',
      '[',
      ']',
      '%',
      '*',
      '-',
      '_',
      ' ',
      '//',
      'https://',
      'v1',
    ),
  }),
);

describe('checkRegistryHost', () => {
  it.each([
    ['ghcr.io'],
    ['https://ghcr.io'],
    ['https://ghcr.io/'],
    ['ghcr.io/v2/'],
    ['registry.example.com:5000'],
    ['8.8.8.8:5000'],
    ['[2001:db8::1]:5000'],
    [dockerHubKey],
  ])('accepts %s without warnings', (host) => {
    expect(checkRegistryHost(host)).toEqual({ warnings: [] });
  });

  it.each([
    ['', 'empty', undefined],
    [' \n', 'empty', undefined],
    [' ghcr.io\n', 'white-space', 'ghcr.io'],
    ['\u200Bghcr.io', 'white-space', 'ghcr.io'],
    ['ghcr.io quay.io', 'white-space', undefined],
    ['HTTPS://ghcr.io', 'bad-scheme', 'ghcr.io'],
    ['oci://ghcr.io/team', 'bad-scheme', 'ghcr.io/team'],
    ['docker://docker.io/team/app', 'docker-hub', dockerHubKey],
    ['https://https://ghcr.io', 'bad-scheme', 'ghcr.io'],
    ['https:/ghcr.io', 'bad-scheme', 'ghcr.io'],
    ['//ghcr.io', 'bad-scheme', 'ghcr.io'],
    ['https://', 'bad-name', undefined],
    ['user:pass@ghcr.io', 'userinfo', 'ghcr.io'],
    ['ghcr.io?tab=tags', 'query', 'ghcr.io'],
    ['ghcr.io/team#readme', 'query', 'ghcr.io/team'],
    ['ghcr.io/team/app:1', 'has-image-path', 'ghcr.io'],
    ['https://ghcr.io:8443/team/app:1', 'has-image-path', 'ghcr.io:8443'],
    ['ghcr.io/team/app@sha256:00ff', 'has-image-path', 'ghcr.io'],
    ['team/app:1', 'has-image-path', dockerHubKey],
    ['redis:latest', 'has-image-path', dockerHubKey],
    ['redis@sha256:00ff', 'has-image-path', dockerHubKey],
    ['GHCR.io', 'uppercase', 'ghcr.io'],
    ['ghcr.io/Team', 'uppercase', 'ghcr.io/team'],
    ['ghcr.io:99999', 'bad-port', 'ghcr.io'],
    ['ghcr.io:', 'bad-port', 'ghcr.io'],
    ['ghcr.io:port', 'bad-port', 'ghcr.io'],
    ['fe80::1', 'bad-port', undefined],
    ['ghcr.io.', 'trailing-dot', 'ghcr.io'],
    ['ghcr..io', 'bad-name', undefined],
    ['-ghcr.io', 'bad-name', undefined],
    ['[ghcr.io]', 'bad-name', undefined],
    ['ghcr.io/v1', 'version-path', 'ghcr.io'],
    ['ghcr.io//team', 'bad-path', 'ghcr.io'],
    ['ghcr.io/*', 'bad-path', 'ghcr.io'],
    [`${'a'.repeat(60)}.io/${'b'.repeat(250)}`, 'too-long', `${'a'.repeat(60)}.io`],
  ])('refuses %j: %s', (host, code, suggestion) => {
    const problem = suggestion === undefined ? { code } : { code, suggestion };
    expect(checkRegistryHost(host)).toEqual({ problem, warnings: [] });
  });

  it.each([
    ['ghcr.io\\team', '\\', 'ghcr.io/team'],
    ['ghcr.io/%74eam', '%', 'ghcr.io'],
    ['ghcr.io,quay.io', ',', undefined],
    ['ghcr.io,', ',', 'ghcr.io'],
    ['"ghcr.io"', '"', 'ghcr.io'],
    ['gh_cr.io', '_', undefined],
    ['__proto__', '_', undefined],
    ['bücher.example', 'ü', 'xn--bcher-kva.example'],
    ['gh\u0000cr.io', '\u0000', undefined],
  ])('refuses %j for its character', (host, character, suggestion) => {
    const problem = { code: 'bad-character', character, ...(suggestion === undefined ? {} : { suggestion }) };
    expect(checkRegistryHost(host)).toEqual({ problem, warnings: [] });
  });

  it.each([
    'docker.io',
    'https://docker.io/',
    'DOCKER.IO',
    'registry-1.docker.io',
    'https://registry-1.docker.io/v2/',
    'hub.docker.com',
    'https://hub.docker.com/r/team/app',
    'registry.hub.docker.com',
    'docker.io/team/app:1',
    'https://index.docker.io/v1',
    'https://index.docker.io/team',
    'https://Index.Docker.io',
    'index.docker.io:443',
    ' index.docker.io.',
    '*.docker.io',
  ])('suggests the key that works for Docker Hub instead of %j', (host) => {
    expect(checkRegistryHost(host).problem?.suggestion).toBe(dockerHubKey);
  });

  it.each([
    'index.docker.io',
    'https://index.docker.io/',
    'https://index.docker.io/v1/',
    'http://index.docker.io/v2/',
  ])('only recommends the documented spelling over %s, which works', (host) => {
    expect(checkRegistryHost(host)).toEqual({
      warnings: [{ code: 'docker-hub-spelling', suggestion: dockerHubKey }],
    });
  });

  it.each([
    ['localhost:5000', 'loopback'],
    ['registry.localhost', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['[::1]:5000', 'loopback'],
    ['[::ffff:127.0.0.1]', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1:5000', 'private'],
    ['100.64.0.1', 'private'],
    ['[::ffff:10.0.0.1]', 'private'],
    ['[fd00::1]', 'private'],
    ['169.254.169.254', 'link-local'],
    ['[fe80::1]', 'link-local'],
    ['harbor.local', 'local-name'],
    ['registry.svc.internal', 'local-name'],
    ['harbor', 'single-label'],
    ['harbor:5000', 'single-label'],
  ])('warns that %s is not reached: %s', (host, kind) => {
    expect(checkRegistryHost(host)).toEqual({ warnings: [{ code: 'unreachable-address', kind }] });
  });

  it.each(['11.0.0.1', '172.32.0.1', '192.169.0.1', '100.128.0.1', 'local.example.com', '[2001:db8::1]'])(
    'does not warn about %s',
    (host) => {
      expect(checkRegistryHost(host).warnings).toEqual([]);
    },
  );

  it.each([
    ['http://ghcr.io', { code: 'http-scheme', suggestion: 'ghcr.io' }],
    ['http://ghcr.io:8080/', { code: 'http-scheme', suggestion: 'ghcr.io:8080/' }],
    ['https://ghcr.io:443', { code: 'default-port', suggestion: 'https://ghcr.io' }],
    ['ghcr.io/team', { code: 'path-prefix', path: 'team' }],
    ['ghcr.io/v2/team/', { code: 'path-prefix', path: 'team/' }],
    ['*.azurecr.io', { code: 'wildcard' }],
  ])('warns about %s', (host, warning) => {
    expect(checkRegistryHost(host)).toEqual({ warnings: [warning] });
  });

  it('never throws, and only suggests hosts without a problem', () => {
    fc.assert(
      fc.property(anyHost, (host) => {
        const suggestion = checkRegistryHost(host).problem?.suggestion;
        expect(suggestion).not.toBe(host);
        expect(suggestion === undefined ? undefined : checkRegistryHost(suggestion).problem).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('registryIdentity', () => {
  it.each([
    ['ghcr.io', ['https://ghcr.io', 'http://ghcr.io/', 'GHCR.IO', 'ghcr.io/v1/', 'ghcr.io/v2', ' ghcr.io. ']],
    ['ghcr.io/team', ['https://ghcr.io/v2/team/', 'ghcr.io/Team']],
    ['host.example:5000', ['HTTPS://host.example:5000/']],
    [
      'index.docker.io',
      ['docker.io', dockerHubKey, 'https://index.docker.io/v1/', 'hub.docker.com', 'docker.io:443'],
    ],
  ])('is %s for each of its spellings', (identity, spellings) => {
    expect([identity, ...spellings].map(registryIdentity)).toEqual(
      Array(spellings.length + 1).fill(identity),
    );
  });

  it('distinguishes hosts that select different images', () => {
    const hosts = [
      'ghcr.io',
      'ghcr.io/team',
      'ghcr.io:443',
      'ghcr.io:5000',
      'quay.io',
      '__proto__',
      'docker.io.example',
    ];
    expect(new Set(hosts.map(registryIdentity)).size).toBe(hosts.length);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyHost, (host) => {
        const identity = registryIdentity(host);
        expect(identity).toBe(identity.toLowerCase());
      }),
    );
  });

  it('does not depend on scheme, case, version path and trailing slash', () => {
    const port = fc.constantFrom('', ':443', ':5000');
    const path = fc.constantFrom('', '/team', '/team/app');
    fc.assert(
      fc.property(fc.domain(), port, path, (name, portText, binPath) => {
        const host = `${name}${portText}${binPath}`;
        const spellings = [
          `https://${host}`,
          `HTTP://${host}/`,
          host.toUpperCase(),
          `${name}${portText}/v2${binPath}/`,
        ];
        expect(new Set(spellings.map(registryIdentity))).toEqual(new Set([registryIdentity(host)]));
      }),
    );
  });
});
