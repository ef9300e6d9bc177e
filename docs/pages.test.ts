import { expect, it, vi } from 'vitest';
import { pages } from '../e2e/pages.ts';

// On import, the console starts to watch the browser's storage.
vi.stubGlobal('addEventListener', () => undefined);
const { router } = await import('../src/app/router.tsx');

it('every page that the router shows is measured in the browser', () => {
  const shown = Object.values(router.routesByPath)
    .filter((route) => !route.options.beforeLoad && !route.children)
    .map(({ fullPath }) => fullPath);
  expect(shown.toSorted()).toEqual(pages.map(({ route }) => route).toSorted());
});
