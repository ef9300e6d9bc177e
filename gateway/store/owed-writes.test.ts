import { expect, test, vi } from 'vitest';
import { createOwedWrites } from './owed-writes.ts';

const logger = { warn: vi.fn<() => void>(), error: vi.fn<() => void>() };
const never = 1_000_000;

function failing(times: number, done: () => void) {
  let left = times;
  return vi.fn<() => Promise<void>>(async () => {
    left -= 1;
    if (left >= 0) throw new Error('the store is away');
    done();
  });
}

test('a refused write is done once the store accepts it', async () => {
  const owed = createOwedWrites(logger, { pauseMs: 1, maxWaitMs: never });
  const done: string[] = [];
  await owed.settle(
    'a',
    failing(3, () => done.push('a')),
  );
  expect(done).toEqual(['a']);
});

test('nobody waits for a slow store', async () => {
  const owed = createOwedWrites(logger, { maxWaitMs: 1 });
  let answer: (() => void) | undefined;
  const write = () =>
    new Promise<void>((resolve) => {
      answer = resolve;
    });
  await owed.settle('a', write);
  const later = vi.fn<() => Promise<void>>(async () => undefined);
  const settled = owed.settle('a', later);
  await settled;
  expect(later).not.toHaveBeenCalled();
  answer?.();
  await owed.close();
  expect(later).toHaveBeenCalledOnce();
});

test('writes with one key keep their order, and others do not wait for them', async () => {
  const owed = createOwedWrites(logger, { pauseMs: 1, maxWaitMs: never });
  const done: string[] = [];
  const write = (key: string, what: string, failures: number) =>
    owed.settle(
      key,
      failing(failures, () => done.push(what)),
    );
  await Promise.all([write('a', 'a first', 3), write('a', 'a second', 0), write('b', 'b', 0)]);
  expect(done).toEqual(['b', 'a first', 'a second']);
});

test('closing tries once more, and then logs that the write is lost', async () => {
  const owed = createOwedWrites(logger, { pauseMs: never, maxWaitMs: 1 });
  const done: string[] = [];
  const late = failing(1, () => done.push('late'));
  const lost = failing(never, () => done.push('lost'));
  await Promise.all([owed.settle('late', late), owed.settle('lost', lost)]);
  logger.error.mockClear();
  await owed.close();
  expect(done).toEqual(['late']);
  expect(lost).toHaveBeenCalledTimes(2);
  expect(logger.error.mock.calls).toEqual([
    [expect.objectContaining({ key: 'lost' }), expect.stringContaining('lost')],
  ]);
});

test('a write that is never accepted is given up after a time', async () => {
  const owed = createOwedWrites(logger, { pauseMs: 1, keepMs: 0, maxWaitMs: never });
  const write = failing(never, () => undefined);
  await owed.settle('a', write);
  expect(write).toHaveBeenCalledOnce();
});
