import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { listen, readPort } from '../testing/listen.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { answerClientError } from './client-errors.ts';

let app: FastifyInstance;
beforeEach(async () => {
  app = await buildTestApp(await openTestTenants({}));
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

/** Sends raw bytes and reads the connection to its end. */
async function sendRaw(request: string, server: Server = app.server) {
  const socket = connect(readPort(server.address()), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}

describe('what Node refuses by itself', () => {
  test.each([
    ['that is no HTTP', 'hello\r\n\r\n', 400, 'BadRequest'],
    [
      'with a body of two lengths',
      'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'BadRequest',
    ],
    [
      'with headers without end',
      `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'a'.repeat(20_000)}`,
      431,
      'HeadersTooLarge',
    ],
    ['without a host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 200, undefined],
    [
      'for the API without a host',
      'GET /api/x HTTP/1.1\r\nConnection: close\r\n\r\n',
      421,
      'MisdirectedRequest',
    ],
    [
      'with an address that cannot be decoded',
      'GET /api/%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      400,
      'BadRequest',
    ],
    [
      'with an expectation',
      'GET /api/x HTTP/1.1\r\nHost: localhost\r\nExpect: planted\r\nConnection: close\r\n\r\n',
      404,
      'NotFound',
    ],
  ])(
    'a request %s has the shape and the headers of every other answer',
    async (_name, request, status, code) => {
      const answer = await sendRaw(request);
      expect(answer.status).toBe(status);
      for (const header of [
        'content-security-policy: default-src',
        'x-content-type-options: nosniff',
        'x-frame-options: deny',
        'referrer-policy: no-referrer',
        'cache-control: no-store',
      ]) {
        expect(answer.head).toContain(header);
      }
      if (code === undefined) return;
      const { error } = JSON.parse(answer.body);
      expect(error).toMatchObject({ code, requestId: expect.stringMatching(/^[\da-f-]{36}$/), details: {} });
      expect(answer.head).toContain(`x-request-id: ${error.requestId}`);
    },
  );
});

test.each(['/%', '/%ff/secrets', '/x%00'])('a person who opens %s gets a page', async (path) => {
  const { status, head, body } = await sendRaw(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
  );
  expect([status, head]).toEqual([400, expect.stringContaining('content-type: text/html')]);
  const [, nonce = 'none'] = /<style nonce="([^"]+)"/.exec(body) ?? [];
  for (const header of [
    `'nonce-${nonce.toLowerCase()}'`,
    'x-content-type-options: nosniff',
    'x-request-id: ',
  ])
    expect(head).toContain(header);
  expect(body).toContain('<h1>Page not found</h1>');
  expect(body).not.toContain(path);
});

test('an Origin after thousands of headers counts', async () => {
  const padding = 'a:\r\n'.repeat(2_500);
  const answer = await sendRaw(
    `GET /api/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${padding}Origin: https://evil.example\r\n\r\n`,
  );
  expect(answer.status).toBe(403);
});

test('a request that does not arrive in time gets its own error', async () => {
  // Node looks for such requests only every 30 s.
  const server = createServer((socket) => answerClientError({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket));
  await listen(server);
  const answer = await sendRaw('', server);
  expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([408, 'RequestTimeout']);
  server.close();
});
