import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { readPort } from './testing/listen.ts';
import { buildTestApp, openTestTenants } from './testing/test-app.ts';

const page = '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style>';
const script = 'export const built = true;'.repeat(20);
let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'favicon.svg'), '<svg/>');
  await writeFile(join(folder, 'assets/app-1a2b.js'), script);
  await writeFile(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'assets/app-1a2b.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'assets/small-3c4d.css'), 'p{}');
  app = await buildTestApp(await openTestTenants({}), { distFolder: folder });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('index.html', () => {
  test.each([
    ['/', {}],
    ['/?a=1', {}],
    ['/acme/docker-registry-secrets', {}],
    ['/acme/docker-registry-secrets/new?from=x', { accept: 'text/html,*/*' }],
    ['/acme/docker-registry-secrets/team.v1', { accept: 'text/html,*/*' }],
    ['/index.html', { accept: 'text/html' }],
    ['/apiary', {}],
  ])('is served for %s, never cached and with the nonce of its policy', async (url, headers) => {
    const answer = await app.inject({ url, headers });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(
      String(answer.headers['content-security-policy']),
    )?.[1];
    expect(answer.body).toBe(page.replaceAll('__CSP_NONCE__', String(nonce)));
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['GZIP', 'gzip', gunzipSync],
  ])('is compressed for %s by %s', async (accepted, encoding, decompress) => {
    const answer = await app.inject({ url: '/', headers: { 'accept-encoding': accepted } });
    expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual([encoding, 'accept-encoding']);
    expect(decompress(answer.rawPayload).toString()).toContain('<script nonce=');
  });

  test.each(['identity', 'br;q=0, gzip;q=0.0', ''])('is not compressed for "%s"', async (accepted) => {
    const answer = await app.inject({ url: '/', headers: { 'accept-encoding': accepted } });
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(answer.body).toContain('<script nonce=');
  });
});

describe('assets', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('for %s come as %s and stay for a year', async (accepted, encoding, decompress) => {
    const answer = await app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': accepted } });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript'),
      vary: 'accept-encoding',
    });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(decompress(answer.rawPayload).toString()).toBe(script);
  });

  test('without a compressed file come as they are', async () => {
    const answer = await app.inject({ url: '/assets/small-3c4d.css', headers: { 'accept-encoding': 'br' } });
    expect([answer.statusCode, answer.body]).toEqual([200, 'p{}']);
  });

  test('other files are checked for changes', async () => {
    const answer = await app.inject({ url: '/favicon.svg' });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
  });
});

test.each([
  ['GET', '/assets/gone-9z.js'],
  ['GET', '/assets/'],
  ['GET', '/assets/..%2findex.html'],
  ['GET', '/..%2f..%2fetc%2fpasswd'],
  ['GET', '/gone.png'],
  ['GET', '/api'],
  ['GET', '/api/anything'],
  ['POST', '/acme/docker-registry-secrets'],
] as const)('%s %s is not found, and says so in JSON', async (method, url) => {
  const answer = await app.inject({ method, url, headers: { accept: '*/*' } });
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'NotFound']);
});

test('a folder without index.html is one clear sentence', async () => {
  const building = buildTestApp(await openTestTenants({}), { distFolder: join(folder, 'assets') });
  await expect(building).rejects.toThrow(
    /^There is no built console in .*assets: run "npm run build" first\.$/,
  );
});

test('a browser that does not read its answer is cut off', async () => {
  // More than all buffers between the two can hold.
  await writeFile(join(folder, 'assets/huge-5d.bin'), Buffer.alloc(32 * 1024 * 1024));
  const strict = await buildTestApp(await openTestTenants({}), { distFolder: folder, stallTimeoutMs: 300 });
  await strict.listen({ host: '127.0.0.1', port: 0 });
  const cutOff = once(strict.server, 'connection').then(([socket]) => once(socket, 'close'));
  const browser = connect(readPort(strict.server.address()), '127.0.0.1').pause();
  browser.on('error', () => undefined);
  browser.write('GET /assets/huge-5d.bin HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await cutOff;
  expect(browser.bytesRead).toBeLessThan(32 * 1024 * 1024);
  browser.destroy();
  await strict.close();
});

test('a long address costs no more than a short one', async () => {
  const url = `/${'.'.repeat(1_000_000)}/`;
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(200);
});
