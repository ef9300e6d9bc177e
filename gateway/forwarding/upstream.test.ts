import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { Agent } from 'undici';
import { describe, expect, test } from 'vitest';
import { readPort } from '../testing/listen.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { freePort } from '../testing/free-port.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { json, secrets, useForwarding } from './testing/use-forwarding.ts';
import { callUpstream } from './upstream.ts';

const unanswered = {
  method: 'GET',
  token: 'planted-token',
  requestId: 'r',
  body: undefined,
  contentType: undefined,
} as const;

const { app, upstream } = useForwarding();

test('a call that waits for a connection times out by itself, and is never sent', async () => {
  upstream().answer = () => undefined;
  const oneAtATime = new Agent({ connections: 1, pipelining: 1 });
  const reader = new PassThrough();
  const call = { ...unanswered, origin: upstream().url, timeoutMs: 60_000, reader };
  const first = callUpstream(oneAtATime, { ...call, path: '/first' });
  const second = callUpstream(oneAtATime, { ...call, path: '/second', timeoutMs: 50, reader: undefined });
  await expect(second).rejects.toMatchObject({ fault: 'timeout' });
  await expect.poll(() => upstream().received.length).toBe(1);
  reader.destroy();
  await expect(first).rejects.toMatchObject({ fault: 'reset' });
  await oneAtATime.close();
  expect(upstream().received.map(({ url }) => url)).toEqual(['/first']);
});

describe('an admin API that fails', () => {
  const html = '<html>planted</html>';
  test.each<[string, FakeUpstream['answer'], number, string]>([
    ['resets', (_, response) => response.socket?.resetAndDestroy(), 502, 'UpstreamReset'],
    ['hangs up', (_, response) => response.socket?.end(), 502, 'UpstreamReset'],
    ['does not speak HTTP', (_, response) => response.socket?.end('hello\r\n\r\n'), 502, 'UpstreamMalformed'],
    [
      'stops in the middle of its answer',
      (_, response) => {
        response.writeHead(200, { ...json, 'content-length': 100 }).write('{"a":');
        setImmediate(() => response.socket?.destroy());
      },
      502,
      'UpstreamReset',
    ],
    [
      'says HTML',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
      502,
      'UpstreamMalformed',
    ],
    [
      'has a status that does not exist',
      (_, response) => response.socket?.end('HTTP/1.1 600 Odd\r\nContent-Length: 0\r\n\r\n'),
      502,
      'UpstreamMalformed',
    ],
    [
      'says more than can be',
      (_, response) => response.writeHead(200, json).end('['.repeat(2 * 1024 * 1024 + 1)),
      502,
      'UpstreamMalformed',
    ],
    [
      'switches protocols',
      (_, response) =>
        response.socket?.write('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      502,
      'UpstreamReset',
    ],
    [
      'redirects',
      (_, response) => response.writeHead(302, { location: 'https://elsewhere.example' }).end(),
      502,
      'UpstreamMalformed',
    ],
    [
      'drips without end',
      (_, response) => {
        response.writeHead(200, json);
        const dripping = setInterval(() => response.write(' '), 50);
        response.once('close', () => clearInterval(dripping));
      },
      504,
      'GatewayTimeout',
    ],
    ['is silent', () => undefined, 504, 'GatewayTimeout'],
    [
      'is silent after its headers',
      (_, response) => void response.writeHead(200, json).write('{'),
      504,
      'GatewayTimeout',
    ],
  ])('%s', async (_name, answer, status, code) => {
    // Only cases that must time out get a short time limit: on a busy machine others could exceed it.
    const impatient = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream().url) }), {
      upstreamTimeoutMs: status === 504 ? 400 : 20_000,
    });
    upstream().answer = answer;
    const failed = await impatient.inject({ method: 'POST', url: secrets, headers: json, body: '{}' });
    expect([failed.statusCode, failed.json().error.code]).toEqual([status, code]);
    expect(failed.json().error.requestId).toBe(failed.headers['x-request-id']);
    expect(failed.body).not.toContain('planted');
    // Nothing is sent again; with a short time limit, it may not have been sent at all.
    expect(upstream().received.length).toBeLessThanOrEqual(1);
    await impatient.close();
  });

  test('an address where nothing listens is unreachable', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const key = buildTestKey(upstream().url, { serviceurls: { AI_API_URL: nowhere } });
    const other = await buildTestApp(await openTestTenants({ acme: key }));
    const answer = await other.inject({ url: secrets });
    expect([answer.statusCode, answer.json().error.code]).toEqual([502, 'UpstreamUnreachable']);
    await other.close();
  });

  test.each([429, 503])(
    '%i and its Retry-After reach the browser, and it is not asked again',
    async (status) => {
      upstream().answer = (_request, response) =>
        sendJson(response, status, { error: { code: 'Busy', requestId: 'up-3' } }, { 'retry-after': '7' });
      const answer = await app().inject({ url: secrets });
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([status, '7']);
      expect(upstream().received).toHaveLength(1);
    },
  );
});

describe('an answer that quotes the token it was sent', () => {
  const quoting: [string, FakeUpstream['answer']][] = [
    [
      'in its body',
      ({ headers }, response) => sendJson(response, 400, { error: { code: headers.authorization } }),
    ],
    [
      'in a list',
      ({ headers }, response) => sendJson(response, 200, { resources: [{ name: headers.authorization }] }),
    ],
    ['as its request id', (_, response) => sendJson(response, 200, {}, { 'x-request-id': 'test-token-1' })],
    [
      'with escaped slashes',
      (_, response) => response.writeHead(202, json).end('{"message":"test\\/token\\/1"}'),
    ],
  ];
  test.each(quoting)('%s does not pass it to the browser', async (_name, answer) => {
    upstream().answerToken = (_request, response) => {
      const token = answer === quoting[3]?.[1] ? 'test/token/1' : 'test-token-1';
      sendJson(response, 200, { access_token: token, expires_in: 3600 });
    };
    upstream().answer = answer;
    const given = await app().inject({ method: 'DELETE', url: `${secrets}/a` });
    expect(JSON.stringify([given.headers, given.body])).not.toMatch(/test.{1,3}token/);
  });

  test('keeps its status if that says enough', async () => {
    upstream().answer = ({ headers }, response) => response.writeHead(403).end(headers.authorization);
    expect((await app().inject({ url: secrets })).statusCode).toBe(403);
  });
});

describe('a tenant whose API hangs', () => {
  test('answers 503, and does not slow down another', async () => {
    const fine = await startFakeUpstream();
    const tenants = { hung: buildTestKey(upstream().url), fine: buildTestKey(fine.url) };
    const both = await buildTestApp(await openTestTenants(tenants));
    const ask = (tenant: string) => both.inject({ url: secrets.replace('acme', tenant) });
    const held: (() => void)[] = [];
    upstream().answer = (_request, response) => held.push(() => sendJson(response, 200, {}));
    const calls = Array.from({ length: 300 }, () => ask('hung'));
    await expect.poll(() => held.length).toBe(64);
    expect((await ask('fine')).statusCode).toBe(200);
    const refused = await ask('hung');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
    expect(refused.json().error.code).toBe('TenantBusy');
    for (const release of held) release();
    const answers = await Promise.all(calls);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(64);
    expect(answers.filter(({ statusCode }) => statusCode === 503)).toHaveLength(236);
    upstream().answer = (_request, response) => sendJson(response, 200, {});
    expect((await ask('hung')).statusCode).toBe(200);
    await both.close();
    await fine.close();
  });
});

test('connections are kept and used again', async () => {
  const ports = new Set<number | undefined>();
  upstream().answer = (_request, response) => {
    ports.add(response.socket?.remotePort);
    sendJson(response, 200, {});
  };
  for (let count = 0; count < 10; count += 1) await app().inject({ url: secrets });
  expect(upstream().received).toHaveLength(10);
  expect(ports.size).toBeLessThan(4);
});

describe('a browser that goes away', () => {
  test('ends a call that only reads', async () => {
    const ended = new Promise<boolean>((resolve) => {
      upstream().answer = (_request, response) =>
        response.once('close', () => resolve(response.writableFinished));
    });
    await hangUp(`GET ${secrets}`);
    expect(await ended).toBe(false);
  });

  test('does not end a call that writes', async () => {
    let answer: (() => void) | undefined;
    const ended = new Promise<boolean>((resolve) => {
      upstream().answer = (_request, response) => {
        answer = () => response.end();
        response.once('close', () => resolve(response.writableFinished));
      };
    });
    await hangUp(`DELETE ${secrets}/a`);
    upstream().answer = (_request, response) => sendJson(response, 200, {});
    // If the first call had been ended, that would be visible by the time another call is answered.
    expect((await app().inject({ url: secrets })).statusCode).toBe(200);
    answer?.();
    expect(await ended).toBe(true);
  });
});

test('closing ends open connections and a call under way', async () => {
  await app().listen({ host: '127.0.0.1', port: 0 });
  const port = readPort(app().server.address());
  const abandoned = new Promise((resolve) => {
    upstream().answer = (_request, response) => response.once('close', resolve);
  });
  const arrived = upstream().nextRequest();
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise((resolve) => {
    socket.on('error', () => undefined).once('close', resolve);
  });
  socket.write(`GET ${secrets} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await arrived;
  await app().close();
  await Promise.all([ended, abandoned]);
  expect(app().server.listening).toBe(false);
});

/** Sends a request, hangs up when it has reached the admin API, and waits until the gateway has noticed. */
async function hangUp(request: string): Promise<void> {
  await app().listen({ host: '127.0.0.1', port: 0 });
  const noticed = new Promise((resolve) => {
    app().server.once('connection', (socket) => socket.once('close', resolve));
  });
  const arrived = upstream().nextRequest();
  const browser = connect(readPort(app().server.address()), '127.0.0.1');
  browser.write(`${request} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await arrived;
  browser.destroy();
  await noticed;
}
