import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../app.ts';
import { createLogger } from '../operations/logging.ts';
import { parseServiceKey } from '../service-keys/service-key.ts';
import { createTenantRegistry, type TenantRegistry } from '../forwarding/tenants.ts';
import { openStore } from '../store/store.ts';
import { buildScan } from '../service-keys/key-scan.ts';

/** A log that a test can read. */
export interface CapturedLog {
  stream: Writable;
  text(): string;
}

/** Collects what is logged. */
export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => lines.join('') };
}

/** For an app in which a proxy says who calls, by `x-user`, `x-name` and `x-groups`. */
export const headerSignIn = {
  signIn: { mode: 'header', user: 'x-user', name: 'x-name', groups: 'x-groups', signOutUrl: undefined },
  trustedProxies: ['127.0.0.1'],
} as const;

/** Tenants from service keys by tenant id. */
export function openTestTenants(keys: Record<string, unknown>, log = captureLog()): Promise<TenantRegistry> {
  const readings = Object.entries(keys).map(([tenantId, value]) => {
    const result = parseServiceKey(value);
    if (!result.ok) throw new Error(result.reason);
    return { source: `${tenantId}.json`, setting: 'test', tenantId, result };
  });
  return createTenantRegistry({
    scan: async () => buildScan({ readings }),
    logger: createLogger('trace', log.stream),
  });
}

/** The gateway as in production, except for `changes`; logs at the lowest level into `log`. */
export async function buildTestApp(
  tenants: TenantRegistry,
  changes: Partial<AppOptions> = {},
  log = captureLog(),
): Promise<FastifyInstance> {
  const logger = createLogger('trace', log.stream);
  const store = changes.store ?? (await openStore({}, logger));
  const app = await buildApp({
    tenants,
    logger,
    store,
    signIn: { mode: 'off', exposed: false },
    trustedProxies: [],
    accessFile: undefined,
    host: '127.0.0.1',
    allowedOrigins: [],
    connectSrc: [],
    distFolder: undefined,
    ...changes,
  });
  if (changes.store === undefined) app.addHook('onClose', () => store.close());
  return app;
}
