import { expect, test } from 'vitest';
import { mayReceiveCredentials } from './realm.ts';

test.each([
  ['registry.example.com', 'https://registry.example.com/token', true],
  ['registry.example.com', 'https://login.example.com/token', true],
  ['registry.example.com', 'http://registry.example.com/token', false],
  ['registry.example.com', 'https://login.example.net/token', false],
  ['registry.example.co.uk', 'https://login.another.co.uk/token', false],
  // Names under one suffix that belong to different people.
  ['acme.github.io', 'https://globex.github.io/token', false],
  ['registry-1.docker.io', 'https://auth.docker.io/token', true],
  ['auth.docker.io.example.com', 'https://auth.docker.io/token', false],
  ['192.0.2.1', 'https://192.0.2.1/token', true],
  ['192.0.2.1', 'https://192.0.2.2/token', false],
])('credentials for %s may go to %s: %s', async (registry, realm, expected) => {
  await expect(mayReceiveCredentials(registry, new URL(realm))).resolves.toBe(expected);
});
