import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../gateway/testing/free-port.ts';
import { TestBrowser } from '../../../gateway/testing/test-browser.ts';
import type { TestProvider } from '../../../gateway/testing/test-provider.ts';
import { testClientId } from '../../../gateway/testing/test-provider.ts';
import { startApprouter } from '../../approuter/approuter.ts';
import type { TestUaa } from '../../approuter/uaa.ts';
import { startNginx } from '../../deploy/nginx.ts';
import type { Target } from './load.ts';

/** A running server that is measured. */
export interface Subject extends Target {
  /** From the start of its process to its first answer, in milliseconds. */
  readonly startMs: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a subject in front of the simulated API at `upstream`. */
export type Start = (upstream: string) => Promise<Subject>;

const adminPath = '/v2/admin/dockerRegistrySecrets';
const gatewayPath = `/api/tenants/acme${adminPath}`;

/** Forwards with a token that never expires. */
export const startPlainNginx: Start = async (upstream) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-site-'));
  const site = path.join(folder, 'site.conf');
  await writeFile(
    site,
    `upstream api { server ${new URL(upstream).host}; keepalive 128; keepalive_requests 1000000; }
server {
  listen 127.0.0.1:80;
  keepalive_requests 1000000;
  location / {
    proxy_pass http://api;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Authorization "Bearer invented-token";
  }
}
`,
  );
  const begin = performance.now();
  const nginx = await startNginx(site, (port) => ({ '127.0.0.1:80': `127.0.0.1:${port}` }));
  return {
    url: `http://127.0.0.1:${nginx.port}`,
    path: adminPath,
    headers: {},
    startMs: performance.now() - begin,
    pid: nginx.pid,
    stop: async () => {
      await nginx.stop();
      await rm(folder, { recursive: true });
    },
  };
};

/** Verifies the token of every call, and passes it on. */
export function approuterWith(uaa: TestUaa): Start {
  return async (upstream) => {
    const routes = JSON.stringify({
      authenticationMethod: 'route',
      compression: { enabled: false },
      routes: [{ source: '^/.*$', destination: 'api', authenticationType: 'xsuaa', csrfProtection: false }],
    });
    const begin = performance.now();
    const approuter = await startApprouter({
      port: await freePort(),
      routes,
      destinations: { api: upstream },
      uaa,
    });
    return {
      url: approuter.url,
      path: adminPath,
      headers: { 'x-approuter-authorization': `Bearer ${await uaa.sign({ lifetimeSeconds: 43_199 })}` },
      startMs: performance.now() - begin,
      pid: approuter.pid,
      stop: () => approuter.stop(),
    };
  };
}

/** The gateway with default settings: its store in a SQLite file, without sign-in. */
export const startBareGateway: Start = (upstream) => startGateway(upstream, {});

/** With sign-in, sessions and audit log, in a SQLite file or in the PostgreSQL of `databaseUrl`. */
export function gatewayWithSignIn(provider: TestProvider, publicUrl: string, databaseUrl?: string): Start {
  return async (upstream) => {
    const gateway = await startGateway(upstream, {
      PORT: new URL(publicUrl).port,
      CONSOLE_AUTH: 'oidc',
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: testClientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    });
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${publicUrl}/auth/sign-in`, ({ pathname }) => pathname === '/');
    if (url.origin !== publicUrl) throw new Error(`the sign-in ended at ${url.href}`);
    const cookies = [...browser.cookies(publicUrl)].map(([name, value]) => `${name}=${value}`);
    return { ...gateway, headers: { cookie: cookies.join('; ') } };
  };
}

async function startGateway(upstream: string, env: Record<string, string>): Promise<Subject> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-gateway-'));
  const key = {
    clientid: 'bench',
    clientsecret: 'not-a-real-secret',
    url: upstream,
    identityzone: 'acme',
    identityzoneid: 'acme-zone',
    serviceurls: { AI_API_URL: upstream },
  };
  const begin = performance.now();
  const child = spawn(process.execPath, ['dist/server/gateway.js'], {
    env: {
      PORT: '0',
      CONSOLE_DATA_DIR: folder,
      AICORE_SERVICE_KEY: JSON.stringify(key),
      // A person makes fewer changes than a measurement.
      WRITES_PER_MINUTE: '100000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('the gateway ended');
    }),
  ]);
  return {
    url: /http:\S+/.exec(String(line))?.[0] ?? '',
    path: gatewayPath,
    headers: {},
    startMs: performance.now() - begin,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
