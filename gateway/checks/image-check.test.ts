import { describe, expect, test } from 'vitest';
import { useFakeHosts, type Answers, type HostAnswer } from './testing/fake-host.ts';
import {
  basic,
  bearer,
  credential,
  failed,
  own,
  registryHosts,
  right,
  unauthorized,
} from './testing/registry-answers.ts';

const hosts = await useFakeHosts(registryHosts);

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

/** Answers after the login. */
const atImage =
  (answer: (path: string, method: string) => HostAnswer) =>
  (path: string, method: string): HostAnswer =>
    path === '/v2/' ? { status: 200 } : answer(path, method);

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

  test('is not asked for after a failed login', async () => {
    hosts.answers = () => unauthorized('Basic');
    const { body } = await hosts.post('/api/registry-checks', {
      registry: 'registry.example.com',
      ...credential,
      images: [image],
    });
    expect([body.verdict, body.images, hosts.calls.length]).toEqual(['rejected', [], 2]);
  });

  test('that everybody may pull says nothing about the login', async () => {
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
  ])('that needs a login although `/v2/` does not: %s', async (_name, wanted, expected) => {
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

  test('may be stored on another host, which gets no credential', async () => {
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
