import { expect, test } from 'vitest';
import { application } from './application.ts';
import { gitRepository } from './git-repository.ts';

const source = { repositoryUrl: 'https://git.example.com/team/app', revision: 'HEAD', path: 'serving' };
const order = application.order({ name: 'app-serving', ...source });
const named = { applicationName: 'app-serving', ...source };

test.each([
  ['nothing', [], { state: 'absent' }],
  ['the same', [named], { state: 'present', differs: false }],
  [
    'one of that name that reads another folder',
    [{ ...named, path: 'b' }],
    { state: 'present', differs: true },
  ],
  ['one that reads the same', [{ ...named, applicationName: 'other' }], { state: 'taken' }],
  ['one that reads another', [{ applicationName: 'other', ...source, path: 'b' }], { state: 'absent' }],
])('a tenant with %s', (_case, applications, expected) => {
  expect(order.lookup.read(applications)).toEqual(expected);
});

test.each([
  [
    { syncStatus: 'Synced', healthStatus: 'Healthy' },
    { state: 'settled', says: 'Synced, Healthy' },
  ],
  [{ syncStatus: 'Synced', healthStatus: 'Healthy', syncResourcesStatus: null }, { state: 'settled' }],
  [{ syncStatus: 'OutOfSync', healthStatus: 'Progressing' }, { state: 'settling' }],
  [
    { syncStatus: 'Unknown', healthStatus: 'Healthy', message: 'serving: app path does not exist' },
    { state: 'broken', says: 'Unknown, Healthy, serving: app path does not exist' },
  ],
  [{}, { state: 'settling', says: '' }],
])('the status %j', (status, expected) => {
  expect(order.proof.path).toBe('applications/app-serving/status');
  expect(order.proof.read([status])).toMatchObject(expected);
});

test('an application that does not exist is absent', () => {
  expect(order.proof.read([])).toEqual({ state: 'absent', says: '' });
  expect(order.proof.read(['Synced'])).toBeUndefined();
});

test('it needs its repository, whatever the spelling', () => {
  const url = 'https://git.example.com/team/APP/';
  const repository = gitRepository.order({ name: 'app', url, username: 'jo', password: 'not-a-real-token' });
  expect(order.needs).toBe(repository.provides);
});

test('the requests, and the copy for another tenant', () => {
  expect(order.write?.create).toEqual({ method: 'POST', path: 'applications', body: named });
  expect(order.write?.update('app-serving')).toEqual({
    method: 'PATCH',
    path: 'applications/app-serving',
    body: source,
  });
  const [kept] = application.lists()[0]?.read([named]) ?? [];
  expect(kept).toEqual({ name: 'app-serving', facts: source });
  expect(application.copy({ name: 'app-serving', facts: source }).write?.create).toEqual(order.write?.create);
});
