import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { expect, it, vi } from 'vitest';
import { readListFilters } from '../../registry-secrets/list/list-filters.ts';
import { onlyKnown } from './only-known.ts';

function searchOf(address: string): unknown {
  vi.stubGlobal('window', globalThis);
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: onlyKnown(readListFilters),
  });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  return router.matchRoutes(router.latestLocation).at(-1)?.search;
}

it.each([
  { address: '/', search: {} },
  { address: '/?end=soon&provider=Quay', search: { end: 'soon', provider: 'Quay' } },
  { address: '/?end=soon&other=x', search: { end: 'soon' } },
  { address: '/?end=5&provider=[1]', search: {} },
  { address: '/?end=never&provider={"a":1}', search: {} },
])('a page is given of $address what it knows', ({ address, search }) => {
  expect(searchOf(address)).toEqual(search);
});
