import { expect, it } from 'vitest';
import { onboardingSearch, readOnboardingAddress } from './onboarding-address.ts';

it.each([
  [{}, { like: undefined, tenants: [], step: 'what', plan: undefined }],
  [
    { like: 'acme', tenant: 'a,b' },
    { like: 'acme', tenants: ['a', 'b'], step: 'what', plan: undefined },
  ],
  [
    { like: 2024, step: 'run' },
    { like: '2024', tenants: [], step: 'run', plan: undefined },
  ],
  [
    { like: { id: 'acme' }, step: 'elsewhere' },
    { like: undefined, tenants: [], step: 'what', plan: undefined },
  ],
])('reads %j', (search, address) => {
  expect(readOnboardingAddress(search)).toEqual(address);
});

it('can be read back unchanged, and is no longer than necessary', () => {
  const address = { like: 'acme', tenants: ['x', 'y'], step: 'where', plan: 'p-1' } as const;
  expect(readOnboardingAddress(onboardingSearch(address))).toEqual(address);
  expect(onboardingSearch({ like: undefined, tenants: [], step: 'what' })).toEqual({});
});
