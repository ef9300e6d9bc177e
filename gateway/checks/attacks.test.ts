import { EventEmitter, once } from 'node:events';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ResolvedAddress } from './addresses.ts';
import { defaultLimits } from './check-gate.ts';
import { startFakeHosts, useFakeHosts } from './testing/fake-host.ts';

const credential = { username: 'planted-user', password: 'planted-password' };
const registry = 'registry.example.com';

/** The addresses of a host name, at its first lookup and at the following ones. */
const known = new Map<string, string[]>();
async function resolve(hostname: string): Promise<readonly ResolvedAddress[]> {
  const [address = '93.184.216.34', ...later] = known.get(hostname) ?? [];
  if (later.length > 0) known.set(hostname, later);
  return address.split(' ').map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 }));
}

const hosts = await useFakeHosts(
  [registry, 'auth.example.com', 'login.example.net', 'registry.example.com.example.net'],
  { resolve },
);
beforeEach(() => known.clear());

const check = (host: string) => hosts.post('/api/registry-checks', { registry: host, ...credential });
const asking = (challenge: string) => ({ status: 401, headers: { 'www-authenticate': challenge } });

/** One address of each range that is not public, and some of them in other notations. */
const specialAddresses = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.254',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.1.1',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.31.196.1',
  '192.52.193.1',
  '192.88.99.1',
  '192.168.0.1',
  '192.175.48.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::ffff:0:a00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a00:1',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];

describe('a name that leads to', () => {
  test.each(specialAddresses)('%s is not connected to', async (address) => {
    known.set(registry, [address]);
    const { body } = await check(registry);
    expect([body.reason, hosts.tunnels]).toEqual(['address-refused', []]);
  });

  test.each(['127.0.0.1', '169.254.169.254', 'fd00::1'])(
    'a public address and %s is not either',
    async (one) => {
      known.set(registry, [`8.8.8.8 ${one}`]);
      const { body } = await check(registry);
      expect([body.reason, hosts.tunnels]).toEqual(['address-refused', []]);
    },
  );

  test('a public address first and a private one later is looked up only once in a check', async () => {
    known.set(registry, ['8.8.8.8', '127.0.0.1']);
    hosts.answers = () => asking(`Bearer realm="https://${registry}/token"`);
    expect((await check(registry)).body.reason).toBe('rejected');
    expect(hosts.tunnels).toHaveLength(1);
    expect([(await check(registry)).body.reason, hosts.tunnels.length]).toEqual(['address-refused', 1]);
  });
});

describe('a host that is typed as', () => {
  test.each([
    '127.1',
    '127.0.1',
    '0',
    '0x0',
    '2130706433',
    '0x7f000001',
    '0x7F.0.0.1',
    '017700000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '2852039166',
    '0xA9FEA9FE',
    '0251.0376.0251.0376',
    '169.254.43518',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::FFFF:7F00:1]',
    '[::ffff:169.254.169.254]:443',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[fe80::1]:5000',
    'https://127.0.0.1/v2/',
    'HTTP://169.254.169.254/latest/meta-data',
  ])('%s is not connected to', async (host) => {
    const { body } = await check(host);
    expect([body.reason, hosts.tunnels]).toEqual(['address-refused', []]);
  });

  test.each([
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    'registry.example.com@127.0.0.1',
    'registry.example.com#@127.0.0.1',
    '127.0.0.1\\@registry.example.com',
    '[fe80::1%25eth0]',
    'registry.example.com:0x50',
    'registry.example.com\r\nhost: x',
    'registry.example.com%2f@x',
    'file:///etc/passwd',
    'gopher://127.0.0.1:11211/_',
    '',
  ])('%j is not a host', async (host) => {
    const answer = await check(host);
    expect([answer.status, hosts.tunnels]).toEqual([400, []]);
    expect(answer.text).not.toContain('planted');
  });
});

describe('a registry that sends the login to', () => {
  test.each([
    'https://login.example.net/token',
    'http://registry.example.com/token',
    'HTTP://REGISTRY.EXAMPLE.COM/token',
    'ftp://registry.example.com/token',
    'file:///etc/passwd',
    'https://169.254.169.254/latest',
    'https://127.0.0.1/token',
    'https://[::1]/token',
    'https://2130706433/token',
    'https://registry.example.com@login.example.net/token',
    'https://registry.example.com:x@login.example.net/token',
    'https://login.example.net\\\\@registry.example.com/token',
    'https://login.example.net#registry.example.com',
    'https://login.example.net?registry.example.com',
    'https://registry.example.com.example.net/token',
    'https://example.com.login.example.net/token',
    'https://xn--registry-example-com/token',
    '//login.example.net/token',
    '/token',
    '',
  ])('%s sees no credential there', async (realm) => {
    hosts.answers = () => asking(`Bearer realm="${realm}",service="x"`);
    const { body } = await check(registry);
    expect(body).toMatchObject({ verdict: 'unsure', step: 'login' });
    expect(hosts.calls.map(({ host, authorization }) => [host, authorization])).toEqual([
      [registry, undefined],
    ]);
  });

  test.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '::1', '64:ff9b::a00:1'])(
    'a host of its own domain at %s is not followed',
    async (address) => {
      known.set('auth.example.com', [address]);
      hosts.answers = () => asking('Bearer realm="https://auth.example.com/token"');
      const { body } = await check(registry);
      expect(body).toMatchObject({ verdict: 'unsure', reason: 'login-unreachable' });
      expect(hosts.tunnels.map(({ target }) => target)).toEqual([`${registry}:443`]);
    },
  );
});

describe('a redirect to', () => {
  const places = [
    'https://login.example.net/v2/',
    '//login.example.net/v2/',
    'https://169.254.169.254/latest/meta-data/',
    'https://127.0.0.1/v2/',
    'https://[::ffff:7f00:1]/v2/',
    'http://registry.example.com/v2/',
    'https://registry.example.com:8443/v2/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:application/json,{}',
    'https:login.example.net',
    'https://registry.example.com@login.example.net/',
    '\\\\login.example.net\\v2',
  ];

  test.each(places)('%s is not followed before the login', async (location) => {
    hosts.answers = ({ path }) =>
      path === '/v2/' ? { status: 307, headers: { location } } : { status: 404 };
    const { body } = await check(registry);
    expect(['usable', 'accepted']).not.toContain(body.verdict);
    expect(new Set(hosts.calls.map(({ host }) => host))).toEqual(new Set([registry]));
    expect(hosts.calls.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  test.each(places)('%s does not take the credential along', async (location) => {
    hosts.answers = ({ path, authorization }) => {
      if (authorization === undefined) return asking('Basic realm="x"');
      return path === '/v2/' ? { status: 307, headers: { location } } : { status: 404 };
    };
    const { body } = await check(registry);
    expect(['usable', 'accepted']).not.toContain(body.verdict);
    expect(new Set(hosts.calls.map(({ host }) => host))).toEqual(new Set([registry]));
  });

  test.each(places)('%s is not followed with a repository’s credential', async (location) => {
    hosts.answers = ({ authorization }) =>
      authorization === undefined ? asking('Basic realm="x"') : { status: 301, headers: { location } };
    const answer = await hosts.post('/api/repository-checks', {
      url: `https://${registry}/x.git`,
      ...credential,
    });
    expect(['usable', 'accepted']).not.toContain(answer.body.verdict);
    expect(new Set(hosts.calls.map(({ host }) => host))).toEqual(new Set([registry]));
  });

  test('storage at an address that is not public ends the reading of an image', async () => {
    known.set('login.example.net', ['169.254.169.254']);
    const digest = `sha256:${'a'.repeat(64)}`;
    hosts.answers = ({ path, authorization }) => {
      if (authorization === undefined) return asking('Basic realm="x"');
      if (path.includes('/blobs/'))
        return { status: 307, headers: { location: 'https://login.example.net/x' } };
      return { status: 200, body: path === '/v2/' ? {} : { config: { digest } } };
    };
    const images = [{ repository: 'team/app', reference: '1.0' }];
    const { body } = await hosts.post('/api/registry-checks', { registry, ...credential, images });
    expect(body.images).toMatchObject([{ reason: 'platform-unknown' }]);
    expect(new Set(hosts.tunnels.map(({ target }) => target))).toEqual(new Set([`${registry}:443`]));
  });
});

test('of two hundred checks at once only as many start as one caller may, and nothing queues', async () => {
  const patient = { timeoutMs: 100_000, answerTimeoutMs: 100_000 };
  const crowded = await startFakeHosts([registry], { limits: defaultLimits, ...patient });
  const host = new EventEmitter();
  crowded.answers = async () => {
    await once(host, 'free');
    return { status: 404 };
  };
  const statuses: number[] = [];
  const all = Array.from({ length: 200 }, async () => {
    const { status } = await crowded.post('/api/registry-checks', { registry, ...credential });
    statuses.push(status);
  });
  // Refusals are answered while the others wait.
  await expect.poll(() => statuses.length).toBe(194);
  expect(new Set(statuses)).toEqual(new Set([429]));
  await expect.poll(() => crowded.calls.length).toBe(6);
  host.emit('free');
  await Promise.all(all);
  expect(statuses.slice(194)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(crowded.calls).toHaveLength(6);
  await crowded.close();
});
