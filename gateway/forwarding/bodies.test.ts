import { describe, expect, test } from 'vitest';
import { json, secrets, useForwarding } from './testing/use-forwarding.ts';

const { app, upstream } = useForwarding();

const configOf = (text: string) => `{"data":{".dockerconfigjson":${JSON.stringify(text)}}}`;

describe('what is passed on', () => {
  test.each([
    ['UTF-16', Buffer.from('{"name":"a"}', 'utf16le')],
    ['a byte order mark', '\uFEFF{"name":"a"}'],
    ['no UTF-8', Buffer.from('{"name":"\u00FC"}', 'latin1')],
    ['half of one', '{"name":'],
    ['nests without end', `{"name":"a","x":${'['.repeat(100)}${']'.repeat(100)}}`],
  ])('excludes a body that the gateway cannot read: %s', async (_what, body) => {
    const answer = await app().inject({ method: 'POST', url: secrets, headers: json, body });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'BadRequest']);
    expect(upstream().received).toEqual([]);
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
    // Go treats a long s as an s.
    ['{"name":"a","path":"b","u\u017Fername":"c"}', 'a name, which is written “username”'],
    [configOf('{"auths":{},"auth\u017F":{}}'), 'a name twice'],
    [loginOf({ 'u\u017Fername': 'evil' }), 'a name, which is written “username”'],
    // Kubernetes uses the second one.
    [
      loginOf({ username: 'octo', password: 'invented', auth: evil }),
      'one user in “username” and another in “auth”',
    ],
  ])('excludes a body that other readers understand differently: %s', async (body, fault) => {
    const answer = await app().inject({ method: 'POST', url: secrets, headers: json, body });
    expect([answer.statusCode, answer.json().error]).toMatchObject([
      400,
      { code: 'BadRequest', message: `The request says ${fault}. Nothing was sent.` },
    ]);
    expect(upstream().received).toEqual([]);
  });

  test('is read one by one if bodies are long, so that other calls are answered in between', async () => {
    const order: string[] = [];
    const send = async (what: string, filling: string) => {
      await app().inject({
        method: 'POST',
        url: secrets,
        headers: json,
        body: `{"a":1,"a":2,"b":"${filling}"}`,
      });
      order.push(what);
    };
    const long = Array.from({ length: 8 }, () => send('long', 'x'.repeat(200_000)));
    await Promise.all([...long, send('short', '')]);
    expect(order.indexOf('short')).toBeLessThan(3);
  });

  test.each([{ auth: evil }, { username: 'evil', password: 'invented', auth: evil }])(
    'includes a login in both forms: %j',
    async (user) => {
      const answer = await app().inject({ method: 'POST', url: secrets, headers: json, body: loginOf(user) });
      expect([answer.statusCode, upstream().received.length]).toEqual([200, 1]);
    },
  );

  test('of a deletion is only the path', async () => {
    const answer = await app().inject({
      method: 'DELETE',
      url: `${secrets}/a`,
      headers: json,
      body: '{"name":"b"}',
    });
    const [received] = upstream().received;
    expect([answer.statusCode, received?.body]).toEqual([200, '']);
    expect(received?.headers).not.toHaveProperty('content-type');
  });

  test('includes the largest secret that AI Core accepts', async () => {
    const value = Buffer.alloc(1024 * 1024).toString('base64');
    const body = JSON.stringify({ name: 'model', data: { 'model.bin': value } });
    const url = '/api/tenants/acme/v2/admin/secrets';
    const answer = await app().inject({ method: 'POST', url, headers: json, body });
    expect([answer.statusCode, upstream().received[0]?.body === body]).toEqual([200, true]);
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
    const answer = await app().inject({ method: 'POST', url: secrets, ...request });
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(upstream().received).toEqual([]);
  });
});
