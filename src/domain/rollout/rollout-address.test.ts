import { describe, expect, it } from 'vitest';
import { readRolloutAddress, rolloutSearch } from './rollout-address.ts';

describe('readRolloutAddress', () => {
  it.each<[Record<string, unknown>, string[], string[], string]>([
    [{}, [], [], 'what'],
    [{ secret: 'ghcr', tenant: 'acme,globex' }, ['ghcr'], ['acme', 'globex'], 'what'],
    [{ secret: ['a', 'b'], step: 'where' }, ['a', 'b'], [], 'where'],
    [{ secret: ' a ,, b,a' }, ['a', 'b'], [], 'what'],
    [{ secret: 2024, tenant: { id: 'acme' }, step: 'elsewhere' }, ['2024'], [], 'what'],
  ])('reads %j', (search, secrets, tenants, step) => {
    expect(readRolloutAddress(search)).toEqual({ secrets, tenants, step });
  });
});

describe('rolloutSearch', () => {
  it('is no longer than necessary', () => {
    expect(rolloutSearch({ secrets: [], step: 'what' })).toEqual({});
  });

  it('is read back as it was', () => {
    const address = { secrets: ['a', 'b'], tenants: ['x', 'y'], step: 'run' } as const;
    expect(readRolloutAddress(rolloutSearch(address))).toEqual(address);
  });
});
