import { describe, expect, it } from 'vitest';
import { checkProxyAddress, normalizeProxyAddress } from './proxy-address.ts';

describe('checkProxyAddress', () => {
  it.each([
    '/',
    '/api/tenants/acme',
    '/api/tenants/acme/',
    'https://proxy.example.com',
    'https://proxy.example.com:8443/aicore/acme',
    'https://192.0.2.7',
    'http://localhost:8080',
    'http://proxy.localhost',
    'http://127.0.0.1:4000/x',
    'http://[::1]:4000',
    'https://example.com/v2-proxy',
    'https://v2.example.com',
  ])('accepts %j', (address) => {
    expect(checkProxyAddress(address)).toEqual({ warnings: [] });
  });

  it.each([
    ['', { code: 'empty' }],
    ['   ', { code: 'empty' }],
    [' /api', { code: 'white-space', suggestion: '/api' }],
    ['https://a.example\n', { code: 'white-space', suggestion: 'https://a.example' }],
    ['proxy.example.com/acme', { code: 'no-scheme', suggestion: 'https://proxy.example.com/acme' }],
    ['acme', { code: 'not-an-address' }],
    ['//evil.example', { code: 'not-an-address' }],
    ['/\\evil.example', { code: 'not-an-address' }],
    ['https://a b.example', { code: 'not-an-address' }],
    ['https://', { code: 'not-an-address' }],
    ['javascript:alert(1)', { code: 'not-an-address' }],
    ['ftp://a.example', { code: 'other-scheme', scheme: 'ftp' }],
    ['http://proxy.example.com/x', { code: 'plain-http', suggestion: 'https://proxy.example.com/x' }],
    ['http://127.0.0.1.example.com', { code: 'plain-http', suggestion: 'https://127.0.0.1.example.com' }],
    ['https://jo:not-a-real-one@a.example', { code: 'credentials' }],
    ['https:/jo:not-a-real-one@a.example', { code: 'credentials' }],
    ['https:jo:not-a-real-one@a.example', { code: 'credentials' }],
    ['https:\\\\jo:not-a-real-one@a.example', { code: 'credentials' }],
    ['https://jo:not a real one@a.example', { code: 'credentials' }],
    ['/api?access_token=not-a-real-one', { code: 'credentials' }],
    ['/v2/v2', { code: 'admin-path', suggestion: '/v2' }],
    ['https://a.example?x=1', { code: 'query' }],
    ['/api#x', { code: 'query' }],
    ['/api/../admin', { code: 'dot-segments' }],
    ['https://a.example/%2E%2e/x', { code: 'dot-segments' }],
    ['/api/tenants/acme/v2/admin', { code: 'admin-path', suggestion: '/api/tenants/acme' }],
    ['https://a.example/v2/', { code: 'admin-path', suggestion: 'https://a.example' }],
    ['https://a.example/v2/admin/tenantInfo', { code: 'admin-path', suggestion: 'https://a.example' }],
    ['/v2/admin', { code: 'admin-path', suggestion: '/' }],
  ])('refuses %j', (address, problem) => {
    expect(checkProxyAddress(address)).toEqual({ problem, warnings: [] });
  });

  it.each(['proxy.example.com', 'http://a.example', '/x/v2/admin', ' https://a.example '])(
    'suggests only valid addresses for %j',
    (address) => {
      const { problem } = checkProxyAddress(address);
      const suggestion = problem && 'suggestion' in problem ? problem.suggestion : '';
      expect(checkProxyAddress(suggestion).problem).toBeUndefined();
    },
  );

  it('warns about an address of AI Core itself', () => {
    const host = 'api.ai.prod.eu-central-1.aws.ml.hana.ondemand.com';
    expect(checkProxyAddress(`https://${host}`).warnings).toEqual([{ code: 'aicore-itself', host }]);
    expect(checkProxyAddress(`https://${host}.example.com`).warnings).toEqual([]);
  });
});

describe('normalizeProxyAddress', () => {
  it.each([
    ['/api/', '/api'],
    ['https://a.example//', 'https://a.example'],
    ['/', '/'],
  ])('shortens %j to %j', (address, kept) => {
    expect(normalizeProxyAddress(address)).toBe(kept);
  });
});
