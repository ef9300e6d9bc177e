import { expect, test, vi } from 'vitest';
import { z } from 'zod/mini';
import { createLocalStore } from './local-store.ts';

test('what cannot be stored lives on in this page, and is known as unsaved until it can be', () => {
  const setItem = vi.fn<(key: string, text: string) => void>();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('localStorage', { getItem: () => '["stored"]', setItem });
  const store = createLocalStore('words', z.array(z.string()), []);
  expect([store.read(), store.isUnsaved()]).toEqual([['stored'], false]);

  setItem.mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  store.write(['typed']);
  expect([store.read(), store.isUnsaved()]).toEqual([['typed'], true]);

  setItem.mockReset();
  store.write(['typed']);
  expect(store.isUnsaved()).toBe(false);
});
