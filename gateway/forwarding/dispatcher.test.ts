import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDispatcher, idleExceptions, noProxy, type ProxySettings } from './dispatcher.ts';
import { createTokenSource } from './tokens.ts';
import { callUpstream } from './upstream.ts';
import { parseTestKey, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { startForwardProxy, type ForwardProxy } from '../testing/forward-proxy.ts';

let upstream: FakeUpstream;
let forward: ForwardProxy;
beforeEach(async () => {
  upstream = await startFakeUpstream();
  forward = await startForwardProxy(() => upstream.url);
});
afterEach(async () => {
  await forward.close();
  await upstream.close();
});

/** Resolves no name, without asking a name server. */
const unknownName: LookupFunction = (_hostname, _options, done) =>
  done(Object.assign(new Error('not known'), { code: 'ENOTFOUND' }), '');

async function call(
  origin: string,
  proxy: Partial<ProxySettings>,
  lookupName: LookupFunction = lookup,
): Promise<number> {
  const dispatcher = createDispatcher({
    proxy: { ...noProxy, ...proxy },
    lookup: lookupName,
    maxConnections: 2,
    maxAnswerBytes: 1000,
  });
  try {
    const answer = await callUpstream(dispatcher, {
      method: 'GET',
      origin,
      path: '/v2/admin/tenantInfo',
      token: 'test-token',
      requestId: 'id',
      body: undefined,
      contentType: undefined,
      timeoutMs: 5000,
      reader: undefined,
    });
    return answer.status;
  } finally {
    await dispatcher.destroy();
  }
}

describe('a forward proxy', () => {
  test('carries calls of the admin API through its tunnel, with its own credentials apart', async () => {
    expect(await call('http://api.example', { http: forward.url.replace('//', '//user:planted@') })).toBe(
      200,
    );
    expect(forward.tunnels).toEqual([
      { target: 'api.example:80', authorization: `Basic ${btoa('user:planted')}` },
    ]);
    expect(upstream.received[0]?.headers).not.toHaveProperty('proxy-authorization');
    expect(upstream.received[0]?.headers.host).toBe('api.example');
  });

  test('carries token requests', async () => {
    const key = parseTestKey('http://acme.authentication.example');
    const source = createTokenSource(key, { proxy: { ...noProxy, http: forward.url } });
    expect(await source.token()).toBe('test-token-1');
    expect(forward.tunnels).toMatchObject([{ target: 'acme.authentication.example:80' }]);
  });

  test.each([
    ['127.0.0.1', ''],
    ['localhost', ''],
    ['127.0.0.1', 'other.example'],
    ['127.0.0.1', '*'],
  ])('is left out for this machine: %s with NO_PROXY "%s"', async (host, exceptions) => {
    const port = new URL(upstream.url).port;
    expect(await call(`http://${host}:${port}`, { http: forward.url, exceptions })).toBe(200);
    expect(forward.tunnels).toEqual([]);
  });

  test.each([
    ['the name itself', 'api.invalid'],
    ['a domain', '.invalid'],
    ['one of several', 'other.example, api.invalid:80'],
    ['everything', '*'],
    ['everything, among others', 'other.example, *'],
  ])('is left out for what NO_PROXY names: %s', async (_name, exceptions) => {
    const direct = call('http://api.invalid', { http: forward.url, exceptions }, unknownName);
    await expect(direct).rejects.toThrow('unreachable');
    expect(forward.tunnels).toEqual([]);
  });

  test('that refuses the tunnel has sent nothing', async () => {
    forward.refuseWith = 407;
    await expect(call('http://api.example', { http: forward.url })).rejects.toThrow('unreachable');
    expect([forward.tunnels.length, upstream.received]).toEqual([1, []]);
  });

  test('that does not run has sent nothing', async () => {
    await forward.close();
    await expect(call('http://api.example', { http: forward.url })).rejects.toThrow('unreachable');
  });

  test('is not read from the environment here: settings are read once', async () => {
    process.env['HTTP_PROXY'] = forward.url;
    try {
      await expect(call('http://api.invalid', {}, unknownName)).rejects.toThrow('unreachable');
    } finally {
      delete process.env['HTTP_PROXY'];
    }
    expect(forward.tunnels).toEqual([]);
  });
});

test.each([
  ['', []],
  ['*', []],
  ['localhost,.example.com *.example.org api.example.com:443 10.1.2.3 [::1]:8080 my_host', []],
  ['10.0.0.0/8, api.example.com', ['10.0.0.0/8']],
  ['fd00::/8 ::1', ['fd00::/8', '::1']],
  ['https://api.example.com,api*.example.com,10.*', ['https://api.example.com', 'api*.example.com', '10.*']],
])('of the exceptions %j these fit no server: %j', (exceptions, idle) => {
  expect(idleExceptions({ ...noProxy, http: 'http://proxy.example:3128', exceptions })).toEqual(idle);
});
