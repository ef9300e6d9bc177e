import { expect, test } from 'vitest';
import { readBodyFacts } from './subject.ts';

function secretOf(hosts: number): Buffer {
  const login = { username: 'octo', password: 'invented' };
  const auths = Object.fromEntries(Array.from({ length: hosts }, (_, index) => [`r${index}.example`, login]));
  return Buffer.from(JSON.stringify({ name: 'a', data: { '.dockerconfigjson': JSON.stringify({ auths }) } }));
}

test('the bytes of one call are parsed only once', () => {
  const body = secretOf(2);
  expect(readBodyFacts(body)).toBe(readBodyFacts(body));
});

test.each([
  [200, 200, false],
  [201, 200, true],
  [20_000, 200, true],
])('of %i registries %i are recorded', (hosts, told, isHidden) => {
  const facts = readBodyFacts(secretOf(hosts), 'dockerRegistrySecrets');
  expect([facts.subject?.registries?.length, facts.isHidden]).toEqual([told, isHidden]);
});

test('at most a hundred keys of a generic secret are recorded', () => {
  const data = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key-${index}`, 'x']));
  expect(readBodyFacts(Buffer.from(JSON.stringify({ name: 'a', data })), 'secrets')).toMatchObject({
    subject: { keys: { length: 100 } },
    isHidden: true,
  });
});

test.each([
  ['as Docker writes it', {}],
  ['beside empty fields', { username: '', password: '' }],
])('the user in an entry’s auth is recorded, %s', (_, beside) => {
  const auth = Buffer.from('octo:invented').toString('base64');
  const config = JSON.stringify({ auths: { 'ghcr.io': { ...beside, auth } } });
  expect(readBodyFacts({ data: { '.dockerconfigjson': config } }, 'dockerRegistrySecrets')).toEqual({
    name: undefined,
    subject: { registries: [{ host: 'ghcr.io', username: 'octo' }] },
    isHidden: false,
  });
});
