import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { createLogger } from './logging.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, captureLog, openTestTenants } from '../testing/test-app.ts';

const secrets = '/api/tenants/acme/v2/admin/dockerRegistrySecrets';

let upstream: FakeUpstream;
let app: FastifyInstance;
let log = captureLog();
beforeEach(async () => {
  log = captureLog();
  upstream = await startFakeUpstream();
  app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }, log), {}, log);
});
afterEach(async () => {
  await app.close();
  await upstream.close();
});

/** A write with a credential in every possible place. */
function sendPlanted(body = '{"data":"planted-body"}') {
  return app.inject({
    method: 'POST',
    url: `${secrets}?token=planted-query`,
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer planted-header',
      cookie: 'session=planted-cookie',
    },
    body,
  });
}

describe('at the lowest level, no credential is logged', () => {
  test.each<[string, FakeUpstream['answer']]>([
    ['when all is well', (_, response) => sendJson(response, 202, { message: 'planted-answer' })],
    [
      'when the API quotes it',
      (_, response) => sendJson(response, 400, { error: { message: 'planted-body' } }),
    ],
    ['when the API is broken', (_, response) => response.writeHead(500).end('<p>planted-body</p>')],
    ['when the API does not speak HTTP', (_, response) => response.socket?.end('planted-answer\r\n\r\n')],
    ['when the connection breaks', (_, response) => response.socket?.resetAndDestroy()],
    [
      'when the answer has a header that cannot be sent on',
      (_, response) => sendJson(response, 200, {}, { 'retry-after': 'planted-\u00e9' }),
    ],
  ])('%s', async (_name, answer) => {
    upstream.answer = answer;
    await sendPlanted();
    expect(upstream.received).toHaveLength(1);
    expect(log.text()).toContain('"answered"');
    expect(log.text()).not.toMatch(/planted|test-token|test-client/);
  });

  test.each<[string, FakeUpstream['answerToken']]>([
    ['refuses', (request, response) => sendJson(response, 401, { error: request.body })],
    ['is broken', (request, response) => response.writeHead(200).end(request.body)],
    ['breaks off', (_, response) => response.socket?.resetAndDestroy()],
  ])('when the token server %s', async (_name, answerToken) => {
    upstream.answerToken = answerToken;
    const answer = await sendPlanted();
    expect(answer.json().error.code).toBe('TokenRequestFailed');
    expect(log.text()).toContain('TokenRequestFailed');
    expect(log.text()).not.toMatch(/planted|test-client/);
  });

  test.each([
    ['with a body that is too large', `"${'planted-body '.repeat(200_000)}"`, 413],
    ['to an address that does not exist', undefined, 404],
    ['to an address that cannot be decoded', undefined, 400],
  ])('for a request %s', async (name, body, status) => {
    const path = name.includes('decoded') ? '/%ff/planted-path' : '/planted-path';
    const answer = body === undefined ? await app.inject({ url: `/api${path}` }) : await sendPlanted(body);
    expect(answer.statusCode).toBe(status);
    expect(log.text()).not.toContain('planted');
  });
});

test('an answer is one line with method, route pattern, status, time and request id', async () => {
  const answer = await sendPlanted();
  const lines = log
    .text()
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      reqId: answer.headers['x-request-id'],
      method: 'POST',
      route: '/api/tenants/:tenantId/v2/admin/dockerRegistrySecrets',
      status: 200,
      ms: expect.any(Number),
      msg: 'answered',
    },
  ]);
});

test('an error is logged with its kind, code and place, without its message and data', () => {
  const error = Object.assign(new TypeError('planted-message'), { code: 'E_TEST', data: 'planted-data' });
  const captured = captureLog();
  const logger = createLogger('warn', captured.stream);
  logger.error({ err: error }, 'failed');
  logger.error(error, 'failed');
  logger.info('planted: below the level');
  expect(captured.text()).toMatch(/"type":"TypeError","code":"E_TEST","stack":" +at .*logging\.test\.ts/);
  expect(captured.text()).not.toContain('planted');
});
