import { expect, test, vi } from 'vitest';
import { markUnsaved, onceSaved } from './unsaved.ts';

test('what would take something typed along waits until nothing is typed, and is done once', () => {
  const act = vi.fn<() => void>();
  onceSaved(act);
  expect(act).toHaveBeenCalledTimes(1);

  const [saveOne, saveOther] = [markUnsaved(), markUnsaved()];
  onceSaved(act);
  saveOne();
  expect(act).toHaveBeenCalledTimes(1);
  saveOther();
  expect(act).toHaveBeenCalledTimes(2);
  markUnsaved()();
  expect(act).toHaveBeenCalledTimes(2);
});
