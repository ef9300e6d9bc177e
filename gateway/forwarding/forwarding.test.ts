import { describe, expect, test } from 'vitest';
import { buildTestKey, sendJson } from '../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { base, json, secrets, useForwarding } from './testing/use-forwarding.ts';

const { app, upstream } = useForwarding();

describe('the allow-list', () => {
  test.each([
    ['GET', '/v2/admin/dockerRegistrySecrets?$top=5&$skip=0&$count=true'],
    ['POST', '/v2/admin/dockerRegistrySecrets'],
    ['GET', '/v2/admin/dockerRegistrySecrets/a.b_c-1'],
    ['PATCH', '/v2/admin/dockerRegistrySecrets/a.b_c-1'],
    ['DELETE', '/v2/admin/dockerRegistrySecrets/a.b_c-1'],
    ['GET', '/v2/admin/repositories?$top=5'],
    ['POST', '/v2/admin/repositories'],
    ['GET', '/v2/admin/repositories/a-b'],
    ['PATCH', '/v2/admin/repositories/a-b'],
    ['DELETE', '/v2/admin/repositories/a-b'],
    ['GET', '/v2/admin/applications?$top=5'],
    ['POST', '/v2/admin/applications'],
    ['GET', '/v2/admin/applications/a-b'],
    ['PATCH', '/v2/admin/applications/a-b'],
    ['DELETE', '/v2/admin/applications/a-b'],
    ['GET', '/v2/admin/applications/a-b/status'],
    ['GET', '/v2/admin/resourceQuota/applications'],
    ['GET', '/v2/admin/resourceQuota/dockerRegistrySecrets?quotaOnly=true'],
    ['GET', '/v2/admin/resourceQuota/repositories'],
    ['GET', '/v2/admin/resourceGroups?$top=5'],
    ['POST', '/v2/admin/resourceGroups'],
    ['GET', '/v2/admin/resourceGroups/Team-A.eu'],
    ['PATCH', '/v2/admin/resourceGroups/Team-A.eu'],
    ['DELETE', '/v2/admin/resourceGroups/Team-A.eu'],
    ['GET', '/v2/admin/resourceQuota/resourceGroups'],
    ['GET', '/v2/admin/secrets?$top=5'],
    ['POST', '/v2/admin/secrets'],
    ['GET', '/v2/admin/secrets/model-key'],
    ['PATCH', '/v2/admin/secrets/model-key'],
    ['DELETE', '/v2/admin/secrets/model-key'],
    ['GET', '/v2/admin/resourceQuota/secrets'],
    ['GET', '/v2/admin/objectStoreSecrets?$top=5'],
    ['POST', '/v2/admin/objectStoreSecrets'],
    ['GET', '/v2/admin/objectStoreSecrets/default'],
    ['PATCH', '/v2/admin/objectStoreSecrets/default'],
    ['DELETE', '/v2/admin/objectStoreSecrets/default'],
    ['GET', '/v2/admin/tenantInfo'],
  ] as const)('forwards %s %s', async (method, path) => {
    const hasBody = method === 'POST' || method === 'PATCH';
    const answer = await app().inject({
      method,
      url: `${base}${path}`,
      ...(hasBody ? { headers: json, body: '{"a":1}' } : {}),
    });
    expect(answer.statusCode).toBe(200);
    expect(upstream().received).toMatchObject([{ method, url: path, body: hasBody ? '{"a":1}' : '' }]);
  });

  test('forwards the refresh of an application, which has no body', async () => {
    const path = '/v2/admin/applications/a-b/refresh';
    const answer = await app().inject({ method: 'POST', url: `${base}${path}`, headers: json });
    expect(answer.statusCode).toBe(200);
    expect(upstream().received).toMatchObject([{ method: 'POST', url: path, body: '' }]);
    expect(upstream().received[0]?.headers).not.toHaveProperty('content-type');
  });

  test.each([
    ['PUT', '/v2/admin/dockerRegistrySecrets/a', 405],
    ['DELETE', '/v2/admin/dockerRegistrySecrets', 405],
    ['OPTIONS', '/v2/admin/dockerRegistrySecrets', 405],
    ['HEAD', '/v2/admin/tenantInfo', 405],
    ['POST', '/v2/admin/tenantInfo', 405],
    ['PATCH', '/v2/admin/repositories', 405],
    ['POST', '/v2/admin/resourceQuota/repositories', 405],
    ['GET', '/v2/admin/executables', 404],
    ['GET', '/v2/admin/mtlsCertificateSecrets', 404],
    ['GET', '/v2/admin/applications/a/refresh', 405],
    ['POST', '/v2/admin/applications/a/status', 405],
    ['POST', '/v2/admin/applications/a/other', 404],
    ['GET', '/v2/lm/deployments', 404],
    ['GET', '/v2/admin/', 404],
    ['GET', '/v2/admin/dockerRegistrySecrets/', 404],
    ['GET', '/v2/admin/dockerRegistrySecrets/a/b', 404],
    ['GET', '/v2/admin/dockerRegistrySecrets/%2e%2e', 404],
    ['GET', '/v2/admin/dockerRegistrySecrets/..%2Fsecrets', 404],
    ['GET', '/v2/admin/dockerRegistrySecrets/..%5Csecrets', 404],
    ['GET', '/v2/admin/dockerRegistrySecrets/%ff', 400],
    ['GET', '', 404],
  ] as const)('keeps %s %s to itself with %i', async (method, path, status) => {
    const answer = await app().inject({ method, url: `${base}${path}`, headers: json, body: '{}' });
    expect(answer.statusCode).toBe(status);
    const requestId = answer.headers['x-request-id'];
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    // An answer to HEAD has no body.
    expect(method === 'HEAD' ? requestId : answer.json().error.requestId).toBe(requestId);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect([upstream().received, upstream().tokenRequests]).toEqual([[], []]);
  });

  test.each([
    ['/v2/admin/objectStoreSecrets', 'team-a', { status: 200, sent: ['team-a'] }],
    ['/v2/admin/objectStoreSecrets/default', 'team-a', { status: 200, sent: ['team-a'] }],
    ['/v2/admin/objectStoreSecrets', undefined, { status: 200, sent: [undefined] }],
    ['/v2/admin/objectStoreSecrets', 'team a', { status: 400, sent: [] }],
    ['/v2/admin/objectStoreSecrets', '*', { status: 400, sent: [] }],
    ['/v2/admin/dockerRegistrySecrets', 'team-a', { status: 200, sent: [undefined] }],
  ])('%s in the resource group %s', async (path, group, { status, sent }) => {
    const headers = group === undefined ? {} : { 'ai-resource-group': group };
    const answer = await app().inject({ url: `${base}${path}`, headers });
    expect(answer.statusCode).toBe(status);
    expect(upstream().received.map((request) => request.headers['ai-resource-group'])).toEqual(sent);
  });

  test('names the methods that exist', async () => {
    const answer = await app().inject({ method: 'PUT', url: secrets, headers: json, body: '{}' });
    expect(answer.headers.allow).toBe('GET, POST');
  });

  test('a tenant without a service key has its own error', async () => {
    const answer = await app().inject({ url: '/api/tenants/other/v2/admin/tenantInfo' });
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'UnknownTenant']);
  });
});

describe('what is passed on', () => {
  test('of the request: type and body byte by byte, and nothing else that the browser sent', async () => {
    const body = '{ "name":"ünï", "n":1.0, "__proto__":{} , "m":2}';
    await app().inject({
      method: 'PATCH',
      url: `${secrets}/a?token=planted`,
      headers: {
        'content-type': 'application/merge-patch+json;charset=Shift_JIS',
        authorization: 'Bearer planted-browser-token',
        cookie: 'session=planted-cookie',
        'accept-encoding': 'br',
        'x-forwarded-for': '10.1.1.1',
        connection: 'x-drop-me',
        'x-drop-me': 'planted',
        'x-request-id': 'chosen-by-the-browser',
      },
      body,
    });
    const [received] = upstream().received;
    expect(received).toMatchObject({ url: '/v2/admin/dockerRegistrySecrets/a', body });
    const { host, connection, 'x-request-id': requestId, ...headers } = received?.headers ?? {};
    expect(headers).toEqual({
      accept: 'application/json',
      authorization: 'Bearer test-token-1',
      'content-type': 'application/merge-patch+json',
      'content-length': String(Buffer.byteLength(body)),
    });
    expect([host, connection]).toEqual([new URL(upstream().url).host, 'keep-alive']);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('of the answer: status, body, Retry-After and request id, and no cookie', async () => {
    upstream().answer = (_request, response) =>
      sendJson(
        response,
        200,
        { resources: [] },
        { 'set-cookie': 'planted=1', server: 'planted', 'x-request-id': 'up-1', 'cache-control': 'public' },
      );
    const answer = await app().inject({ url: secrets });
    expect(answer.json()).toEqual({ resources: [] });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-request-id': 'up-1' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('server');
  });

  test('an API address with a path keeps it', async () => {
    const key = buildTestKey(upstream().url, {
      serviceurls: { AI_API_URL: `${upstream().url}/proxied/ai/` },
    });
    const other = await buildTestApp(await openTestTenants({ acme: key }));
    await other.inject({ url: `${secrets}?$top=1` });
    expect(upstream().received[0]?.url).toBe('/proxied/ai/v2/admin/dockerRegistrySecrets?$top=1');
    await other.close();
  });
});
