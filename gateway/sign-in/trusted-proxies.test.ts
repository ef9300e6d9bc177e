import { describe, expect, test } from 'vitest';
import { createAddressTest, isAddressOrNetwork } from './trusted-proxies.ts';

describe('createAddressTest', () => {
  test.each([
    [['10.0.0.0/8'], '10.1.2.3', true],
    [['10.0.0.0/8'], '11.1.2.3', false],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
    [['127.0.0.1'], '127.0.0.1', true],
    [['127.0.0.1'], '::ffff:127.0.0.1', true],
    [['127.0.0.1'], '127.0.0.2', false],
    [['fd00::/8'], 'fd12::1', true],
    [['fd00::/8', '::1'], '::1', true],
    [['fd00::/8'], 'fe80::1', false],
    [[], '127.0.0.1', false],
    [['0.0.0.0/0'], undefined, false],
    [['0.0.0.0/0'], 'unix', false],
  ])('%j holds for %s: %s', (entries, address, expected) => {
    expect(createAddressTest(entries)(address)).toBe(expected);
  });
});

describe('isAddressOrNetwork', () => {
  test.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '0.0.0.0/0'])('%s is one', (entry) => {
    expect(isAddressOrNetwork(entry)).toBe(true);
  });
  test.each(['proxy', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', '10.0.0.0/-1'])(
    '%s is none',
    (entry) => {
      expect(isAddressOrNetwork(entry)).toBe(false);
    },
  );
});
