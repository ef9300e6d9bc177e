import { describe, expect, test } from 'vitest';
import { packetLine } from './git-protocol.ts';
import { useFakeHosts, type Answers, type HostAnswer, type HostCall } from './testing/fake-host.ts';

const url = 'https://git.example.com/team/pipelines.git';
const credential = { username: 'jane', password: 'not-a-real-token' };
const right = `Basic ${btoa('jane:not-a-real-token')}`;
const id = 'a'.repeat(40);

const hosts = await useFakeHosts(['git.example.com']);

const advertisement = (body: string | Buffer): HostAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-git-upload-pack-advertisement' },
  body,
});
const announced = `${packetLine('# service=git-upload-pack')}0000`;
const version2 = advertisement(`${announced}${packetLine('version 2')}${packetLine('ls-refs=unborn')}0000`);
const version1 = advertisement(
  `${announced}${packetLine(`${id} HEAD\0multi_ack symref=HEAD:refs/heads/main`)}${packetLine(`${id} refs/heads/main`)}${packetLine(`${id} refs/tags/v1`)}0000`,
);
/** A name in Latin-1, in which “ü” is one byte. */
const latin1 = advertisement(
  Buffer.from(
    `${announced}${packetLine(`${id} refs/heads/gr?n`)}${packetLine(`${id} refs/heads/main`)}0000`.replace(
      '?',
      'ü',
    ),
    'latin1',
  ),
);
const asking: HostAnswer = { status: 401, headers: { 'www-authenticate': 'Basic realm="Git"' } };
const page: HostAnswer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Sign in' };

/** A host that requires a login, and its answers to the right one. */
function behindLogin(answer: (call: HostCall) => HostAnswer): Answers {
  return (call) => (call.authorization === right ? answer(call) : asking);
}

const tagged = 'c'.repeat(40);
const listed = [
  [id, 'refs/heads/main'],
  ['d'.repeat(40), 'refs/tags/v1', ` peeled:${tagged}`],
] as const;
const prefixesOf = (body: string) =>
  [...body.matchAll(/ref-prefix ([^\n]*)\n/g)].map(([, prefix = '']) => prefix);

/** Lists a branch and a tag, as version 2 does when asked. */
const listing = (call: HostCall): HostAnswer =>
  call.path.endsWith('/git-upload-pack')
    ? {
        status: 200,
        body: listed
          .filter(([, name]) => prefixesOf(call.body).some((prefix) => name.startsWith(prefix)))
          .map(([commit, name, more = '']) => packetLine(`${commit} ${name}${more}`))
          .concat('0000')
          .join(''),
      }
    : version2;

async function check(answers: Answers, more: object = {}) {
  hosts.answers = answers;
  const { status, body } = await hosts.post('/api/repository-checks', { url, ...credential, ...more });
  expect(status).toBe(200);
  return body;
}

describe('of a repository alone', () => {
  test.each<[string, Answers, object]>([
    [
      'version 2, readable',
      behindLogin(() => version2),
      { verdict: 'usable', reason: 'readable', step: 'target' },
    ],
    ['version 1, readable', behindLogin(() => version1), { verdict: 'usable', reason: 'readable' }],
    ['rejected', () => asking, { verdict: 'rejected', reason: 'rejected', step: 'login', status: 401 }],
    [
      'a token without the right',
      behindLogin(() => ({ status: 403 })),
      { verdict: 'not-usable', reason: 'no-access', step: 'target' },
    ],
    [
      'hidden from this user, or not there',
      behindLogin(() => ({ status: 404 })),
      { verdict: 'not-usable', reason: 'not-found', step: 'target' },
    ],
    [
      'not there for anybody',
      () => ({ status: 404 }),
      { verdict: 'not-usable', reason: 'not-found', step: 'service' },
    ],
    ['readable by everybody', () => version2, { verdict: 'usable', reason: 'public' }],
    [
      'readable by everybody, with a wrong token',
      ({ authorization }) => (authorization === undefined ? version2 : asking),
      { verdict: 'rejected', step: 'login' },
    ],
    ['a page', () => page, { verdict: 'other-service', reason: 'web-page', step: 'service' }],
    [
      'a page after the login',
      behindLogin(() => page),
      { verdict: 'unsure', reason: 'unexpected', step: 'login' },
    ],
    [
      'a redirect to a sign-in page',
      () => ({ status: 302, headers: { location: 'https://login.example.net' } }),
      { verdict: 'other-service', reason: 'redirected' },
    ],
    [
      'a login by other means',
      () => ({ status: 401, headers: { 'www-authenticate': 'Negotiate' } }),
      { verdict: 'unsure', reason: 'other-login' },
    ],
    ['Azure DevOps, which offers two', behindLogin(() => version2), { verdict: 'usable' }],
    [
      'too many requests',
      () => ({ status: 429, headers: { 'retry-after': '30' } }),
      { verdict: 'unsure', reason: 'rate-limited', retryAfterSeconds: 30 },
    ],
    ['a fault', () => ({ status: 500 }), { verdict: 'unsure', reason: 'server-error' }],
    ['no answer', () => undefined, { verdict: 'unreachable', reason: 'no-answer', step: 'reach' }],
    [
      'no answer to the login',
      ({ authorization }) => (authorization ? undefined : asking),
      { verdict: 'unsure', reason: 'login-unreachable', step: 'login' },
    ],
  ])('%s', async (_name, answers, expected) => {
    expect(await check(answers)).toMatchObject(expected);
  });

  test('a redirect within the host is followed, and later calls go there', async () => {
    const body = await check(
      ({ path, authorization, ...call }) => {
        if (path.startsWith('/old'))
          return {
            status: 301,
            headers: {
              location: `https://git.example.com${path.replace('/old', '/team')}?service=git-upload-pack`,
            },
          };
        return authorization === right ? listing({ path, authorization, ...call }) : asking;
      },
      { url: 'https://git.example.com/old/pipelines', revision: 'main' },
    );
    expect(body).toMatchObject({ reason: 'readable', revision: { reason: 'readable' } });
  });
});

describe('of a revision', () => {
  test.each<[string, HostAnswer | undefined, string, object]>([
    ['a branch, version 2', undefined, 'main', { verdict: 'usable', reason: 'readable', step: 'target' }],
    ['a full name, version 2', undefined, 'refs/heads/main', { verdict: 'usable' }],
    ['no such branch, version 2', undefined, 'mani', { verdict: 'not-usable', reason: 'no-revision' }],
    ['a tag, version 2', undefined, 'v1', { verdict: 'usable' }],
    ['the commit of a branch, version 2', undefined, id, { verdict: 'usable' }],
    ['the commit of a tag, version 2', undefined, tagged.slice(0, 8), { verdict: 'usable' }],
    ['another commit, version 2', undefined, 'b'.repeat(40), { verdict: 'unsure', reason: 'commit-unknown' }],
    ['a branch, version 1', version1, 'main', { verdict: 'usable' }],
    ['a tag, version 1', version1, 'v1', { verdict: 'usable' }],
    ['HEAD, version 1', version1, 'HEAD', { verdict: 'usable' }],
    ['no such tag, version 1', version1, 'v2', { verdict: 'not-usable', reason: 'no-revision' }],
    ['the commit of a branch, version 1', version1, 'aaaaaaa', { verdict: 'usable' }],
    ['a branch beside one whose name is no UTF-8', latin1, 'main', { verdict: 'usable' }],
  ])('%s', async (_name, answer, revision, expected) => {
    const body = await check(behindLogin(answer ? () => answer : listing), { revision });
    expect(body).toMatchObject({ verdict: 'usable', reason: 'readable', revision: expected });
  });

  test('whether a path exists cannot be seen, and is not said', async () => {
    expect(await check(behindLogin(listing), { path: 'templates' })).toMatchObject({
      reason: 'readable',
      path: 'not-told',
    });
  });

  test.each(['main\nref-prefix x', 'a b', '\0'])('%j is not a revision', async (revision) => {
    hosts.answers = behindLogin(listing);
    const { status } = await hosts.post('/api/repository-checks', { url, ...credential, revision });
    expect([status, hosts.calls]).toEqual([400, []]);
  });
});
