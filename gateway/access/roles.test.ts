import { describe, expect, test } from 'vitest';
import { describeRights, hasRight, seesTenant, type Grant } from './roles.ts';
import { readSapRole } from './sap-roles.ts';

const viewer: Grant = { role: 'viewer', resource: '*', tenants: ['acme-*'] };

describe('a pattern of tenants', () => {
  test.each([
    ['acme', 'acme', true],
    ['acme', 'acme-1', false],
    ['*', 'anything', true],
    ['acme-*', 'acme-', true],
    ['acme-*', 'acme', false],
    ['*-prod', 'acme-prod', true],
    ['*-prod', 'acme-prod-2', false],
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['aa*a', 'aa', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'acb', false],
    ['a*b*b', 'ab', false],
    ['*a*a*a*a*a*a*a*a*b', 'a'.repeat(100), false],
  ])('%s covers %s: %s', (pattern, tenant, expected) => {
    expect(seesTenant([{ ...viewer, tenants: [pattern] }], tenant)).toBe(expected);
  });
});

describe('a role', () => {
  test.each([
    ['viewer', [true, false, false]],
    ['auditor', [true, false, true]],
    ['editor', [true, true, true]],
  ] as const)('%s may read, write, audit: %j', (role, expected) => {
    const what = { tenantId: 'acme-1', resource: 'repositories' };
    const rights = (['read', 'write', 'audit'] as const).map((right) =>
      hasRight([{ ...viewer, role }], right, what),
    );
    expect(rights).toEqual(expected);
  });

  test('for one resource gives no right to another', () => {
    const grants: Grant[] = [{ role: 'editor', resource: 'repositories', tenants: ['*'] }, viewer];
    const may = (resource: string, tenantId: string) => hasRight(grants, 'write', { tenantId, resource });
    expect(may('repositories', 'globex')).toBe(true);
    expect(may('dockerRegistrySecrets', 'globex')).toBe(false);
    expect(may('dockerRegistrySecrets', 'acme-1')).toBe(false);
    expect(describeRights(grants, 'globex')).toEqual({
      read: ['repositories'],
      write: ['repositories'],
      audit: false,
    });
    expect(describeRights(grants, 'acme-1')).toEqual({ read: ['*'], write: ['repositories'], audit: false });
    expect(describeRights([], 'acme-1')).toEqual({ read: [], write: [], audit: false });
  });
});

describe('readSapRole', () => {
  test.each([
    ['aicore_admin_dockerregistrysecret_viewer', 'viewer', 'dockerRegistrySecrets'],
    ['aicore_admin_dockerregistrysecret_editor', 'editor', 'dockerRegistrySecrets'],
    ['aicore_admin_repositories_editor', 'editor', 'repositories'],
    ['aicore_admin_applications_viewer', 'viewer', 'applications'],
    ['aicore_admin_resourcegroup_editor', 'editor', 'resourceGroups'],
    ['aicore_admin_objectstoresecret_editor', 'editor', 'objectStoreSecrets'],
    ['aicore_admin_genericsecret_viewer', 'viewer', 'secrets'],
    ['ailaunchpad_aicore_admin_viewer', 'viewer', '*'],
    ['ailaunchpad_aicore_admin_editor', 'editor', '*'],
  ])('%s is %s of %s', (name, role, resource) => {
    expect(readSapRole(name)).toEqual({ role, resource, tenants: ['*'] });
  });

  test.each(['editor', 'aicore_admin_editor', 'aicore_admin_constructor_editor', 'aicore_admin_x_owner', ''])(
    '%j is none',
    (name) => {
      expect(readSapRole(name)).toBeUndefined();
    },
  );
});
