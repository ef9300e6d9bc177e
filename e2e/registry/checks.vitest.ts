import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startProcess, type RunningProcess } from '../stack.ts';
import { plain, testAccounts } from './accounts.ts';
import { runGitHost, type GitHost } from './git-host.ts';
import { startTestRegistry, type TestRegistry } from './test-registry.ts';

const answerSchema = z.object({
  verdict: z.string(),
  reason: z.string(),
  step: z.string(),
  images: z.array(z.object({ verdict: z.string(), reason: z.string() })).optional(),
  revision: z.object({ verdict: z.string(), reason: z.string() }).optional(),
});

let registry: TestRegistry;
let git: GitHost;
let gateway: RunningProcess;

beforeAll(async () => {
  registry = await startTestRegistry();
  git = await runGitHost(registry.folder, plain);
  gateway = await startGateway(registry);
});
afterAll(async () => {
  await gateway.stop();
  await git.stop();
  await registry.stop();
});

/** A gateway that trusts the certificates of a test registry, and may check on loopback. */
function startGateway({ folder }: TestRegistry): Promise<RunningProcess> {
  return startProcess('gateway/main.ts', [], {
    CHECK_ALLOW_HOSTS: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: path.join(folder, 'trusted', 'ca.crt'),
  });
}

async function post(address: string, body: object, asked = gateway) {
  const response = await fetch(`${asked.url}${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return answerSchema.parse(await response.json());
}

describe('a real registry', () => {
  it.each(testAccounts)('lets in, and gives the image: %s', async (_, account) => {
    const images = [{ repository: 'team/tiny', reference: 'latest' }];
    expect(await post('/api/registry-checks', { registry: registry.host, ...account, images })).toMatchObject(
      {
        verdict: 'accepted',
        images: [{ verdict: 'usable', reason: 'pullable' }],
      },
    );
  });

  it.each([
    ['team/tiny', 'none', 'no-tag'],
    ['team/none', 'latest', 'no-image'],
  ])('says that %s:%s is not there', async (repository, reference, reason) => {
    const images = [{ repository, reference }];
    const { images: found } = await post('/api/registry-checks', {
      registry: registry.host,
      ...plain,
      images,
    });
    // This registry reports a missing repository like a missing tag.
    expect(found).toMatchObject([
      { verdict: 'not-usable', reason: expect.stringMatching(`${reason}|no-tag`) },
    ]);
  });

  it('takes the digest of an image', async () => {
    const images = [{ repository: 'team/tiny', reference: registry.digest }];
    const { images: found } = await post('/api/registry-checks', {
      registry: registry.host,
      ...plain,
      images,
    });
    expect(found).toMatchObject([{ reason: 'pullable' }]);
  });

  it('rejects a wrong token', async () => {
    const account = { ...plain, password: 'not-the-token' };
    expect(await post('/api/registry-checks', { registry: registry.host, ...account })).toMatchObject({
      verdict: 'rejected',
      step: 'login',
    });
  });
});

describe('git http-backend', () => {
  it.each([
    ['main', 'usable', 'readable'],
    ['v1', 'usable', 'readable'],
    ['mani', 'not-usable', 'no-revision'],
    ['0123456789abcdef0123456789abcdef01234567', 'unsure', 'commit-unknown'],
  ])('is readable, and says whether %s exists', async (revision, verdict, reason) => {
    expect(await post('/api/repository-checks', { url: git.url, ...plain, revision })).toMatchObject({
      verdict: 'usable',
      reason: 'readable',
      revision: { verdict, reason },
    });
  });

  it('rejects a wrong token', async () => {
    const answer = await post('/api/repository-checks', {
      url: git.url,
      ...plain,
      password: 'not-the-token',
    });
    expect(answer).toMatchObject({ verdict: 'rejected', step: 'login' });
  });

  it('has no other repository', async () => {
    const url = git.url.replace('pipelines', 'others');
    expect(await post('/api/repository-checks', { url, ...plain })).toMatchObject({
      verdict: 'not-usable',
      reason: 'not-found',
    });
  });
});

describe('a real registry with a token server', () => {
  let guarded: TestRegistry;
  let ownGateway: RunningProcess;
  beforeAll(async () => {
    guarded = await startTestRegistry('token');
    ownGateway = await startGateway(guarded);
    return async () => {
      await ownGateway.stop();
      await guarded.stop();
    };
  });

  it.each([
    ['team/tiny', { verdict: 'usable', reason: 'pullable' }],
    ['team/other', { verdict: 'not-usable', reason: 'no-access' }],
  ])('accepts the login, and judges %s separately', async (repository, expected) => {
    const images = [{ repository, reference: 'latest' }];
    const body = { registry: guarded.host, ...plain, images };
    expect(await post('/api/registry-checks', body, ownGateway)).toMatchObject({
      verdict: 'accepted',
      images: [expected],
    });
  });

  it('rejects a wrong token', async () => {
    const body = { registry: guarded.host, ...plain, password: 'not-the-token' };
    expect(await post('/api/registry-checks', body, ownGateway)).toMatchObject({
      verdict: 'rejected',
      step: 'login',
    });
  });
});
