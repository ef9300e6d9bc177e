import { expect, test } from 'vitest';
import { gitRepository } from './git-repository.ts';

const url = 'https://git.example.com/team/app';
const order = gitRepository.order({ name: 'app', url, username: 'jo', password: 'not-a-real-token' });
const removal = gitRepository.removal({ name: 'app', facts: { url } });

const same = { name: 'app', url: 'https://git.example.com/team/app.git' };
const renamed = { name: 'elsewhere', url: 'https://jo:pw@git.example.com/team/APP/' };
const other = { name: 'app', url: 'https://git.example.com/other/app' };

test.each([
  ['nothing', order, [], { state: 'absent' }],
  ['the same one', order, [same], { state: 'present' }],
  ['the same one under another name', order, [renamed], { state: 'present', otherName: 'elsewhere' }],
  ['another one of that name', order, [other], { state: 'taken' }],
  ['one of that name with odd fields', order, [{ name: 'app', url: null, status: 7 }], { state: 'taken' }],
  ['one of that name without a URL', order, [{ name: 'app' }], { state: 'taken' }],
  ['the same one, and another one of that name', order, [other, renamed], { state: 'present' }],
  ['the same one under another name, to be removed', removal, [renamed], { state: 'absent' }],
  ['one of that name, to be removed', removal, [other], { state: 'present' }],
])('a tenant with %s', (_case, { lookup }, repositories, expected) => {
  expect(lookup.read(repositories)).toMatchObject(expected);
});

test('objects that are not repositories are not understood', () => {
  expect(order.lookup.read([{ url }])).toBeUndefined();
});

test('what is kept of it contains no credential', () => {
  const { name, facts } = order;
  expect({ name, facts }).toEqual({ name: 'app', facts: { url } });
});

test('the requests', () => {
  expect(order.write).toMatchObject({
    create: {
      method: 'POST',
      path: 'repositories',
      body: { name: 'app', url, username: 'jo', password: 'not-a-real-token' },
    },
  });
  // Name and URL cannot be changed.
  expect(order.write?.update('elsewhere')).toEqual({
    method: 'PATCH',
    path: 'repositories/elsewhere',
    body: { username: 'jo', password: 'not-a-real-token' },
  });
  expect(removal).toMatchObject({ remove: { method: 'DELETE', path: 'repositories/app' } });
  expect(removal.write).toBeUndefined();
});
