import { describe, expect, it } from 'vitest';
import { mayWrite, rolesIn, writableResources } from './access.ts';

const of = (write: string[], audit = false) => ({ access: { read: ['*'], write, audit } });

const all = [
  'dockerRegistrySecrets',
  'repositories',
  'applications',
  'resourceGroups',
  'objectStoreSecrets',
  'secrets',
];

describe('what may be changed', () => {
  it.each([
    [{}, all],
    [of(['*']), all],
    [of(['repositories']), ['repositories']],
    [of([]), []],
    [of(['executables']), []],
  ])('for %j: %j', (tenant, expected) => {
    expect(writableResources(tenant)).toEqual(expected);
    expect(mayWrite(tenant, 'repositories')).toBe(expected.includes('repositories'));
  });
});

describe('rolesIn', () => {
  it('counts the tenants of each role, the most powerful role first', () => {
    const tenants = [of([]), of(['*'], true), of([], true), of(['repositories']), of([]), {}];
    expect(rolesIn(tenants)).toEqual([
      { role: 'editor', tenants: 1 },
      { role: 'part-editor', tenants: 1 },
      { role: 'auditor', tenants: 1 },
      { role: 'viewer', tenants: 2 },
    ]);
  });

  it('leaves out tenants that state no rights', () => {
    expect(rolesIn([{}, {}])).toEqual([]);
  });
});
