import { describe, expect, test } from 'vitest';
import { useFakeHosts, type Answers } from './testing/fake-host.ts';
import {
  basic,
  bearer,
  credential,
  failed,
  hub,
  own,
  registryHosts,
  unauthorized,
} from './testing/registry-answers.ts';

const hosts = await useFakeHosts(registryHosts);

describe('of a registry alone', () => {
  test.each<[string, string, Answers, object]>([
    ['Basic, accepted', 'registry.example.com', basic(), { verdict: 'accepted', step: 'login' }],
    [
      'Basic, rejected',
      'registry.example.com',
      () => unauthorized('Basic realm="x"'),
      { verdict: 'rejected', status: 401 },
    ],
    [
      'Basic, forbidden',
      'registry.example.com',
      basic(() => failed(403, 'DENIED')),
      { verdict: 'rejected', status: 403 },
    ],
    [
      'the scheme in capitals',
      'registry.example.com',
      bearer(own.replace('Bearer', 'BEARER')),
      { verdict: 'accepted' },
    ],
    ['a token server, accepted', 'registry.example.com', bearer(own), { verdict: 'accepted' }],
    [
      'a token server, rejected',
      'registry.example.com',
      bearer(own, { token: () => failed(401, 'UNAUTHORIZED') }),
      { verdict: 'rejected', step: 'login', status: 401 },
    ],
    [
      'Docker Hub, by its key',
      'https://index.docker.io/v1/',
      bearer(hub, { token: () => ({ status: 200, body: { token: 'issued', access_token: 'issued' } }) }),
      { verdict: 'accepted' },
    ],
    [
      'another port of Docker Hub’s name, at which its keys pull nothing',
      'docker.io:5000',
      bearer(hub),
      { verdict: 'unreachable' },
    ],
    [
      'GitLab, whose login is at the product itself',
      'registry.gitlab.com',
      bearer('Bearer realm="https://gitlab.com/jwt/auth",service="container_registry"'),
      { verdict: 'accepted' },
    ],
    [
      'Azure, which gives an access_token',
      'acme.azurecr.io',
      bearer('Bearer realm="https://acme.azurecr.io/oauth2/token",service="acme.azurecr.io"', {
        token: () => ({ status: 200, body: { access_token: 'issued' } }),
      }),
      { verdict: 'accepted' },
    ],
    [
      'NVIDIA, whose login has a query already',
      'nvcr.io',
      bearer('Bearer realm="https://nvcr.io/proxy_auth?scope=repository:x:pull", service="nvcr"', {
        token: (query) =>
          query.get('scope') === 'repository:x:pull'
            ? { status: 200, body: { token: 'issued' } }
            : failed(400, 'X'),
      }),
      { verdict: 'accepted' },
    ],
    [
      'a login without a service',
      'quay.io',
      bearer('Bearer realm="https://quay.io/v2/auth"', {
        token: (query) =>
          query.has('service') ? failed(400, 'X') : { status: 200, body: { token: 'issued' } },
      }),
      { verdict: 'accepted' },
    ],
    [
      'Amazon, an expired token',
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
      basic(() => failed(403, 'DENIED')),
      { verdict: 'rejected' },
    ],
    [
      'Amazon, a malformed token',
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
      basic(() => ({ status: 400 })),
      { verdict: 'rejected', status: 400 },
    ],
    [
      '400 of any other registry',
      'registry.example.com',
      basic(() => ({ status: 400 })),
      { verdict: 'unsure', reason: 'unexpected' },
    ],
    [
      'everybody is let in',
      'registry.example.com',
      () => ({ status: 200, headers: { 'docker-distribution-api-version': 'registry/2.0' } }),
      { verdict: 'unsure', reason: 'anonymous', step: 'login' },
    ],
    [
      'too many requests',
      'registry.example.com',
      () => ({ status: 429, headers: { 'retry-after': '60' } }),
      { verdict: 'unsure', reason: 'rate-limited', step: 'service', retryAfterSeconds: 60 },
    ],
    [
      'too many logins',
      'registry-1.docker.io',
      bearer(hub, { token: () => ({ status: 429 }) }),
      { verdict: 'unsure', reason: 'rate-limited', step: 'login' },
    ],
    [
      'a fault of the registry',
      'registry.example.com',
      () => ({ status: 502 }),
      { verdict: 'unsure', reason: 'server-error' },
    ],
    [
      'a fault of the token server',
      'registry.example.com',
      bearer(own, { token: () => ({ status: 500 }) }),
      { verdict: 'unsure', reason: 'server-error', step: 'login' },
    ],
    [
      'no token in the answer',
      'registry.example.com',
      bearer(own, { token: () => ({ status: 200, body: '<p>hello' }) }),
      { verdict: 'unsure', reason: 'no-token' },
    ],
    [
      'a token that would end its header',
      'registry.example.com',
      bearer(own, { token: () => ({ status: 200, body: { token: 'a\r\nb: c' } }) }),
      { verdict: 'unsure', reason: 'no-token' },
    ],
    [
      'a firewall',
      'acme.azurecr.io',
      () => failed(403, 'DENIED'),
      { verdict: 'unsure', reason: 'blocked', step: 'service' },
    ],
    [
      'a login by other means',
      'registry.example.com',
      () => unauthorized('Negotiate'),
      { verdict: 'unsure', reason: 'other-login' },
    ],
    [
      'a web page',
      'registry.example.com',
      () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }),
      { verdict: 'other-service', reason: 'web-page', step: 'service' },
    ],
    [
      'a missing page',
      'registry.example.com',
      () => ({ status: 404, headers: { 'content-type': 'text/html' } }),
      { verdict: 'other-service', reason: 'web-page' },
    ],
    [
      'another service',
      'registry.example.com',
      () => ({ status: 404 }),
      { verdict: 'other-service', reason: 'other-answer' },
    ],
    [
      '401 that asks for nothing',
      'registry.example.com',
      () => ({ status: 401 }),
      { verdict: 'other-service' },
    ],
    [
      'a redirect to a page',
      'registry.example.com',
      () => ({ status: 302, headers: { location: 'https://login.example.net/' } }),
      { verdict: 'other-service', reason: 'redirected' },
    ],
    [
      'no answer',
      'registry.example.com',
      () => undefined,
      { verdict: 'unreachable', reason: 'no-answer', step: 'reach' },
    ],
    [
      'a certificate for another name',
      'other.example.com',
      basic(),
      { verdict: 'unreachable', reason: 'certificate-name' },
    ],
  ])('%s', async (_name, registry, answers, expected) => {
    hosts.answers = answers;
    const { status, body } = await hosts.post('/api/registry-checks', { registry, ...credential });
    expect([status, body]).toEqual([200, expect.objectContaining({ ...expected, images: [] })]);
    expect(body.ms).toBeGreaterThanOrEqual(0);
  });

  test.each(['gho_', 'ghs_', 'ghu_'])(
    'GitHub accepts the login of an app’s token (%s), which proves nothing',
    async (kind) => {
      const password = `${kind}notareal`;
      hosts.answers = ({ authorization, path }) => {
        if (path === '/token')
          return authorization === `Basic ${btoa(`jane:${password}`)}`
            ? { status: 200, body: { token: 'issued' } }
            : { status: 403 };
        return unauthorized('Bearer realm="https://ghcr.io/token",service="ghcr.io"');
      };
      const { body } = await hosts.post('/api/registry-checks', {
        registry: 'ghcr.io',
        username: 'jane',
        password,
      });
      expect(body).toMatchObject({ verdict: 'unsure', reason: 'app-token', step: 'login' });
    },
  );

  test('a password with colons and non-ASCII letters arrives as entered', async () => {
    const password = ':a:ü:密';
    hosts.answers = ({ authorization }) =>
      authorization === `Basic ${Buffer.from(`jane:${password}`).toString('base64')}`
        ? { status: 200 }
        : unauthorized('Basic');
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      username: 'jane',
      password,
    });
    expect(body).toMatchObject({ verdict: 'accepted' });
  });
});

describe('credentials are not sent', () => {
  test.each([
    ['to a token server of another domain', 'https://login.example.net/token', 'foreign-login'],
    ['over plain http', 'http://registry.example.com/token', 'foreign-login'],
    ['to a name within another name', 'https://registry.example.com.example.net/token', 'foreign-login'],
    ['to an address with a user', 'https://x@registry.example.com/token', 'foreign-login'],
    ['to what is no address', 'nowhere', 'other-login'],
  ])('%s', async (_name, realm, reason) => {
    hosts.answers = () => unauthorized(`Bearer realm="${realm}"`);
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
    });
    expect(body).toMatchObject({ verdict: 'unsure', reason, step: 'login' });
    expect(hosts.calls.map(({ host, authorization }) => [host, authorization])).toEqual([
      ['registry.example.com', undefined],
    ]);
  });

  test.each([
    'https://login.example.net/v2/',
    'http://registry.example.com/v2/',
    'https://registry.example.com:8443/v2/',
  ])('by a redirect to %s', async (location) => {
    hosts.answers = ({ authorization }) =>
      authorization === undefined ? unauthorized('Basic') : { status: 307, headers: { location } };
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
    });
    expect(body).toMatchObject({ verdict: 'unsure', reason: 'unexpected' });
    expect(hosts.calls.map(({ host }) => host)).toEqual(['registry.example.com', 'registry.example.com']);
  });

  test('more than twice after redirects of the same origin', async () => {
    hosts.answers = ({ path }) => ({ status: 301, headers: { location: `${path}again/` } });
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
    });
    expect([body.reason, hosts.calls.length]).toEqual(['redirected', 3]);
  });
});
