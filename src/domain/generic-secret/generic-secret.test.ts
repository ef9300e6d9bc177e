import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { checkGenericSecretName } from './generic-secret-name.ts';
import { readReplication } from './replication.ts';
import {
  buildGenericSecretBody,
  checkSecretKey,
  decodedOnce,
  isVariableName,
  sizeOfEntries,
} from './secret-data.ts';
import { scopeHeaders, scopeKey, scopeOf, searchOf, type SecretScope } from './secret-scope.ts';
import { bytesToBase64 } from '../text/base64.ts';
import { mountSnippet, variablesSnippet } from './usage-snippet.ts';

const group: SecretScope = { kind: 'group', group: 'team-a' };

describe('a scope', () => {
  it.each<[SecretScope, object, object]>([
    [group, { group: 'team-a' }, { 'AI-Resource-Group': 'team-a' }],
    [{ kind: 'tenant' }, { scope: 'tenant' }, { 'AI-Tenant-Scope': 'true' }],
    [{ kind: 'all' }, { scope: 'all' }, { 'AI-Tenant-Scope': 'true', 'AI-Resource-Group': '*' }],
  ])('%j is %j in an address and %j in headers', (scope, search, headers) => {
    expect(searchOf(scope)).toEqual(search);
    expect(scopeOf(search)).toEqual(scope);
    expect(scopeHeaders(scope)).toEqual(headers);
  });

  it('is the default group if an address names none, and no group is mistaken for another scope', () => {
    expect(scopeOf({})).toEqual({ kind: 'group', group: 'default' });
    const keys = [group, { kind: 'group', group: 'all' } as const, { kind: 'all' } as const].map(scopeKey);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a name', () => {
  it.each(['a', 'model-key', 'v1.2', 'a'.repeat(252)])('%s is accepted', (name) => {
    expect(checkGenericSecretName(name)).toBeUndefined();
  });

  it.each([
    ['', 'empty', undefined],
    ['a'.repeat(253), 'too-long', undefined],
    ['MY_GENERIC_SECRET', 'bad-character', 'my-generic-secret'],
    ['two words', 'bad-character', 'two-words'],
    ['-a-', 'bad-edge', 'a'],
    ['a..b', 'bad-edge', 'a.b'],
    ['a.-b', 'bad-edge', 'a.b'],
    ['---', 'bad-edge', ''],
  ])('%s: %s', (name, code, suggestion) => {
    expect(checkGenericSecretName(name)).toMatchObject({
      code,
      ...(suggestion !== undefined && { suggestion }),
    });
  });
});

describe('a key', () => {
  it.each(['token', 'API_KEY', 'tls.crt', '-', '.env'])('%s is accepted', (key) => {
    expect(checkSecretKey(key)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['a b', 'bad-character'],
    ['ä', 'bad-character'],
    ['.', 'dots'],
    ['..a', 'dots'],
    ['a'.repeat(254), 'too-long'],
  ])('%s: %s', (key, code) => {
    expect(checkSecretKey(key)?.code).toBe(code);
  });

  it.each([
    ['API_KEY', true],
    ['_x', true],
    ['tls.crt', false],
    ['1a', false],
  ])('%s as a variable: %s', (key, expected) => {
    expect(isVariableName(key)).toBe(expected);
  });
});

describe('values', () => {
  it('are sent in base64: a text as UTF-8, a file byte by byte', () => {
    const bytes = Uint8Array.from([0, 255, 16, 128]);
    const file = { name: 'key.bin', size: 4, base64: bytesToBase64(bytes) };
    const entries = [
      { key: 'text', text: 'pässwörd\n' },
      { key: 'file', text: 'left over', file },
    ];
    const body = buildGenericSecretBody('n', entries);
    expect(Buffer.from(body.data['text'] ?? '', 'base64').toString('utf8')).toBe('pässwörd\n');
    expect([...Buffer.from(body.data['file'] ?? '', 'base64')]).toEqual([...bytes]);
    expect(sizeOfEntries(entries)).toBe(11 + 4);
    expect(bytesToBase64(new Uint8Array(20_000))).toBe(Buffer.alloc(20_000).toString('base64'));
  });

  it.each([
    [Buffer.from('a sentence in clear').toString('base64'), 'a sentence in clear'],
    [Buffer.from('{"type": "service_account"}').toString('base64'), '{"type": "service_account"}'],
    ['invented-token-of-letters', undefined],
    ['0123456789abcdef0123456789abcdef', undefined],
    ['c2hvcnQ=', undefined],
    ['', undefined],
  ])('that already are base64 are reported: %s', (text, decoded) => {
    expect(decodedOnce(text)).toBe(decoded);
  });
});

it('says in which groups a secret has arrived, according to AI Core', () => {
  expect(readReplication({ b: true, a: false, default: true })).toEqual({
    arrived: ['b', 'default'],
    waiting: ['a'],
  });
  expect(readReplication({})).toBeUndefined();
  expect(readReplication(undefined)).toBeUndefined();
});

it('shows how a container gets the values', () => {
  expect(parse(variablesSnippet('model-key', ['API_KEY', 'tls.crt', '1']))).toEqual({
    env: [
      { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'model-key', key: 'API_KEY' } } },
      { name: 'tls_crt', valueFrom: { secretKeyRef: { name: 'model-key', key: 'tls.crt' } } },
      { name: '_1', valueFrom: { secretKeyRef: { name: 'model-key', key: '1' } } },
    ],
  });
  expect(parse(mountSnippet('model-key'))).toMatchObject({
    volumes: [{ name: 'model-key', secret: { secretName: 'model-key' } }],
    containers: [{ volumeMounts: [{ name: 'model-key', mountPath: '/etc/model-key', readOnly: true }] }],
  });
});
