import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../app.ts';
import { createLogger } from '../logging.ts';
import { parseServiceKey } from '../service-keys/service-key.ts';
import type { KeyScan } from '../service-keys/service-key-sources.ts';
import { createTenantRegistry, type TenantRegistry } from '../service-keys/tenants.ts';

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

/** Tenants from service keys by tenant id. */
export function openTestTenants(keys: Record<string, unknown>, log = captureLog()): Promise<TenantRegistry> {
  const scan: KeyScan = { configured: true, keys: [], problems: [], folders: [] };
  for (const [tenantId, value] of Object.entries(keys)) {
    const result = parseServiceKey(value);
    if (!result.ok) throw new Error(result.reason);
    scan.keys.push({ source: `${tenantId}.json`, tenantId, key: result.key });
  }
  return createTenantRegistry({ scan: async () => scan, logger: createLogger('trace', log.stream) });
}

/** The gateway as in production, but for `changes`; logs at the lowest level into `log`. */
export function buildTestApp(
  tenants: TenantRegistry,
  changes: Partial<AppOptions> = {},
  log = captureLog(),
): Promise<FastifyInstance> {
  return buildApp({
    tenants,
    logger: createLogger('trace', log.stream),
    host: '127.0.0.1',
    allowedOrigins: [],
    connectSrc: [],
    distFolder: undefined,
    ...changes,
  });
}
