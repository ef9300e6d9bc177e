import { expect, test } from 'vitest';
import { dockerRegistrySecret } from './docker-registry-secret.ts';

const order = dockerRegistrySecret.order({
  name: 'ghcr.pull',
  entries: [{ host: 'ghcr.io', username: 'jo', password: 'not-a-real-token' }],
  expiresAt: '2027-03-31',
});
const data = {
  '.dockerconfigjson': '{"auths":{"ghcr.io":{"username":"jo","password":"not-a-real-token"}}}',
};

test.each([
  ['the secret', [{ name: 'ghcr.pull' }], 'present'],
  ['no answer but its absence', [], 'absent'],
  ['something that is no secret', ['ghcr.pull'], undefined],
])('a tenant with %s', (_case, found, state) => {
  expect(order.lookup).toMatchObject({ path: 'dockerRegistrySecrets/ghcr.pull', isList: false });
  expect(order.lookup.read(found)?.state).toBe(state);
});

test('the requests', () => {
  const body = { name: 'ghcr.pull', data };
  expect(order.write?.create).toEqual({ method: 'POST', path: 'dockerRegistrySecrets', body });
  expect(order.write?.update('ghcr.pull')).toEqual({
    method: 'PATCH',
    path: 'dockerRegistrySecrets/ghcr.pull',
    body,
  });
  expect(order.remove).toEqual({ method: 'DELETE', path: 'dockerRegistrySecrets/ghcr.pull' });
});

test('what is remembered contains no credential', () => {
  expect(order.remembers).toEqual({
    name: 'ghcr.pull',
    registries: [{ host: 'ghcr.io', username: 'jo' }],
    expiresAt: '2027-03-31',
  });
  expect(dockerRegistrySecret.removal({ name: 'ghcr.pull', facts: {} })).not.toHaveProperty('write');
});
