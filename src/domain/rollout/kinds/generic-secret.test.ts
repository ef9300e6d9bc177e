import { expect, test } from 'vitest';
import type { SecretScope } from '../../generic-secret/secret-scope.ts';
import { genericSecret, scopeFacts, scopeOfFacts } from './generic-secret.ts';
import { groupNeed } from './resource-group.ts';

const entries = [{ key: 'token', text: 'not-a-real-token' }];

test.each<[SecretScope, object, string | undefined]>([
  [{ kind: 'tenant' }, { 'AI-Tenant-Scope': 'true' }, undefined],
  [{ kind: 'all' }, { 'AI-Tenant-Scope': 'true', 'AI-Resource-Group': '*' }, undefined],
  [{ kind: 'group', group: 'team-a' }, { 'AI-Resource-Group': 'team-a' }, groupNeed('team-a')],
])('the requests of %j go to its scope', (scope, headers, needs) => {
  const order = genericSecret.order(scope, { name: 'model-key', entries });
  const data = { token: 'bm90LWEtcmVhbC10b2tlbg==' };
  expect(order.write?.create).toEqual({
    method: 'POST',
    path: 'secrets',
    headers,
    body: { name: 'model-key', data },
  });
  expect(order.write?.update('model-key')).toEqual({
    method: 'PATCH',
    path: 'secrets/model-key',
    headers,
    body: { data },
  });
  expect(order.lookup).toMatchObject({ path: 'secrets/model-key', headers });
  expect(order.remove).toEqual({ method: 'DELETE', path: 'secrets/model-key', headers });
  expect(order.needs).toBe(needs);
  expect(scopeOfFacts(order.facts)).toEqual(scope);
  expect(genericSecret.removal(order).remove).toEqual(order.remove);
});

test('a tenant is asked for the secrets of each scope', () => {
  const lists = genericSecret.lists(['default', 'team-a']);
  expect(lists.map(({ headers }) => headers['AI-Resource-Group'])).toEqual([
    undefined,
    '*',
    'default',
    'team-a',
  ]);
  expect(lists.at(-1)?.read([{ name: 'model-key' }])).toEqual([
    { name: 'model-key', facts: scopeFacts({ kind: 'group', group: 'team-a' }) },
  ]);
});

test.each([
  [[{ name: 'model-key' }], 'settled'],
  [[{ name: 'model-key', resourceGroupSecretsSyncStatus: { default: true, 'team-a': false } }], 'settling'],
  [[{ name: 'model-key', resourceGroupSecretsSyncStatus: { default: true } }], 'settled'],
  [[], 'absent'],
])('%j is %s', (secrets, state) => {
  const { proof } = genericSecret.order({ kind: 'all' }, { name: 'model-key', entries });
  expect(proof.read(secrets)?.state).toBe(state);
});
