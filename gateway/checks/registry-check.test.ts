import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startFakeHosts, type Answers, type FakeHosts, type HostAnswer } from './testing/fake-host.ts';

const credential = { username: 'jane', password: 'not-a-real-token' };
const right = `Basic ${btoa('jane:not-a-real-token')}`;

let hosts: FakeHosts;
beforeAll(async () => {
  hosts = await startFakeHosts([
    'registry-1.docker.io',
    'auth.docker.io',
    'ghcr.io',
    'registry.gitlab.com',
    'gitlab.com',
    'acme.azurecr.io',
    'nvcr.io',
    'quay.io',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    'registry.example.com',
    'auth.example.com',
    'store.example.net',
    'login.example.net',
  ]);
});
afterAll(() => hosts.close());
beforeEach(() => {
  hosts.calls.length = 0;
});

const unauthorized = (...challenges: string[]): HostAnswer => ({
  status: 401,
  headers: { 'www-authenticate': challenges },
  body: { errors: [{ code: 'UNAUTHORIZED' }] },
});
const failed = (status: number, code: string): HostAnswer => ({ status, body: { errors: [{ code }] } });
const index = (...platforms: string[]): HostAnswer => ({
  status: 200,
  body: {
    manifests: platforms.map((platform) => {
      const [os, architecture] = platform.split('/');
      return { digest: 'sha256:0', platform: { os, architecture } };
    }),
  },
});
const digest = `sha256:${'a'.repeat(64)}`;

/** A registry that logs in by Basic, and what it says to a request with the right credential. */
function basic(
  answer: (path: string, method: string) => HostAnswer = () => ({ status: 200, body: {} }),
): Answers {
  return ({ path, method, authorization }) =>
    authorization === right ? answer(path, method) : unauthorized('Basic realm="registry"');
}

/** A registry with a token server, and what it says to a request with a token. */
function bearer(
  challenge: string,
  options: {
    readonly token?: (query: URLSearchParams) => HostAnswer;
    readonly answer?: (path: string, method: string) => HostAnswer;
  } = {},
): Answers {
  const { token = () => ({ status: 200, body: { token: 'issued' } }), answer = () => ({ status: 200 }) } =
    options;
  const realm = /realm="https:\/\/([^/"]+)([^?"]*)/i.exec(challenge);
  return ({ host, path, method, query, authorization }) => {
    if (host === realm?.[1] && path === realm[2])
      return authorization === right ? token(query) : failed(401, 'UNAUTHORIZED');
    return authorization === 'Bearer issued' ? answer(path, method) : unauthorized(challenge);
  };
}

const hub = 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"';
const own = 'Bearer realm="https://registry.example.com/token",service="registry"';

/** What is answered behind the door. */
const atImage =
  (answer: (path: string, method: string) => HostAnswer) =>
  (path: string, method: string): HostAnswer =>
    path === '/v2/' ? { status: 200 } : answer(path, method);

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
      'Amazon, a token that is none',
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
      basic(() => ({ status: 400 })),
      { verdict: 'rejected', status: 400 },
    ],
    [
      '400 of any other',
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
      'a page that is not there',
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
    'GitHub logs the token of an app in (%s), which proves less than nothing',
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

  test('a password with colons and letters beyond ASCII arrives as it was typed', async () => {
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

describe('of an image', () => {
  const image = { repository: 'team/app', reference: '1.0' };
  test.each<[string, Answers, object]>([
    [
      'an index with linux/amd64',
      basic(atImage(() => index('linux/arm64', 'linux/amd64'))),
      { verdict: 'usable', reason: 'pullable', step: 'target' },
    ],
    [
      'an index without it',
      basic(atImage(() => index('linux/arm64', 'unknown/unknown'))),
      { verdict: 'not-usable', reason: 'no-platform', platforms: ['linux/arm64'] },
    ],
    [
      'a single image for it',
      basic(
        atImage((path) => ({
          status: 200,
          body: path.includes('/blobs/') ? { os: 'linux', architecture: 'amd64' } : { config: { digest } },
        })),
      ),
      { verdict: 'usable', reason: 'pullable' },
    ],
    [
      'a single image for another machine',
      basic(
        atImage((path) => ({
          status: 200,
          body: path.includes('/blobs/') ? { os: 'linux', architecture: 'arm64' } : { config: { digest } },
        })),
      ),
      { verdict: 'not-usable', reason: 'no-platform', platforms: ['linux/arm64'] },
    ],
    [
      'something without a platform',
      basic(atImage(() => ({ status: 200, body: {} }))),
      { verdict: 'usable', reason: 'platform-unknown' },
    ],
    [
      'a manifest that is too large',
      basic(atImage(() => ({ status: 200, body: 'x'.repeat(70_000) }))),
      { verdict: 'usable', reason: 'platform-unknown' },
    ],
    [
      'no access',
      basic(atImage(() => failed(403, 'DENIED'))),
      { verdict: 'not-usable', reason: 'no-access', status: 403 },
    ],
    [
      'no such image',
      basic(atImage(() => failed(404, 'NAME_UNKNOWN'))),
      { verdict: 'not-usable', reason: 'no-image' },
    ],
    [
      'no such tag',
      basic(atImage(() => failed(404, 'MANIFEST_UNKNOWN'))),
      { verdict: 'not-usable', reason: 'no-tag' },
    ],
    [
      'Harbor, which does not say which',
      basic(atImage(() => failed(404, 'NOT_FOUND'))),
      { verdict: 'not-usable', reason: 'not-found' },
    ],
    [
      'too many requests',
      basic(atImage(() => ({ status: 429 }))),
      { verdict: 'unsure', reason: 'rate-limited', step: 'target' },
    ],
    ['a fault', basic(atImage(() => ({ status: 503 }))), { verdict: 'unsure', reason: 'server-error' }],
    [
      'a token without access',
      bearer(own, { answer: () => failed(401, 'UNAUTHORIZED') }),
      { verdict: 'not-usable', reason: 'no-access' },
    ],
    [
      'no token for this image',
      bearer(own, {
        token: (query) =>
          query.has('scope') ? failed(403, 'DENIED') : { status: 200, body: { token: 'issued' } },
      }),
      { verdict: 'not-usable', reason: 'no-access', step: 'target' },
    ],
    [
      'a token for this image',
      bearer(own, {
        token: (query) => ({
          status: 200,
          body: { token: query.get('scope') === 'repository:team/app:pull' ? 'issued' : 'other' },
        }),
        answer: () => index('linux/amd64'),
      }),
      { verdict: 'usable', reason: 'pullable' },
    ],
  ])('%s', async (_name, answers, expected) => {
    hosts.answers = answers;
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images: [image],
    });
    expect(body).toMatchObject({ verdict: 'accepted', step: 'login', images: [{ ...image, ...expected }] });
  });

  test('several are asked for in their order, each with its own verdict', async () => {
    hosts.answers = basic(
      atImage((path) => (path.includes('gone') ? failed(404, 'NAME_UNKNOWN') : index('linux/amd64'))),
    );
    const images = [
      { repository: 'team/gone', reference: 'latest' },
      { repository: 'team/app', reference: digest },
    ];
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images,
    });
    expect(body.images).toMatchObject([
      { ...images[0], reason: 'no-image' },
      { ...images[1], reason: 'pullable' },
    ]);
  });

  test('is not asked for after a login that failed', async () => {
    hosts.answers = () => unauthorized('Basic');
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images: [image],
    });
    expect([body.verdict, body.images, hosts.calls.length]).toEqual(['rejected', [], 2]);
  });

  test('that everybody may pull says nothing of the login', async () => {
    hosts.answers = ({ path }) => (path === '/v2/' ? { status: 200, body: {} } : index('linux/amd64'));
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images: [image],
    });
    expect(body).toMatchObject({ reason: 'anonymous', images: [{ verdict: 'usable', reason: 'public' }] });
    expect(hosts.calls.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  test.each([
    ['accepted', right, { verdict: 'accepted', images: [{ reason: 'pullable' }] }],
    ['rejected', 'Basic other', { verdict: 'rejected', images: [{ verdict: 'rejected' }] }],
  ])('that asks for the login which the door did not: %s', async (_name, wanted, expected) => {
    hosts.answers = ({ path, authorization }) => {
      if (path === '/v2/' && authorization === undefined) return { status: 200, body: {} };
      if (authorization !== wanted) return unauthorized('Basic');
      return path === '/v2/' ? { status: 200, body: {} } : index('linux/amd64');
    };
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images: [image],
    });
    expect(body).toMatchObject(expected);
  });

  test('lies in a store of another host, which sees no credential', async () => {
    hosts.answers = ({ host, path, authorization }) => {
      if (host === 'store.example.net') return { status: 200, body: { os: 'linux', architecture: 'amd64' } };
      if (authorization !== right) return unauthorized('Basic');
      if (path.includes('/blobs/'))
        return { status: 307, headers: { location: 'https://store.example.net/x' } };
      return { status: 200, body: path === '/v2/' ? {} : { config: { digest } } };
    };
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images: [image],
    });
    expect(body.images).toMatchObject([{ reason: 'pullable' }]);
    expect(hosts.calls.at(-1)).toMatchObject({ host: 'store.example.net', authorization: undefined });
  });
});
