import { expect, it, vi } from 'vitest';
import { reservedIds } from '../domain/connection/connection-id.ts';

// What the browser stores is watched as soon as it is imported.
vi.stubGlobal('addEventListener', () => undefined);
const { router } = await import('./router.tsx');

it('no connection can be called like the first part of a page’s address', () => {
  const names = Object.keys(router.routesByPath)
    .map((path) => path.split('/')[1] ?? '')
    .filter((name) => name !== '' && !name.startsWith('$'));
  expect(names).toContain('connections');
  expect(reservedIds).toEqual(expect.arrayContaining(names));
});
