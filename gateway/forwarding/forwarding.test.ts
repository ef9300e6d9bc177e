import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';

const base = '/api/tenants/acme';
const secrets = `${base}/v2/admin/dockerRegistrySecrets`;
const json = { 'content-type': 'application/json' };

let upstream: FakeUpstream;
let app: FastifyInstance;
beforeEach(async () => {
  upstream = await startFakeUpstream();
  app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }));
});
afterEach(async () => {
  await app.close();
  await upstream.close();
});

const configOf = (text: string) => `{"data":{".dockerconfigjson":${JSON.stringify(text)}}}`;

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
    const answer = await app.inject({
      method,
      url: `${base}${path}`,
      ...(hasBody ? { headers: json, body: '{"a":1}' } : {}),
    });
    expect(answer.statusCode).toBe(200);
    expect(upstream.received).toMatchObject([{ method, url: path, body: hasBody ? '{"a":1}' : '' }]);
  });

  test('forwards the refresh of an application, which has no body', async () => {
    const path = '/v2/admin/applications/a-b/refresh';
    const answer = await app.inject({ method: 'POST', url: `${base}${path}`, headers: json });
    expect(answer.statusCode).toBe(200);
    expect(upstream.received).toMatchObject([{ method: 'POST', url: path, body: '' }]);
    expect(upstream.received[0]?.headers).not.toHaveProperty('content-type');
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
    const answer = await app.inject({ method, url: `${base}${path}`, headers: json, body: '{}' });
    expect(answer.statusCode).toBe(status);
    // HEAD has no body to look into.
    const { error } = method === 'HEAD' ? { error: undefined } : answer.json();
    expect(error?.requestId ?? answer.headers['x-request-id']).toBe(answer.headers['x-request-id']);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect([upstream.received, upstream.tokenRequests]).toEqual([[], []]);
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
    const answer = await app.inject({ url: `${base}${path}`, headers });
    expect(answer.statusCode).toBe(status);
    expect(upstream.received.map((request) => request.headers['ai-resource-group'])).toEqual(sent);
  });

  test('names the methods that exist', async () => {
    const answer = await app.inject({ method: 'PUT', url: secrets, headers: json, body: '{}' });
    expect(answer.headers.allow).toBe('GET, POST');
  });

  test('a tenant without a service key is told apart', async () => {
    const answer = await app.inject({ url: '/api/tenants/other/v2/admin/tenantInfo' });
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'UnknownTenant']);
  });
});

describe('what is passed on', () => {
  test('of the request: type and body byte by byte, and nothing else of the browser', async () => {
    const body = '{ "name":"ünï", "n":1.0, "__proto__":{} , "m":2}';
    await app.inject({
      method: 'PATCH',
      url: `${secrets}/a?token=planted`,
      headers: {
        'content-type': 'application/merge-patch+json',
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
    const [received] = upstream.received;
    expect(received).toMatchObject({ url: '/v2/admin/dockerRegistrySecrets/a', body });
    const { host, connection, 'x-request-id': requestId, ...headers } = received?.headers ?? {};
    expect(headers).toEqual({
      accept: 'application/json',
      authorization: 'Bearer test-token-1',
      'content-type': 'application/merge-patch+json',
      'content-length': String(Buffer.byteLength(body)),
    });
    expect([host, connection]).toEqual([new URL(upstream.url).host, 'keep-alive']);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['UTF-16', Buffer.from('{"name":"a"}', 'utf16le')],
    ['a byte order mark', '\uFEFF{"name":"a"}'],
    ['no UTF-8', Buffer.from('{"name":"\u00FC"}', 'latin1')],
    ['half of one', '{"name":'],
    ['nests without end', `{"name":"a","x":${'['.repeat(100)}${']'.repeat(100)}}`],
  ])('of a body that nobody here can read nothing: %s', async (_what, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: secrets, headers, body });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'BadRequest']);
    expect(upstream.received).toEqual([]);
  });

  const evil = Buffer.from('evil:invented').toString('base64');
  const loginOf = (user: object) => configOf(JSON.stringify({ auths: { 'ghcr.io': user } }));
  test.each([
    ['{"name":"a","name":"b"}', '“name” twice'],
    [String.raw`{"name":"a","n\u0061me":"b"}`, '“name” twice'],
    ['{"name":"a","Name":"b"}', '“Name” twice'],
    ['{"name":"a","data":{"k":"1","k":"2"}}', '“k” twice'],
    [`{"data":{"ghp_${'a'.repeat(36)}":"1","ghp_${'a'.repeat(36)}":"2"}}`, 'a name twice'],
    ['{"applicationname":"a"}', '“applicationname”, which is written “applicationName”'],
    ['{"name":"a","applicationName":"b"}', 'both “name” and “applicationName”'],
    ['{"url":"https://a.example","repositoryUrl":"https://b.example"}', 'both “url” and “repositoryUrl”'],
    [configOf('{"auths":{},"Auths":{}}'), '“Auths” twice'],
    [configOf('{"auths":{"ghcr.io":{},"ghcr.io":{}}}'), '“ghcr.io” twice'],
    [configOf('{"auths":{"jo:invented@a.io":{},"jo:invented@a.io":{}}}'), 'a name twice'],
    [configOf('{"Auths":{}}'), '“Auths”, which is written “auths”'],
    [loginOf({ Username: 'evil', password: 'invented' }), '“Username”, which is written “username”'],
    // Kubernetes believes the second one.
    [
      loginOf({ username: 'octo', password: 'invented', auth: evil }),
      'one user in “username” and another one in “auth”',
    ],
  ])('of a body that says another thing to others nothing: %s', async (body, fault) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: secrets, headers, body });
    expect([answer.statusCode, answer.json().error]).toMatchObject([
      400,
      { code: 'BadRequest', message: `The request says ${fault}. Nothing was sent.` },
    ]);
    expect(upstream.received).toEqual([]);
  });

  test('of several long ones is read one by one: whoever asks meanwhile is answered in between', async () => {
    const order: string[] = [];
    const send = async (what: string, filling: string) => {
      const headers = { 'content-type': 'application/json' };
      await app.inject({ method: 'POST', url: secrets, headers, body: `{"a":1,"a":2,"b":"${filling}"}` });
      order.push(what);
    };
    const long = Array.from({ length: 8 }, () => send('long', 'x'.repeat(200_000)));
    await Promise.all([...long, send('short', '')]);
    expect(order.indexOf('short')).toBeLessThan(3);
  });

  test.each([{ auth: evil }, { username: 'evil', password: 'invented', auth: evil }])(
    'a login passes in both of its forms: %j',
    async (user) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await app.inject({ method: 'POST', url: secrets, headers, body: loginOf(user) });
      expect([answer.statusCode, upstream.received.length]).toEqual([200, 1]);
    },
  );

  test('of the answer: status, body, Retry-After and request id, and no cookie', async () => {
    upstream.answer = (_request, response) =>
      sendJson(
        response,
        200,
        { resources: [] },
        { 'set-cookie': 'planted=1', server: 'planted', 'x-request-id': 'up-1', 'cache-control': 'public' },
      );
    const answer = await app.inject({ url: secrets });
    expect(answer.json()).toEqual({ resources: [] });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-request-id': 'up-1' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('server');
  });

  test('an API address with a path keeps it', async () => {
    const key = buildTestKey(upstream.url, { serviceurls: { AI_API_URL: `${upstream.url}/proxied/ai/` } });
    const other = await buildTestApp(await openTestTenants({ acme: key }));
    await other.inject({ url: `${secrets}?$top=1` });
    expect(upstream.received[0]?.url).toBe('/proxied/ai/v2/admin/dockerRegistrySecrets?$top=1');
    await other.close();
  });

  test('the largest secret that AI Core keeps passes', async () => {
    const value = Buffer.alloc(1024 * 1024).toString('base64');
    const body = JSON.stringify({ name: 'model', data: { 'model.bin': value } });
    const url = '/api/tenants/acme/v2/admin/secrets';
    const answer = await app.inject({ method: 'POST', url, headers: json, body });
    expect([answer.statusCode, upstream.received[0]?.body === body]).toEqual([200, true]);
  });

  test.each([
    [
      'a body that is too large',
      { headers: json, body: `"${'a'.repeat(2 * 1024 * 1024)}"` },
      413,
      'BodyTooLarge',
    ],
    ['a form', { headers: { 'content-type': 'text/plain' }, body: 'a=1' }, 415, 'UnsupportedMediaType'],
  ])('%s is refused', async (_name, request, status, code) => {
    const answer = await app.inject({ method: 'POST', url: secrets, ...request });
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(upstream.received).toEqual([]);
  });
});

describe('tokens', () => {
  test('one is fetched for twenty requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.inject({ url: secrets })));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(upstream.tokenRequests).toHaveLength(1);
  });

  test('a rejected one is fetched anew once, and the request repeated with its body', async () => {
    upstream.answer = ({ headers }, response) =>
      headers.authorization === 'Bearer test-token-1'
        ? sendJson(response, 401, { error: { code: 'Unauthorized' } })
        : sendJson(response, 202, { message: 'accepted' });
    const request = { method: 'POST', url: secrets, headers: json, body: '{"name":"a"}' } as const;
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.inject(request)));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 20 }, () => 202));
    expect(upstream.tokenRequests).toHaveLength(2);
    expect(new Set(upstream.received.map(({ body }) => body))).toEqual(new Set(['{"name":"a"}']));
  });

  test('a tenant that rejects every token is asked twice and no more', async () => {
    upstream.answer = (_request, response) =>
      sendJson(response, 401, { error: { code: 'Unauthorized', message: 'no', requestId: 'up-2' } });
    const answer = await app.inject({ url: secrets });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({ error: { code: 'Unauthorized', message: 'no', requestId: 'up-2' } });
    expect([upstream.received.length, upstream.tokenRequests.length]).toEqual([2, 2]);
  });

  test('a service key that is rejected has a code of its own, and its secret stays here', async () => {
    upstream.answerToken = (_request, response) =>
      sendJson(response, 401, { error_description: 'planted-client-secret is wrong' });
    const answer = await app.inject({ url: secrets });
    expect(answer.statusCode).toBe(502);
    expect(answer.json().error).toMatchObject({
      code: 'TokenRequestFailed',
      message: `The token server ${new URL(upstream.url).host} rejected the service key (401).`,
    });
    expect(answer.body).not.toContain('planted');
  });

  test('300 calls with a key that is rejected ask for a few tokens only', async () => {
    upstream.answerToken = (_request, response) => sendJson(response, 401, {});
    for (let round = 0; round < 30; round += 1) {
      const calls = Array.from({ length: 10 }, () => app.inject({ url: secrets }));
      const answers = await Promise.all(calls);
      expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([502]));
    }
    expect(upstream.tokenRequests.length).toBeLessThan(10);
  });

  test('an API that rejects every token costs its token server two requests, and not one for each call', async () => {
    upstream.answer = (_request, response) =>
      sendJson(response, 401, { error: { code: 'Unauthorized', message: 'no', requestId: 'up' } });
    for (let call = 0; call < 20; call += 1)
      expect((await app.inject({ url: secrets })).statusCode).toBe(401);
    expect(upstream.tokenRequests).toHaveLength(2);
  });
});
