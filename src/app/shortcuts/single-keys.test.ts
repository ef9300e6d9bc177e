import { describe, expect, it } from 'vitest';
import { goKeys, keyCommand } from './single-keys.ts';

const list = '/acme/docker-registry-secrets';

it('every page has a key of its own', () => {
  const keys = Object.values(goKeys);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('a single key', () => {
  it.each([
    ['', '/', list, { kind: 'search' }],
    ['', '?', list, { kind: 'help' }],
    ['', 'g', list, { kind: 'wait', keys: 'g' }],
    ['g', 's', '/overview', { kind: 'go', to: list }],
    ['g', 'g', list, { kind: 'go', to: '/acme/git-repositories' }],
    ['g', 'o', list, { kind: 'go', to: '/overview' }],
    ['g', 'a', list, { kind: 'go', to: '/acme/applications' }],
    ['g', 'x', list, undefined],
    ['', 'n', list, { kind: 'go', to: `${list}/new` }],
    ['', 'n', '/acme/git-repositories', { kind: 'go', to: '/acme/git-repositories/new' }],
    ['g', 'u', list, { kind: 'go', to: '/acme/resource-groups' }],
    ['', 'n', '/acme/resource-groups', { kind: 'go', to: '/acme/resource-groups/new' }],
    ['', 'r', '/acme/resource-groups/team-a', undefined],
    ['', 'n', '/connections', { kind: 'go', to: '/connections/new' }],
    ['', 'n', '/overview', { kind: 'go', to: `${list}/new` }],
    ['', 'r', `${list}/docker-hub`, { kind: 'go', to: `${list}/docker-hub/rotate` }],
    ['', 'n', '/acme/applications/nightly', { kind: 'go', to: '/acme/applications/new' }],
    ['', 'r', '/acme/applications/nightly', undefined],
    ['', 'n', '/acme/object-store-secrets', { kind: 'go', to: '/acme/object-store-secrets/new' }],
    ['', 'n', '/acme/generic-secrets', { kind: 'go', to: '/acme/generic-secrets/new' }],
    ['g', 'k', list, { kind: 'go', to: '/acme/generic-secrets' }],
    ['g', 'm', list, { kind: 'go', to: '/onboarding' }],
    ['g', 'p', list, { kind: 'go', to: '/approvals' }],
    ['g', 'l', list, { kind: 'go', to: '/audit' }],
    ['', 'r', list, undefined],
    ['', 'r', `${list}/new`, undefined],
    ['', 'r', `${list}/docker-hub/rotate`, undefined],
    ['', 'x', list, undefined],
  ])('%j then %j on %s', (before, key, path, command) => {
    expect(keyCommand(before, key, { path, tenant: 'acme' })).toEqual(command);
  });

  it.each([
    ['/acme/object-store-secrets', '/acme/object-store-secrets/new?group=team-a'],
    ['/acme/git-repositories', '/acme/git-repositories/new'],
  ])('n on %s keeps the resource group where it counts', (path, to) => {
    expect(keyCommand('', 'n', { path, search: '?group=team-a', tenant: 'acme' })).toEqual({
      kind: 'go',
      to,
    });
  });

  it('leads to no page of a tenant where there is none', () => {
    expect(keyCommand('g', 's', { path: '/connections', tenant: undefined })).toBeUndefined();
    expect(keyCommand('', 'n', { path: '/overview', tenant: undefined })).toBeUndefined();
  });
});
