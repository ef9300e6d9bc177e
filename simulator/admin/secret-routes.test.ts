import { describe, expect, test } from 'vitest';
import { buildSecretBody, readError } from '../testing/test-simulator.ts';
import { useTestSimulator } from '../testing/use-test-simulator.ts';

const secretsPath = '/dockerRegistrySecrets';
/** A valid secret except for one byte that is not valid in UTF-8. */
const invalidUtf8 = Buffer.from(
  '{"name":"my-registry","note":"\u00ff","data":{".dockerconfigjson":"{\\"auths\\":{}}"}}',
  'latin1',
);
const seeded = ['docker-hub', 'ghcr-acme-vision', 'harbor-training'];

const { running, vision, forecast, chat } = useTestSimulator();

function listOf(names: string[], count = names.length): object {
  return { count, resources: names.map((name) => ({ name })) };
}

function optionsFor(method: string): { body?: object } {
  return method === 'PATCH' ? { body: buildSecretBody('not-there') } : {};
}

describe('list', () => {
  test.each([
    ['', listOf(seeded)],
    ['?$top=2', listOf(seeded.slice(0, 2))],
    ['?$top=0', listOf([])],
    ['?$skip=1', listOf(seeded.slice(1))],
    ['?$skip=9', listOf([])],
    ['?$top=1&$skip=1', listOf(seeded.slice(1, 2))],
    ['?$top=1&$count=true', listOf(seeded.slice(0, 1), 3)],
    ['?%24top=1&%24count=false', listOf(seeded.slice(0, 1), 1)],
    ['?unknown=1', listOf(seeded)],
  ])('%s', async (query, expected) => {
    const reply = await vision.call('GET', secretsPath + query);
    expect([reply.status, reply.json]).toEqual([200, expected]);
  });

  test.each(['?$top=-1', '?$top=two', '?$top=1.5', '?$skip=', '?$count=yes', '?$top=1&$top=2'])(
    '%s is refused',
    async (query) => {
      const reply = await vision.call('GET', secretsPath + query);
      expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
    },
  );

  test('is ordered by name, whatever the order of registration', async () => {
    await forecast.call('POST', secretsPath, { body: buildSecretBody('zeta') });
    await forecast.call('POST', secretsPath, { body: buildSecretBody('alpha') });
    const reply = await forecast.call('GET', secretsPath);
    expect(reply.json).toEqual(listOf(['alpha', 'zeta']));
  });
});

describe('one secret', () => {
  test('is created, read, replaced and deleted, each with the documented answer', async () => {
    const created = await forecast.call('POST', secretsPath, { body: buildSecretBody('my-registry') });
    expect([created.status, created.json]).toEqual([202, { message: 'Secret has been created' }]);

    const read = await forecast.call('GET', `${secretsPath}/my-registry`);
    const namespace = `tenant-${running().serviceKeys[1]?.serviceKey.identityzoneid}`;
    const creationTimestamp: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect([read.status, read.json]).toEqual([200, { name: 'my-registry', creationTimestamp, namespace }]);

    const id: unknown = expect.stringMatching(/^[\w.-]{4,64}$/);
    const patched = await forecast.call('PATCH', `${secretsPath}/my-registry`, {
      body: buildSecretBody('my-registry', 'another-invented-token'),
    });
    expect([patched.status, patched.json]).toEqual([202, { id, message: 'Secret has been modified' }]);

    expect((await forecast.call('GET', `${secretsPath}/my-registry`)).json).toEqual(read.json);

    const deleted = await forecast.call('DELETE', `${secretsPath}/my-registry`);
    expect([deleted.status, deleted.json]).toEqual([
      202,
      { id, message: 'Docker Registry Secret has been deleted' },
    ]);
    expect((await forecast.call('GET', `${secretsPath}/my-registry`)).status).toBe(404);
  });

  test('is kept for its own tenant only', async () => {
    await forecast.call('POST', secretsPath, { body: buildSecretBody('my-registry') });
    expect((await vision.call('GET', `${secretsPath}/my-registry`)).status).toBe(404);
  });

  test.each(['GET', 'PATCH', 'DELETE'])('%s of an unknown one is a 404', async (method) => {
    const reply = await forecast.call(method, `${secretsPath}/not-there`, optionsFor(method));
    expect([reply.status, readError(reply)]).toMatchObject([
      404,
      { code: 'NotFound', target: `/v2/admin${secretsPath}/not-there` },
    ]);
  });

  test.each(['GET', 'PATCH', 'DELETE'])('%s with a malformed name is a 400', async (method) => {
    const reply = await forecast.call(method, `${secretsPath}/Wrong__Name`, optionsFor(method));
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });

  test('a name beyond 63 characters is a 400, however long', async () => {
    const replies = await Promise.all(
      [64, 101, 3000].map((length) => forecast.call('GET', `${secretsPath}/${'a'.repeat(length)}`)),
    );
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  test.each(['application/merge-patch+json', 'application/json', 'application/json; charset=utf-8'])(
    'PATCH takes %s',
    async (contentType) => {
      const { '.dockerconfigjson': text } = { '.dockerconfigjson': '{"auths":{}}' };
      const body = { data: { '.dockerconfigjson': text } };
      const reply = await vision.call('PATCH', `${secretsPath}/docker-hub`, { body, contentType });
      expect(reply.status).toBe(202);
    },
  );

  test('PATCH cannot rename', async () => {
    const reply = await vision.call('PATCH', `${secretsPath}/docker-hub`, {
      body: buildSecretBody('new-name'),
    });
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });
});

describe('what cannot be created', () => {
  const data = { '.dockerconfigjson': '{"auths":{}}' };

  test.each([
    ['no name', { data }],
    ['no data', { name: 'my-registry' }],
    ['a name with capitals', { name: 'My-Registry', data }],
    ['a name of 64 characters', { name: 'a'.repeat(64), data }],
    ['a further key in data', { name: 'my-registry', data: { ...data, other: 'x' } }],
    ['another key in data', { name: 'my-registry', data: { config: '{"auths":{}}' } }],
    ['an object instead of JSON text', { name: 'my-registry', data: { '.dockerconfigjson': { auths: {} } } }],
    ['text without auths', { name: 'my-registry', data: { '.dockerconfigjson': '{}' } }],
    ['an array', []],
    ['null', null],
  ])('%s', async (_case, body) => {
    const reply = await forecast.call('POST', secretsPath, { body });
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
    expect((await forecast.call('GET', secretsPath)).json).toEqual(listOf([]));
  });

  test.each([
    ['malformed JSON', '{"name":', 'application/json', 400],
    ['bytes that are not UTF-8', Uint8Array.from(invalidUtf8), 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a form', 'name=x', 'application/x-www-form-urlencoded', 415],
    ['YAML', 'name: x', 'application/yaml', 415],
    ['a merge patch', JSON.stringify(buildSecretBody('my-registry')), 'application/merge-patch+json', 415],
    ['more than two mebibytes', `"${'x'.repeat(2_097_153)}"`, 'application/json', 413],
  ])('%s', async (_case, text, contentType, status) => {
    const reply = await forecast.call('POST', secretsPath, { text, contentType });
    expect([reply.status, typeof readError(reply).message]).toEqual([status, 'string']);
  });

  test('the details of a 400 name each broken field', async () => {
    const reply = await forecast.call('POST', secretsPath, { body: { name: 'My-Registry', data: {} } });
    expect(readError(reply).details).toEqual([
      expect.objectContaining({ code: 'InvalidField', target: 'name' }),
      expect.objectContaining({ code: 'InvalidField', target: 'data..dockerconfigjson' }),
    ]);
  });

  test('a name that is taken is a 409 with a list of details, and the secret does not change', async () => {
    const before = await running().inspect('/tenants/acme-vision/secrets/docker-hub');
    const reply = await vision.call('POST', secretsPath, { body: buildSecretBody('docker-hub', 'changed') });
    expect([reply.status, readError(reply)]).toMatchObject([409, { code: 'Conflict', details: [{}] }]);
    expect(await running().inspect('/tenants/acme-vision/secrets/docker-hub')).toMatchObject({
      text: before.text,
    });
  });

  test('the 51st is refused with an object of details, and there is room again after a deletion', async () => {
    const body = buildSecretBody('one-more');
    const refused = await chat.call('POST', secretsPath, { body });
    expect([refused.status, readError(refused)]).toMatchObject([
      403,
      { code: 'QuotaExceeded', details: { maxCount: 50 } },
    ]);
    await chat.call('DELETE', `${secretsPath}/team-registry-01`);
    expect((await chat.call('POST', secretsPath, { body })).status).toBe(202);
  });

  test('no answer quotes what was sent', async () => {
    const planted = 'planted-fake-token';
    const bodies = [
      `{"name":"x1","data":{".dockerconfigjson":"${planted}"`,
      JSON.stringify({ name: planted.toUpperCase(), data: { '.dockerconfigjson': planted } }),
      JSON.stringify({ name: 'x1', data: { [planted]: planted } }),
      JSON.stringify({ name: 'x1', data: planted }),
    ];
    const replies = await Promise.all(bodies.map((text) => forecast.call('POST', secretsPath, { text })));
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(replies.filter(({ text }) => text.toLowerCase().includes(planted))).toEqual([]);
  });
});

describe('calls that do not exist', () => {
  test.each([
    ['PUT', `${secretsPath}/docker-hub`],
    ['POST', `${secretsPath}/docker-hub`],
    ['DELETE', secretsPath],
    ['GET', '/mtlsCertificateSecrets'],
    ['GET', `${secretsPath}/docker-hub/data`],
  ])('%s %s is a 501', async (method, path) => {
    const reply = await vision.call(method, path, method === 'POST' ? { text: 'x', contentType: 'a/b' } : {});
    expect([reply.status, readError(reply).code]).toEqual([501, 'NotImplemented']);
  });

  test('outside /v2 it is a 404', async () => {
    const response = await fetch(`${running().url}/v3/admin/tenantInfo`);
    expect(response.status).toBe(404);
  });

  test('a path that cannot be decoded is a 400', async () => {
    const reply = await vision.call('GET', `${secretsPath}/%zz`);
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });
});
