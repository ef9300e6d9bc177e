import { beforeEach, expect, test } from 'vitest';
import { stubStorage } from '../api/browser-storage/testing/stub-storage.ts';
import type { Connection } from '../domain/connection/connection.ts';

const stored = stubStorage();
const { readAddedConnections } = await import('../api/browser-storage/added-connections.ts');
const { saveConnections } = await import('../api/browser-storage/change-added.ts');
const { forgetAllSecrets } = await import('../api/browser-storage/remembered-secrets.ts');
const { secretMemory } = await import('../api/browser-storage/secret-memory.ts');
const { changeConnections } = await import('./change-connections.ts');

const acme: Connection = { id: 'acme', label: 'Acme', baseUrl: '/acme', auth: 'proxy' };
const other: Connection = { ...acme, id: 'other', label: 'Other' };
const secret = { connectionId: 'acme', name: 'ghcr', registries: [{ host: 'ghcr.io' }] };

beforeEach(() => {
  stored.clear();
  saveConnections([acme]);
});

test('a connection that was removed comes back, with what was remembered of its secrets', () => {
  secretMemory.write([secret]);
  const undo = changeConnections('remove', [acme], readAddedConnections());
  forgetAllSecrets(acme);
  expect(readAddedConnections()).toEqual([]);
  undo();
  expect(readAddedConnections()).toEqual([acme]);
  expect(secretMemory.read()).toEqual([secret]);
});

test('one that was changed is as it was, one that was added is gone, and others stay', () => {
  const undo = changeConnections('save', [{ ...acme, baseUrl: '/elsewhere' }, other], readAddedConnections());
  expect(readAddedConnections()).toEqual([{ ...acme, baseUrl: '/elsewhere' }, other]);
  const third = { ...acme, id: 'third' };
  saveConnections([third]);
  undo();
  expect(readAddedConnections()).toEqual([acme, third]);
});
