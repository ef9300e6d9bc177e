import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { freePort } from '../testing/free-port.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';
import { createTokenSource } from './tokens.ts';

let upstream: FakeUpstream;
beforeEach(async () => {
  upstream = await startFakeUpstream();
});
afterEach(() => upstream.close());

describe('createTokenSource', () => {
  test('sends the client credentials of the key', async () => {
    const token = await createTokenSource(parseTestKey(upstream.url)).token();
    expect(token).toBe('test-token-1');
    expect(Object.fromEntries(new URLSearchParams(upstream.tokenRequests[0]))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'test-client',
      client_secret: 'planted-client-secret',
    });
  });

  test('fetches one token for twenty requests at once, and keeps it', async () => {
    const source = createTokenSource(parseTestKey(upstream.url));
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
    // No token is kept longer than a day.
    { lifetime: 604_800, ageSeconds: 86_339, token: 'test-token-1' },
    { lifetime: 604_800, ageSeconds: 86_340, token: 'test-token-2' },
  ])('a token for $lifetime s is, after $ageSeconds s, $token', async ({ lifetime, ageSeconds, token }) => {
    let clock = 0;
    upstream.tokenLifetime = lifetime;
    const source = createTokenSource(parseTestKey(upstream.url), { now: () => clock });
    await source.token();
    clock = ageSeconds * 1000;
    expect(await source.token()).toBe(token);
  });

  test('uses a token to its end while no new one can be had, and not longer', async () => {
    let clock = 0;
    const source = createTokenSource(parseTestKey(upstream.url), { now: () => clock });
    await source.token();
    upstream.answerToken = (_request, response) => sendJson(response, 503, {});
    clock = 3_599_000;
    expect(await source.token()).toBe('test-token-1');
    clock = 3_600_000;
    await expect(source.token()).rejects.toThrow('answered with status 503');
  });

  test('renews the rejected token only', async () => {
    const source = createTokenSource(parseTestKey(upstream.url));
    const first = await source.token();
    expect(await source.renew(first)).toBe('test-token-2');
    expect(await source.renew(first)).toBe('test-token-2');
    expect(upstream.tokenRequests).toHaveLength(2);
  });

  test('an API that rejects new tokens too costs no request for each call', async () => {
    let clock = 0;
    const source = createTokenSource(parseTestKey(upstream.url), { now: () => clock });
    const second = await source.renew(await source.token());
    expect(await source.renew(second ?? '')).toBeUndefined();
    expect(await source.token()).toBe('test-token-2');
    clock = 30_000;
    expect(await source.renew(second ?? '')).toBe('test-token-3');
  });

  test('a token that the API accepted in between is renewed at once when it is rejected', async () => {
    const source = createTokenSource(parseTestKey(upstream.url), { now: () => 0 });
    const second = (await source.renew(await source.token())) ?? '';
    source.confirm('of another time');
    expect(await source.renew(second)).toBeUndefined();
    source.confirm(second);
    expect(await source.renew(second)).toBe('test-token-3');
  });

  test('a rotated secret of the same client is used', async () => {
    await createTokenSource(parseTestKey(upstream.url)).token();
    await createTokenSource(parseTestKey(upstream.url, { clientsecret: 'rotated-secret' })).token();
    expect(upstream.tokenRequests[1]).toContain('rotated-secret');
  });

  test('two servers with the same client id are kept apart', async () => {
    const other = await startFakeUpstream();
    const [here, there] = [upstream.url, other.url].map((url) => createTokenSource(parseTestKey(url)));
    await Promise.all([here?.token(), there?.token()]);
    expect([upstream.tokenRequests.length, other.tokenRequests.length]).toEqual([1, 1]);
    await other.close();
  });

  test('waits longer after each failure before it asks the server again', async () => {
    let clock = 0;
    const source = createTokenSource(parseTestKey(upstream.url), { now: () => clock });
    upstream.answerToken = (_request, response) => sendJson(response, 401, {});
    const askedAt: number[] = [];
    for (; clock < 300_000; clock += 500) {
      const asked = upstream.tokenRequests.length;
      await expect(source.token()).rejects.toThrow('(401)');
      if (upstream.tokenRequests.length > asked) askedAt.push(clock / 1000);
    }
    expect(askedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
    upstream.answerToken = undefined;
    clock = 303_000;
    expect(await source.token()).toBe('test-token-11');
  });

  test('an old token is used while its server is not asked', async () => {
    let clock = 0;
    const source = createTokenSource(parseTestKey(upstream.url), { now: () => clock });
    await source.token();
    upstream.answerToken = (_request, response) => sendJson(response, 503, {});
    clock = 3_550_000;
    for (let call = 0; call < 20; call += 1) expect(await source.token()).toBe('test-token-1');
    expect(upstream.tokenRequests).toHaveLength(2);
  });

  test('close breaks off a fetch that is under way', async () => {
    const arrived = new Promise<void>((resolve) => {
      upstream.answerToken = () => resolve();
    });
    const source = createTokenSource(parseTestKey(upstream.url));
    const token = source.token();
    await arrived;
    source.close();
    await expect(token).rejects.toThrow('could not be reached');
  });
});

describe('a failing token server', () => {
  const bomb = gzipSync(Buffer.alloc(5e7));
  const quoting = 'planted-client-secret was wrong';
  test.each<[string, FakeUpstream['answerToken'], RegExp]>([
    [
      '401',
      (_, response) => sendJson(response, 401, { error: quoting }),
      /127.* rejected the service key .401/,
    ],
    [
      '400',
      (_, response) => sendJson(response, 400, { error: quoting }),
      /127.* rejected the service key .400/,
    ],
    ['500', (_, response) => sendJson(response, 500, { error: quoting }), /answered with status 500/],
    ['302', (_, response) => response.writeHead(302, { location: '/' }).end(), /answered with status 302/],
    ['HTML', (_, response) => response.writeHead(200).end(`<p>${quoting}</p>`), /answered without a token/],
    ['no token', (_, response) => sendJson(response, 200, { access_token: '' }), /answered without a token/],
    ['line end', (_, response) => sendToken(response, 'a\r\nplanted: 1'), /answered without a token/],
    ['control', (_, response) => sendToken(response, 'planted\u0000'), /answered without a token/],
    ['blank', (_, response) => sendToken(response, 'planted token'), /answered without a token/],
    ['no text', (_, response) => sendToken(response, 5), /answered without a token/],
    ['an array', (_, response) => sendJson(response, 200, ['planted']), /answered without a token/],
    ['endless', (_, response) => pour(response, Buffer.alloc(65_536, ' ')), /answered without a token/],
    ['deep', (_, response) => response.end('['.repeat(60_000)), /answered without a token/],
    [
      'a bomb',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      /answered without a token/,
    ],
    ['endless head', (_, response) => pourHead(response), /could not be reached/],
    ['reset', (_, response) => response.socket?.resetAndDestroy(), /could not be reached/],
    ['silent', () => undefined, /did not answer in time/],
    ['dripping', (_, response) => void response.writeHead(200).write(' '), /did not answer in time/],
  ])('%s has its own message, which reveals nothing of the key', async (_name, answerToken, expected) => {
    upstream.answerToken = answerToken;
    // Only cases that must time out get a short time limit: on a busy machine others could exceed it.
    const timeoutMs = /in time/.test(expected.source) ? 200 : 20_000;
    const source = createTokenSource(parseTestKey(upstream.url), { timeoutMs });
    const error: unknown = await source.token().catch((reason: unknown) => reason);
    expect(error).toHaveProperty('message', expect.stringMatching(expected));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/planted/);
  });

  test('a server that does not run could not be reached', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    await expect(createTokenSource(parseTestKey(nowhere)).token()).rejects.toThrow('could not be reached');
  });

  test('the key of another certificate is an error like any other', async () => {
    const authority = createTestAuthority();
    const { cert } = authority.issue('one');
    const { key } = authority.issue('other');
    authority.remove();
    const credential = { certificate: cert, privateKey: key, expiresAt: '' };
    const tokenUrl = upstream.url.replace('http:', 'https:');
    const source = createTokenSource({ ...parseTestKey(upstream.url), tokenUrl, credential });
    await expect(source.token()).rejects.toThrow('could not be reached');
  });
});

function sendToken(response: ServerResponse, token: unknown): void {
  sendJson(response, 200, { access_token: token });
}

/** Writes endlessly, as fast as it is read. */
function pour(response: ServerResponse, chunk: Buffer): void {
  response.once('drain', () => pour(response, chunk));
  while (!response.destroyed && response.write(chunk));
}

function pourHead({ socket }: ServerResponse): void {
  socket?.on('error', () => undefined);
  socket?.write('HTTP/1.1 200 OK\r\n');
  socket?.write(`x-filler: ${'a'.repeat(8000)}\r\n`.repeat(100));
}
