import { expect, it, test, vi } from 'vitest';
import { maxConcurrency, originOf } from './max-concurrency.ts';

const own = 'https://console.example.com';
const entry = (name: string, nextHopProtocol: string) => ({ name, nextHopProtocol });

it.each([
  ['nothing is known', [], 6],
  ['HTTP/1.1', [entry(`${own}/config.json`, 'http/1.1')], 6],
  ['HTTP/2', [entry(`${own}/config.json`, 'h2')], 24],
  ['HTTP/3', [entry(`${own}/config.json`, 'h3')], 24],
  ['a file from the cache, then HTTP/2', [entry(`${own}/a.js`, ''), entry(`${own}/b.js`, 'h2')], 24],
  ['HTTP/2 of another host', [entry('https://cdn.example.com/a.js', 'h2')], 6],
  ['HTTP/2 of another port', [entry('https://console.example.com:8443/a.js', 'h2')], 6],
  ['a name that is no address', [entry('about:blank', 'h2')], 6],
] as const)('%s', (_case, entries, expected) => {
  expect(maxConcurrency(own, entries)).toBe(expected);
});

test.each([
  ['/api/tenants/acme', own],
  ['https://proxy.example.com:8443/acme', 'https://proxy.example.com:8443'],
  ['https://[bad', 'https://[bad'],
])('the origin of %s is %s, and what is no address stops nobody', (baseUrl, origin) => {
  vi.stubGlobal('location', { origin: own });
  expect(originOf({ id: 'acme', label: 'Acme', baseUrl, auth: 'proxy' })).toBe(origin);
});
