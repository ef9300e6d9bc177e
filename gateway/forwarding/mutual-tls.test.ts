import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildTestKey, sendJson, startFakeUpstream } from '../testing/fake-upstream.ts';
import { listen } from '../testing/listen.ts';
import { startForwardProxy } from '../testing/forward-proxy.ts';
import { createTestAuthority, type TestAuthority } from '../testing/test-certificates.ts';
import { readUrl, runMain, type MainProcess } from '../testing/run-main.ts';

let folder: string;
let authority: TestAuthority;
let server: Server;
let url: string;
/** The common names of the client certificates that token requests used. */
let clients: unknown[] = [];
let running: MainProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mutual-tls-'));
  await writeFile(join(folder, 'index.html'), '<p>built</p>');
  authority = createTestAuthority();
  const options = {
    ...authority.issue('test-server', { hosts: ['IP:127.0.0.1', 'DNS:*.corp.example'] }),
    ca: authority.cert,
  };
  server = createServer({ ...options, requestCert: true, rejectUnauthorized: false }, (request, response) => {
    request.resume();
    const { socket } = request;
    const isKnown = socket instanceof TLSSocket && socket.authorized;
    if (request.url !== '/oauth/token') return sendJson(response, 200, { tenantId: 'from-tls' });
    if (!isKnown) return sendJson(response, 401, { error: 'no certificate' });
    clients.push(socket.getPeerCertificate().subject.CN);
    return sendJson(response, 200, { access_token: 'test-token', expires_in: 3600 });
  });
  url = `https://127.0.0.1:${await listen(server)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  authority.remove();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.exited;
  clients = [];
});

async function askTenantInfo(key: unknown, env: Record<string, string>): Promise<unknown> {
  running = runMain({ PORT: '0', AICORE_SERVICE_KEY: JSON.stringify(key), ...env }, folder);
  const gateway = readUrl(await running.readyLine);
  const answer = await fetch(`${gateway}/api/tenants/acme/v2/admin/tenantInfo`);
  return answer.json();
}

describe('over TLS', () => {
  test('an x509 service key asks for its token with its certificate', async () => {
    const { clientsecret: _clientsecret, url: _url, ...base } = buildTestKey('https://unused.invalid');
    const { cert, key } = authority.issue('test-client');
    const serviceKey = { ...base, certificate: cert, key, certurl: url, serviceurls: { AI_API_URL: url } };
    const answer = await askTenantInfo(serviceKey, { NODE_EXTRA_CA_CERTS: authority.file });
    expect(answer).toEqual({ tenantId: 'from-tls' });
    expect(clients).toEqual(['test-client']);
  });

  test('token requests and calls go through a forward proxy, with the certificate', async () => {
    const forward = await startForwardProxy(() => url);
    const { clientsecret: _clientsecret, url: _url, ...base } = buildTestKey('https://api.corp.example/v2');
    const { cert, key } = authority.issue('test-client');
    const serviceKey = { ...base, certificate: cert, key, certurl: 'https://acme.corp.example' };
    const answer = await askTenantInfo(serviceKey, {
      NODE_EXTRA_CA_CERTS: authority.file,
      HTTPS_PROXY: forward.url,
      NO_PROXY: 'other.example',
    });
    expect(answer).toEqual({ tenantId: 'from-tls' });
    expect(clients).toEqual(['test-client']);
    expect(forward.tunnels.map(({ target }) => target)).toEqual([
      'acme.corp.example:443',
      'api.corp.example:443',
    ]);
    await forward.close();
  });

  test('nothing is sent to an admin API with a certificate of an unknown authority', async () => {
    const tokens = await startFakeUpstream();
    const answer = await askTenantInfo(buildTestKey(tokens.url, { serviceurls: { AI_API_URL: url } }), {});
    expect(answer).toMatchObject({ error: { code: 'UpstreamUnreachable' } });
    expect(tokens.tokenRequests).toHaveLength(1);
    await tokens.close();
  });
});
