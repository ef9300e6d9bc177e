import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reservedIds } from '../domain/connection/connection-id.ts';

it('no connection can be called like the first part of a page’s address', () => {
  const router = readFileSync(new URL('router.tsx', import.meta.url), 'utf8');
  const rootRoutes = router.matchAll(/getParentRoute: \(\) => rootRoute,\s*path: '\/([^/'$]+)/g);
  const names = [...rootRoutes].map(([, name]) => name);
  expect(names).toContain('connections');
  expect(reservedIds).toEqual(expect.arrayContaining(names));
});
