import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../testing/listen.ts';
import { noProxy, usesProxy } from '../forwarding/dispatcher.ts';
import { startForwardProxy } from '../testing/forward-proxy.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';
import { CheckSession, type CheckAnswer } from './check-session.ts';

const authority = createTestAuthority();
const identity = authority.issue('hostile', { hosts: ['IP:127.0.0.1'] });
beforeAll(() => () => authority.remove());

const sockets = new Set<Socket>();
const running: Server[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of running.splice(0)) server.close();
  sockets.clear();
});

/** Starts a server, with TLS by default, that does `work` with each connection. */
async function start(work: (socket: Socket) => void, { tls = true, shown = identity } = {}): Promise<URL> {
  const listener = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    work(socket);
  };
  const server = tls ? createTlsServer(shown, listener) : createServer(listener);
  running.push(server);
  return new URL(`https://127.0.0.1:${await listen(server)}/v2/`);
}

/** The time limit in milliseconds if an answer is expected: long enough for a busy machine. */
const patience = 20_000;

/** Asks like a check that has half a second in total. */
async function ask(url: URL, timeoutMs = 500): Promise<CheckAnswer | string> {
  const settings = { proxy: noProxy, ca: authority.cert, allowedHosts: [url.host] };
  const session = new CheckSession(settings, AbortSignal.timeout(timeoutMs));
  try {
    return await session.ask(url);
  } catch (error) {
    return String(error);
  } finally {
    await session.close();
  }
}

const head = (...headers: string[]) => `HTTP/1.1 200 OK\r\n${headers.join('\r\n')}\r\n\r\n`;

/** Writes for as long as somebody reads. */
function pour(socket: Socket, text: () => string | Buffer): void {
  const write = () => {
    if (socket.destroyed) return;
    if (socket.write(text())) setImmediate(write);
    else socket.once('drain', write);
  };
  write();
}

describe('a server that', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['never answers', () => undefined],
    ['begins its headers and stops', (socket) => socket.write('HTTP/1.1 200 OK\r\nx-a: ')],
    ['begins its body and stops', (socket) => socket.write(`${head('content-length: 10')}abc`)],
    ['says for ever that more is to come', (socket) => pour(socket, () => 'HTTP/1.1 102 Processing\r\n\r\n')],
    ['announces chunks and stops', (socket) => socket.write(`${head('transfer-encoding: chunked')}5\r\nab`)],
    [
      'sends its body a byte at a time',
      (socket) => {
        socket.write(head('content-length: 100000'));
        const drip = setInterval(() => socket.write('x'), 20);
        socket.once('close', () => clearInterval(drip));
      },
    ],
  ])('%s is given up in time', async (_name, work) => {
    expect(await ask(await start(work))).toContain('timeout');
  });

  test.each([
    ['never answers', { tls: true }],
    ['says nothing when TLS begins', { tls: false }],
  ])('%s takes only the time of one answer, not of the whole check', async (_name, how) => {
    const url = await start(() => undefined, how);
    // Less than the ten seconds after which a connection attempt times out by itself.
    const whole = AbortSignal.timeout(9000);
    const settings = { proxy: noProxy, ca: authority.cert, allowedHosts: [url.host], answerTimeoutMs: 200 };
    const session = new CheckSession(settings, whole);
    await expect(session.ask(url)).rejects.toThrow('timeout');
    expect(whole.aborted).toBe(false);
    await session.close();
  });

  test.each<[string, (socket: Socket) => void, string]>([
    [
      'sends headers without end',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        pour(socket, () => `x-${randomUUID()}: ${'y'.repeat(1000)}\r\n`);
      },
      'other-answer',
    ],
    ['speaks another protocol', (socket) => socket.write('220 mail ready\r\n'), 'other-answer'],
    [
      'hides a second answer in the first',
      (socket) => socket.write(`${head('content-length: 5', 'transfer-encoding: chunked')}0\r\n\r\n`),
      'no-answer',
    ],
    ['breaks off', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx'), 'no-answer'],
  ])('%s has not answered', async (_name, work, reason) => {
    expect(await ask(await start((socket) => socket.once('data', () => work(socket))), patience)).toContain(
      reason,
    );
  });

  test('speaks no TLS has its own reason', async () => {
    const url = await start((socket) => socket.end(head('content-length: 0')), { tls: false });
    expect(await ask(url, patience)).toContain('no-tls');
  });

  test('sends a body without end is read to the limit', async () => {
    let sent = 0;
    const url = await start((socket) =>
      socket.once('data', () => {
        socket.write(head('content-type: application/json'));
        pour(socket, () => {
          sent += 1;
          return 'x'.repeat(16_384);
        });
      }),
    );
    const answer = await ask(url, patience);
    expect(answer).toMatchObject({ isCut: true, text: 'x'.repeat(65_536) });
    // The buffers between the two hold some more.
    expect(sent).toBeLessThan(2000);
  });

  test('sends a compressed body that would become huge is read without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const url = await start((socket) =>
      socket.once('data', () => {
        socket.write(head(`content-length: ${bomb.length}`, 'content-encoding: gzip'));
        socket.write(bomb);
      }),
    );
    expect(await ask(url, patience)).toMatchObject({ status: 200, text: bomb.toString(), isCut: false });
  });

  test('asks to switch to another protocol has not answered', async () => {
    const url = await start((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: planted\r\nconnection: upgrade\r\n\r\n'),
      ),
    );
    expect(await ask(url, patience)).toMatch(/no-answer|other-answer/);
  });
});

describe('a certificate', () => {
  const strange = createTestAuthority();
  beforeAll(() => () => strange.remove());
  test.each([
    ['that has ended', authority.issue('ended', { days: -1 }), 'certificate-expired'],
    ['for another name', authority.issue('other', { hosts: ['DNS:other.example.com'] }), 'certificate-name'],
    ['of an authority that is not known', strange.issue('strange'), 'certificate-unknown'],
  ])('%s is reported, and nothing is sent', async (_name, shown, reason) => {
    let read = '';
    const url = await start((socket) => socket.on('data', (chunk: Buffer) => (read += chunk.toString())), {
      shown,
    });
    expect([await ask(url, patience), read]).toEqual([expect.stringContaining(reason), '']);
  });
});

test('a refusal of the proxy server differs from a refusal of the host', async () => {
  const proxy = await startForwardProxy(() => 'https://127.0.0.1:1');
  proxy.refuseWith = 403;
  const session = new CheckSession(
    {
      proxy: { ...noProxy, https: proxy.url },
      allowedHosts: [],
      resolve: async () => [{ address: '93.184.216.34', family: 4 }],
    },
    AbortSignal.timeout(5000),
  );
  await expect(session.ask(new URL('https://registry.example.com/v2/'))).rejects.toThrow('proxy-refused');
  await session.close();
  await proxy.close();
});

test('the servers of this test can be reached', async () => {
  const url = await start((socket) =>
    socket.once('data', () => socket.write(`${head('content-length: 2')}{}`)),
  );
  expect(await ask(url, patience)).toMatchObject({ status: 200, text: '{}' });
});

describe('a host is reached', () => {
  const proxy = { http: 'http://proxy:1', https: 'http://proxy:2' };
  test.each([
    ['', 'https://registry.example.com', true],
    ['*', 'https://registry.example.com', false],
    ['registry.example.com', 'https://registry.example.com', false],
    ['example.com', 'https://registry.example.com', false],
    ['.example.com', 'https://registry.example.com', false],
    ['*.example.com', 'https://registry.example.com', false],
    ['other.com, Example.com', 'https://registry.example.com', false],
    ['example.com:443', 'https://registry.example.com', false],
    ['example.com:5000', 'https://registry.example.com', true],
    ['example.com:5000', 'https://registry.example.com:5000', false],
    ['ample.com', 'https://registry.example.com', true],
    ['', 'https://localhost:5000', false],
    ['', 'https://127.0.0.1:5000', false],
    ['', 'https://[::1]', false],
  ])('with the exceptions “%s” %s: by the proxy %s', (exceptions, url, expected) => {
    expect(usesProxy(new URL(url), { ...proxy, exceptions })).toBe(expected);
  });

  test('directly without a proxy', () => {
    expect(usesProxy(new URL('https://registry.example.com'), noProxy)).toBe(false);
  });
});
