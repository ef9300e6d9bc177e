import { beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '../domain/connection/connection.ts';

const stored = new Map<string, string>();
vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
});
const { readAddedConnections, saveConnections } = await import('../api/browser-storage/added-connections.ts');
const { rememberedStore, forgetAllSecrets } = await import('../api/browser-storage/remembered-secrets.ts');
const { changeConnections, useLastChange } = await import('./last-change.ts');
vi.mock('react', () => ({ useSyncExternalStore: (_: unknown, read: () => unknown) => read() }));

const acme: Connection = { id: 'acme', label: 'Acme', baseUrl: '/acme', auth: 'proxy' };
const other: Connection = { ...acme, id: 'other', label: 'Other' };
const secret = { connectionId: 'acme', name: 'ghcr', registries: [{ host: 'ghcr.io' }] };
const undo = () => useLastChange()?.undo();

beforeEach(() => {
  stored.clear();
  saveConnections([acme]);
});

test('a connection that was removed comes back, with what was remembered of its secrets', () => {
  rememberedStore.write([secret]);
  changeConnections('removed', [acme], readAddedConnections());
  forgetAllSecrets(acme);
  expect(readAddedConnections()).toEqual([]);
  undo();
  expect(readAddedConnections()).toEqual([acme]);
  expect(rememberedStore.read()).toEqual([secret]);
  expect(useLastChange()).toBeUndefined();
});

test('one that was changed is as it was, one that was added is gone, and others stay', () => {
  changeConnections('imported', [{ ...acme, baseUrl: '/elsewhere' }, other], readAddedConnections());
  expect(readAddedConnections()).toEqual([{ ...acme, baseUrl: '/elsewhere' }, other]);
  const third = { ...acme, id: 'third' };
  saveConnections([third]);
  undo();
  expect(readAddedConnections()).toEqual([acme, third]);
});
