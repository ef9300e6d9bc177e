import { expect, test } from 'vitest';
import { networkOf } from './caller-network.ts';

test.each([
  ['192.0.2.1', '192.0.2.1:50123'],
  ['192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2:a:b:c:d'],
  ['2001:db8:1:2::1', '[2001:db8:1:2::ffff]:443'],
  ['fe80::1', 'fe80::2%eth0'],
])('%s and %s count as one', (one, other) => {
  expect(networkOf(one)).toBe(networkOf(other));
});

test.each([
  ['192.0.2.1', '192.0.2.2'],
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['unknown', '_hidden'],
])('%s and %s count separately', (one, other) => {
  expect(networkOf(one)).not.toBe(networkOf(other));
});
