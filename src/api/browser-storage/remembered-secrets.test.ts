import { beforeEach, expect, test } from 'vitest';
import { stubStorage } from './testing/stub-storage.ts';
import type { Connection } from '../../domain/connection/connection.ts';

const storage = stubStorage();
const { rememberChanges, rememberRegistered, rememberRotated } = await import('./change-remembered.ts');
const { rememberDetails } = await import('./remember-details.ts');

const connection = (id: string): Connection => ({ id, label: id, baseUrl: `/${id}`, auth: 'proxy' });
const [a, b, c] = [connection('a'), connection('b'), connection('c')];
const secret = (name: string) => ({
  name,
  registries: [{ host: 'ghcr.io', username: 'octo' }],
  expiresAt: '2027-03-31',
});
const monday = new Date('2026-11-23T10:00:00Z');
const tuesday = new Date('2026-11-24T10:00:00Z');
const remembered = () => JSON.parse(storage.get('remembered-secrets-1') ?? '[]');

beforeEach(() => storage.clear());

test('what was done in many tenants is remembered of each, and of no other secret', () => {
  rememberRegistered(b, secret('shared'), monday);
  rememberRegistered(c, secret('shared'), monday);
  rememberRegistered(c, secret('other'), monday);
  rememberChanges(
    [
      { connection: a, change: 'registered' },
      { connection: b, change: 'rotated' },
      { connection: c, change: 'deleted' },
    ],
    secret('shared'),
    tuesday,
  );
  const registries = [{ host: 'ghcr.io', username: 'octo' }];
  const at = { registeredAt: monday.toISOString() };
  const known = { registries, expiresAt: '2027-03-31' };
  expect(remembered()).toEqual([
    { connectionId: 'c', name: 'other', ...known, ...at },
    { connectionId: 'a', name: 'shared', ...known, registeredAt: tuesday.toISOString() },
    { connectionId: 'b', name: 'shared', ...known, ...at, rotatedAt: tuesday.toISOString() },
  ]);
});

test('a rotation of what this browser has not registered has no date of registration', () => {
  rememberChanges([{ connection: a, change: 'rotated' }], secret('shared'), tuesday);
  expect(remembered()[0]).not.toHaveProperty('registeredAt');
});

test('after a rotation without an end it is open, until somebody says that there is none', async () => {
  const openEnded = { ...secret('shared'), expiresAt: undefined };
  rememberRegistered(a, openEnded, monday);
  rememberRotated(a, openEnded, monday);
  expect(remembered()[0]).not.toHaveProperty('formerEnd');
  rememberRotated(a, secret('shared'), monday);
  rememberRotated(a, openEnded, tuesday);
  rememberRotated(a, openEnded, tuesday);
  expect(remembered()[0]).toMatchObject({ formerEnd: '2027-03-31' });
  expect(remembered()[0]).not.toHaveProperty('expiresAt');
  const still = { ...openEnded, formerEnd: '2027-03-31' };
  const before = remembered();
  await rememberDetails(a, { ...still, note: '' }, { before: still, seen: still }, tuesday);
  expect(remembered()).toEqual(before);
  const noted = { ...still, note: 'Belongs to the vision team' };
  await rememberDetails(a, noted, { before: still, seen: still }, tuesday);
  expect(remembered()[0]).toMatchObject({ note: noted.note, formerEnd: '2027-03-31' });
  const endless = { ...noted, formerEnd: undefined };
  await rememberDetails(a, endless, { before: noted, seen: noted }, tuesday);
  expect(remembered()[0]).not.toHaveProperty('formerEnd');
});

test('details entered by hand leave the dates of what was done here, and a rotation leaves the note', async () => {
  rememberRegistered(a, secret('shared'), monday);
  const registries = [{ host: 'quay.io' }];
  const details = { name: 'shared', registries, expiresAt: undefined, note: 'Belongs to the vision team' };
  await rememberDetails(a, details, { before: secret('shared'), seen: secret('shared') }, tuesday);
  const kept = { connectionId: 'a', name: 'shared', registeredAt: monday.toISOString(), note: details.note };
  expect(remembered()).toEqual([{ ...kept, registries, detailsAt: tuesday.toISOString() }]);

  rememberChanges([{ connection: a, change: 'rotated' }], secret('shared'), tuesday);
  const after = { registries: [{ host: 'ghcr.io', username: 'octo' }], expiresAt: '2027-03-31' };
  expect(remembered()).toEqual([{ ...kept, ...after, rotatedAt: tuesday.toISOString() }]);
});

test('an empty note is none', async () => {
  await rememberDetails(a, { ...secret('shared'), note: '' }, { before: undefined, seen: undefined }, monday);
  expect(remembered()[0]).not.toHaveProperty('note');
});
