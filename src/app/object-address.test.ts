import { expect, test } from 'vitest';
import { objectAddress } from './object-address.ts';

test.each(['docker-hub', 'new', 'new-one', 'a.b_c'])('%s is itself again after its address', (name) => {
  expect(objectAddress.parse(objectAddress.stringify({ name }))).toEqual({ name });
});

test('what is called as the form has an address of its own', () => {
  expect(objectAddress.stringify({ name: 'new' })).toEqual({ name: '~new' });
  expect(objectAddress.stringify({ name: 'docker-hub' })).toEqual({ name: 'docker-hub' });
});
