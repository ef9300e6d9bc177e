import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServiceKey } from '../service-keys/service-key.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { createTokenSource } from './tokens.ts';

let upstream: FakeUpstream;
beforeEach(async () => {
  upstream = await startFakeUpstream();
});
afterEach(() => upstream.close());

describe('createTokenSource', () => {
  test('sends the client credentials of the key', async () => {
    const token = await createTokenSource(buildTestKey(upstream.url)).token();
    expect(token).toBe('test-token-1');
    expect(Object.fromEntries(new URLSearchParams(upstream.tokenRequests[0]))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'test-client',
      client_secret: 'planted-client-secret',
    });
  });

  test('fetches one token for twenty requests at once, and keeps it', async () => {
    const source = createTokenSource(buildTestKey(upstream.url));
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.token()));
    expect(new Set(tokens)).toEqual(new Set(['test-token-1']));
    expect(await source.token()).toBe('test-token-1');
    expect(upstream.tokenRequests).toHaveLength(1);
  });

  test.each([
    { lifetime: 3600, ageSeconds: 3539, token: 'test-token-1' },
    { lifetime: 3600, ageSeconds: 3540, token: 'test-token-2' },
    { lifetime: 10, ageSeconds: 7, token: 'test-token-1' },
    { lifetime: 10, ageSeconds: 8, token: 'test-token-2' },
  ])('a token for $lifetime s is, after $ageSeconds s, $token', async ({ lifetime, ageSeconds, token }) => {
    let clock = 0;
    upstream.tokenLifetime = lifetime;
    const source = createTokenSource(buildTestKey(upstream.url), { now: () => clock });
    await source.token();
    clock = ageSeconds * 1000;
    expect(await source.token()).toBe(token);
  });

  test('uses a token to its end while no new one can be had, and not longer', async () => {
    let clock = 0;
    const source = createTokenSource(buildTestKey(upstream.url), { now: () => clock });
    await source.token();
    upstream.answerToken = (_request, response) => sendJson(response, 503, {});
    clock = 3_599_000;
    expect(await source.token()).toBe('test-token-1');
    clock = 3_600_000;
    await expect(source.token()).rejects.toThrow('answered with status 503');
  });

  test('drops the rejected token only', async () => {
    const source = createTokenSource(buildTestKey(upstream.url));
    const first = await source.token();
    source.drop(first);
    expect(await source.token()).toBe('test-token-2');
    source.drop(first);
    expect(await source.token()).toBe('test-token-2');
  });

  test('a rotated secret of the same client is used', async () => {
    await createTokenSource(buildTestKey(upstream.url)).token();
    await createTokenSource(buildTestKey(upstream.url, { clientsecret: 'rotated-secret' })).token();
    expect(upstream.tokenRequests[1]).toContain('rotated-secret');
  });

  test('two servers that know the same client id are kept apart', async () => {
    const other = await startFakeUpstream();
    const [here, there] = [upstream.url, other.url].map((url) => createTokenSource(buildTestKey(url)));
    await Promise.all([here?.token(), there?.token()]);
    expect([upstream.tokenRequests.length, other.tokenRequests.length]).toEqual([1, 1]);
    await other.close();
  });

  test('asks again after a failure', async () => {
    const source = createTokenSource(buildTestKey(upstream.url));
    upstream.answerToken = (_request, response) => sendJson(response, 500, {});
    await expect(source.token()).rejects.toThrow('status 500');
    upstream.answerToken = undefined;
    expect(await source.token()).toBe('test-token-2');
  });
});

describe('a failing token server', () => {
  const quoting = 'planted-client-secret was wrong';
  test.each<[string, FakeUpstream['answerToken'], RegExp]>([
    ['401', (_, response) => sendJson(response, 401, { error: quoting }), /was rejected by 127.*status 401/],
    ['400', (_, response) => sendJson(response, 400, { error: quoting }), /was rejected by 127.*status 400/],
    ['500', (_, response) => sendJson(response, 500, { error: quoting }), /answered with status 500/],
    ['302', (_, response) => response.writeHead(302, { location: '/' }).end(), /answered with status 302/],
    ['HTML', (_, response) => response.writeHead(200).end(`<p>${quoting}</p>`), /answered without a token/],
    ['no token', (_, response) => sendJson(response, 200, { access_token: '' }), /answered without a token/],
    ['reset', (_, response) => response.socket?.resetAndDestroy(), /could not be reached/],
    ['silent', () => undefined, /did not answer in time/],
    ['dripping', (_, response) => void response.writeHead(200).write(' '), /did not answer in time/],
  ])('%s is told apart, and nothing of the key is told', async (_name, answerToken, expected) => {
    upstream.answerToken = answerToken;
    const source = createTokenSource(buildTestKey(upstream.url), { timeoutMs: 200 });
    const error: unknown = await source.token().catch((reason: unknown) => reason);
    expect(error).toHaveProperty('message', expect.stringMatching(expected));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/planted/);
  });

  test('a server that is not there could not be reached', async () => {
    await upstream.close();
    await expect(createTokenSource(buildTestKey(upstream.url)).token()).rejects.toThrow(
      'could not be reached',
    );
  });

  test('an unusable certificate is an error like any other', async () => {
    const key: ServiceKey = {
      clientid: 'test-client',
      url: upstream.url,
      certurl: upstream.url.replace('http:', 'https:'),
      certificate: '-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----',
      key: '-----BEGIN PRIVATE KEY-----\nplanted\n-----END PRIVATE KEY-----',
      serviceurls: { AI_API_URL: upstream.url },
    };
    await expect(createTokenSource(key).token()).rejects.toThrow('could not be reached');
  });
});
