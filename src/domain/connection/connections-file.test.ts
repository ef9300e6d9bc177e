import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { formatConnectionsFile, maxFileLength, parseConnectionsFile } from './connections-file.ts';

const acme: Connection = {
  id: 'acme',
  label: 'Acme',
  baseUrl: 'https://proxy.example.com/acme',
  auth: 'bearer',
};
const path: Connection = { id: 'here', label: 'Here', baseUrl: '/aicore/here', auth: 'proxy' };
const file = (...connections: unknown[]) => JSON.stringify({ connections });
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const jwt = `${encode({ alg: 'none' })}.${encode({ exp: 1 })}.bm90LWEtc2lnbmF0dXJl`;

describe('formatConnectionsFile', () => {
  it('can be read back unchanged', () => {
    expect(parseConnectionsFile(formatConnectionsFile([acme, path]))).toEqual({
      ok: true,
      connections: [acme, path],
    });
  });

  it('contains the four fields of a connection and nothing else', () => {
    const extra = { token: 'not-a-real-token' };
    const text = formatConnectionsFile([{ ...acme, demo: true, ...extra }]);
    expect(JSON.parse(text)).toEqual({ connections: [acme] });
  });
});

describe('parseConnectionsFile', () => {
  it('reads a gateway’s config.json, and makes missing ids', () => {
    const offered = { ...path, demo: true, region: 'eu10', host: 'api.example.com' };
    const { id: _, ...without } = acme;
    const text = JSON.stringify({
      connections: [offered, without, { ...without, label: 'Acme' }],
      problems: [{ source: 'x.json', message: 'broken' }],
    });
    expect(parseConnectionsFile(`\uFEFF${text}`)).toEqual({
      ok: true,
      connections: [path, acme, { ...acme, id: 'acme-2' }],
    });
  });

  it('does not make an id that a later connection of the file has', () => {
    const { id: _, ...without } = acme;
    const result = parseConnectionsFile(file(without, acme));
    expect(result.ok && result.connections.map(({ id }) => id)).toEqual(['acme-2', 'acme']);
  });

  it.each([
    ['nothing', ' \n', [{ code: 'empty' }]],
    [
      'no JSON',
      '{\n  "connections": [,]\n}',
      [{ code: 'not-json', reason: 'unexpected-character', line: 2, column: 19 }],
    ],
    ['too much', ' '.repeat(maxFileLength + 1), [{ code: 'too-large' }]],
    ['a list of its own', '[]', [{ code: 'no-list' }]],
    ['another object', '{"tenants":[]}', [{ code: 'no-list' }]],
    ['an object for a list', '{"connections":{}}', [{ code: 'no-list' }]],
    ['an empty list', file(), [{ code: 'no-connections' }]],
    ['a text for a connection', file(acme, 'x'), [{ code: 'not-an-object', position: 2 }]],
    ['no label', file({ ...acme, label: ' ' }), [{ code: 'no-label', position: 1 }]],
    ['a label of another type', file({ ...acme, label: 7 }), [{ code: 'no-label', position: 1 }]],
    ['an unknown way', file({ ...acme, auth: 'basic' }), [{ code: 'bad-auth', position: 1 }]],
    ['an unusable id', file({ ...acme, id: 'a/b' }), [{ code: 'bad-id', position: 1 }]],
    ['an id of a page', file({ ...acme, id: 'connections' }), [{ code: 'bad-id', position: 1 }]],
    ['an id of another type', file({ ...acme, id: 7 }), [{ code: 'bad-id', position: 1 }]],
    [
      'a bad address',
      file(acme, { ...path, baseUrl: 'http://a.example' }),
      [
        {
          code: 'bad-address',
          position: 2,
          problem: { code: 'plain-http', suggestion: 'https://a.example' },
        },
      ],
    ],
    [
      'an id twice',
      file(acme, path, { ...path, id: 'acme' }),
      [{ code: 'duplicate-id', position: 3, first: 1, id: 'acme' }],
    ],
    [
      'several mistakes',
      file({}, { ...acme, auth: 1 }),
      [
        { code: 'no-label', position: 1 },
        { code: 'bad-address', position: 1, problem: { code: 'empty' } },
        { code: 'bad-auth', position: 1 },
        { code: 'bad-auth', position: 2 },
      ],
    ],
  ])('refuses %s', (_, text, problems) => {
    expect(parseConnectionsFile(text)).toEqual({ ok: false, problems });
  });

  it.each([
    ['a token', file({ ...acme, token: 'not-a-real-token' }), 'connections[0].token'],
    [
      'a nested secret',
      file(path, { ...acme, auth: { clientSecret: 'x' } }),
      'connections[1].auth.clientSecret',
    ],
    ['a header', file({ ...acme, headers: { x: 'Bearer not-a-real' } }), 'connections[0].headers.x'],
    ['a JWT anywhere', file({ ...acme, note: jwt }), 'connections[0].note'],
    [
      'credentials in an address',
      file({ ...acme, baseUrl: 'https://a:b@c.example' }),
      'connections[0].baseUrl',
    ],
    ['a private key', file({ ...acme, x: '-----BEGIN RSA PRIVATE KEY-----' }), 'connections[0].x'],
    ['a password in another object', '{"password":"not-a-real-one"}', 'password'],
  ])('refuses %s, naming its place but not its value', (_, text, place) => {
    expect(parseConnectionsFile(text)).toEqual({
      ok: false,
      problems: [{ code: 'credential', path: place }],
    });
  });

  it.each([
    ['an address of slashes', [{ ...path, baseUrl: `/a${'/'.repeat(900_000)}x` }]],
    ['equal labels', Array.from({ length: 9000 }, () => ({ label: 'a', baseUrl: '/a', auth: 'proxy' }))],
  ])('reads the largest file of %s quickly', (_, connections) => {
    const result = parseConnectionsFile(file(...connections));
    expect(result.ok && new Set(result.connections.map(({ id }) => id)).size).toBe(connections.length);
  });

  it('recognises a service key', () => {
    const key = { clientid: 'sb-x', clientsecret: 'not-a-real-secret', url: 'https://a.example' };
    expect(parseConnectionsFile(JSON.stringify(key))).toEqual({
      ok: false,
      problems: [{ code: 'service-key' }],
    });
  });

  it('does not treat an empty field as a credential', () => {
    expect(parseConnectionsFile(file({ ...acme, token: '' }))).toEqual({ ok: true, connections: [acme] });
  });
});
