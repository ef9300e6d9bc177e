import { describe, expect, test } from 'vitest';
import { allowedRoutes, buildAdminPath, buildAdminQuery, buildScopeHeaders } from './allow-list.ts';

describe('buildAdminPath', () => {
  const secrets = '/v2/admin/dockerRegistrySecrets';
  test.each([
    [secrets, undefined, secrets],
    [`${secrets}/:name`, 'team-a.b_c', `${secrets}/team-a.b_c`],
    ['/v2/admin/applications/:name/status', 'a-b', '/v2/admin/applications/a-b/status'],
    ['/v2/admin/applications/:name/refresh', '..', undefined],
    [`${secrets}/:name`, undefined, undefined],
    [`${secrets}/:name`, '..', undefined],
    [`${secrets}/:name`, '.', undefined],
    [`${secrets}/:name`, '../../lm', undefined],
    [`${secrets}/:name`, 'a?b', undefined],
    [`${secrets}/:name`, 'a b', undefined],
    [`${secrets}/:name`, '$&', undefined],
    [`${secrets}/:name`, 'a'.repeat(254), undefined],
  ])('%s with %s is %s', (pattern, name, path) => {
    expect(buildAdminPath(pattern, name)).toBe(path);
  });
});

describe('buildAdminQuery', () => {
  test.each([
    ['/x', ''],
    ['/x?', ''],
    ['/x?$top=5&$skip=10&$count=true', '?$top=5&$skip=10&$count=true'],
    ['/x?%24top=5', '?$top=5'],
    ['/x?token=planted&$top=5&access_token=planted', '?$top=5'],
    ['/x?$top=1%262', '?$top=1%262'],
  ])('%s keeps %s', (url, query) => {
    expect(buildAdminQuery(url, ['$top', '$skip', '$count'])).toBe(query);
  });
});

describe('buildScopeHeaders', () => {
  const scope = allowedRoutes['/v2/admin/objectStoreSecrets']?.scope;
  test.each([
    [{ 'ai-resource-group': 'Team-A.eu', cookie: 'planted' }, { 'ai-resource-group': 'Team-A.eu' }],
    [{ 'x-other': 'a' }, {}],
    [{ 'ai-resource-group': 'a' }, undefined],
    [{ 'ai-resource-group': '' }, undefined],
    [{ 'ai-resource-group': 'team a' }, undefined],
    [{ 'ai-resource-group': 'team-a, team-b' }, undefined],
    [{ 'ai-resource-group': ['team-a', 'team-b'] }, undefined],
    [{ 'ai-resource-group': '*' }, undefined],
    [{ 'ai-resource-group': `a${'b'.repeat(253)}` }, undefined],
  ])('%j gives %j', (given, headers) => {
    expect(buildScopeHeaders(given, scope)).toEqual(headers);
  });

  test.each([
    [{ 'ai-tenant-scope': 'true' }, { 'ai-tenant-scope': 'true' }],
    [
      { 'ai-tenant-scope': 'true', 'ai-resource-group': '*' },
      { 'ai-tenant-scope': 'true', 'ai-resource-group': '*' },
    ],
    [{ 'ai-tenant-scope': 'True' }, undefined],
    [{ 'ai-tenant-scope': 'false' }, undefined],
    [{ 'ai-resource-group': '**' }, undefined],
  ])('of a generic secret %j gives %j', (given, headers) => {
    expect(buildScopeHeaders(given, allowedRoutes['/v2/admin/secrets']?.scope)).toEqual(headers);
  });

  test('a call for the whole tenant sends none', () => {
    expect(buildScopeHeaders({ 'ai-resource-group': 'team-a' })).toEqual({});
  });
});

test('only the administration of a tenant is allowed: no deployments, no models, no inference', () => {
  expect(Object.keys(allowedRoutes)).toHaveLength(20);
  for (const pattern of Object.keys(allowedRoutes)) expect(pattern).toMatch(/^\/v2\/admin\/[a-zA-Z/:]+$/);
});
