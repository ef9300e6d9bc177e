import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  buildSecretBody,
  startTestSimulator,
  type TestSimulator,
  type TestTenant,
} from '../testing/test-simulator.ts';

const secretsPath = '/dockerRegistrySecrets';

let simulator: TestSimulator;
let forecast: TestTenant;

beforeAll(async () => {
  simulator = await startTestSimulator();
  forecast = await simulator.tenant('acme-forecast');
});
beforeEach(async () => {
  await simulator.inspect('/reset', 'POST');
});
afterAll(() => simulator.close());

describe('stored bytes', () => {
  const text = `{ "name":"my-registry",\n"data": {".dockerconfigjson": "{\\"auths\\":{}}"}, "note": "\\u00e9 é" }`;

  test.each(['acme-forecast', 'zone id'])('of a secret, as received, by the %s', async (id) => {
    await forecast.call('POST', secretsPath, { text });
    const tenantId = id === 'zone id' ? simulator.serviceKeys[1]?.serviceKey.identityzoneid : id;
    const reply = await simulator.inspect(`/tenants/${tenantId}/secrets/my-registry`);
    expect([reply.status, reply.text]).toEqual([200, text]);
  });

  test('of an update replace the previous ones', async () => {
    await forecast.call('POST', secretsPath, { text });
    const body = buildSecretBody('my-registry', 'another-invented-token');
    await forecast.call('PATCH', `${secretsPath}/my-registry`, { body });
    const reply = await simulator.inspect('/tenants/acme-forecast/secrets/my-registry');
    expect(reply.text).toBe(JSON.stringify(body));
  });

  test('of a repository, then of its update', async () => {
    const body = { name: 'repo', url: 'https://github.com/user/repo', username: 'u', password: 'p' };
    const path = '/tenants/acme-forecast/repositories/repo';
    await forecast.call('POST', '/repositories', { body });
    expect((await simulator.inspect(path)).json).toEqual(body);
    const update = { username: 'u2', password: 'p2' };
    await forecast.call('PATCH', '/repositories/repo', { body: update });
    expect((await simulator.inspect(path)).json).toEqual(update);
  });

  test.each([
    '/tenants/acme-forecast/secrets/not-there',
    '/tenants/acme-forecast/repositories/not-there',
    '/tenants/nobody/secrets/docker-hub',
  ])('%s is a 404', async (path) => {
    expect((await simulator.inspect(path)).status).toBe(404);
  });
});

test('the journal lists admin calls in order, without bodies', async () => {
  const body = buildSecretBody('my-registry', 'planted-fake-token');
  await forecast.call('POST', secretsPath, { body });
  await forecast.call('GET', `${secretsPath}?$top=1`);
  await forecast.call('GET', secretsPath, { token: 'forged' });
  await forecast.call('PUT', secretsPath);
  const { json, text } = await simulator.inspect('/journal');
  const path = '/v2/admin/dockerRegistrySecrets';
  expect(json).toEqual([
    { tenantId: 'acme-forecast', method: 'POST', path, written: true, status: 202 },
    { tenantId: 'acme-forecast', method: 'GET', path, status: 200 },
    { method: 'GET', path, status: 401 },
    { tenantId: 'acme-forecast', method: 'PUT', path, status: 501 },
  ]);
  expect(text).not.toContain('planted');
});

test.each([
  ['fail-500', { status: 500 }],
  ['reset', {}],
  ['reset-after-write', { written: true }],
  ['malformed', { written: true, status: 202 }],
])('the journal says what was written, and by which request: %s', async (name, entry) => {
  const headers = { 'x-request-id': 'of-the-caller' };
  await forecast.call('POST', secretsPath, { body: buildSecretBody(name), headers }).catch(() => undefined);
  const { json } = await simulator.inspect('/journal');
  const path = '/v2/admin/dockerRegistrySecrets';
  const called = { tenantId: 'acme-forecast', method: 'POST', path, requestId: 'of-the-caller' };
  expect(json).toEqual([{ ...called, ...entry }]);
});

test('the tenants are listed with what they hold', async () => {
  await forecast.call('POST', secretsPath, { body: buildSecretBody('my-registry') });
  await simulator.inspect('/tenants/acme-forecast/failure?kind=fail-always', 'POST');
  const { json } = await simulator.inspect('/tenants');
  expect(json).toMatchObject([
    { tenantId: 'acme-vision', repositories: ['vision-legacy', 'vision-pipelines'] },
    { tenantId: 'acme-forecast', secrets: ['my-registry'], repositories: [], failure: 'fail-always' },
    { tenantId: 'globex-chat' },
  ]);
});

test('a reset brings back the seed and empties the journal', async () => {
  const vision = await simulator.tenant('acme-vision');
  await vision.call('DELETE', `${secretsPath}/docker-hub`);
  await simulator.inspect('/reset', 'POST');
  expect((await simulator.inspect('/journal')).json).toEqual([]);
  expect((await simulator.inspect('/tenants/acme-vision/secrets/docker-hub')).status).toBe(200);
});

test.each(['', '?kind=unknown'])('a failure of %j is a 400', async (query) => {
  const reply = await simulator.inspect(`/tenants/acme-forecast/failure${query}`, 'POST');
  expect(reply.status).toBe(400);
});

test.each([
  ['GET', '/tenants'],
  ['GET', '/tenants/acme-vision/secrets/docker-hub'],
  ['GET', '/tenants/acme-vision/repositories/vision-legacy'],
  ['POST', '/tenants/acme-vision/failure?kind=none'],
  ['GET', '/journal'],
  ['POST', '/reset'],
  ['POST', '/expire-tokens'],
])('%s %s is a 404 unless asked for', async (method, path) => {
  const silent = await startTestSimulator({ inspect: false });
  const reply = await silent.inspect(path, method);
  await silent.close();
  expect(reply.status).toBe(404);
});
