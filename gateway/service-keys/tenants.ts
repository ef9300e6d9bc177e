import { watch, type FSWatcher } from 'node:fs';
import type { FastifyBaseLogger } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import type { ServiceKey } from './service-key.ts';
import type { FoundKey, KeyProblem, KeyScan } from './service-key-sources.ts';
import { createTokenSource, type TokenSource } from '../forwarding/tokens.ts';

/** A tenant that the gateway can reach. */
export interface Tenant {
  id: string;
  label: string;
  demo: boolean;
  /** The admin API's address without a slash at its end; `/v2/admin/…` follows. */
  apiUrl: string;
  tokens: TokenSource;
}

/** The tenants that the present service keys open. */
export interface TenantRegistry {
  list(): Tenant[];
  problems(): KeyProblem[];
  find(tenantId: string): Tenant | undefined;
  /** Reads the sources again; a call during a reading waits for one that began after it. */
  refresh(): Promise<void>;
  /** Stops watching. */
  close(): void;
}

/** How the registry reads, and what it tells about. */
export interface RegistryOptions {
  /** What the sources hold now. */
  scan: () => Promise<KeyScan>;
  logger: FastifyBaseLogger;
  /** Labels of demo tenants by tenant id; a tenant that is in here is a demo. */
  demoLabels?: ReadonlyMap<string, string>;
  /** Called after each reading. */
  onRefresh?: () => void;
}

/** A registry over `scan`, read once before it is returned. */
export async function createTenantRegistry(options: RegistryOptions): Promise<TenantRegistry> {
  const { logger } = options;
  const watchers = new Map<string, FSWatcher>();
  let entries = new Map<string, { key: ServiceKey; tenant: Tenant }>();
  let problems: KeyProblem[] = [];
  let running: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  let closed = false;

  async function read(): Promise<void> {
    const scan = await options.scan();
    if (closed) return;
    entries = new Map(scan.keys.map((found) => [found.tenantId, keepOrCreate(found)]));
    reportNewProblems(scan.problems);
    problems = scan.problems;
    watchFolders(scan.folders);
    options.onRefresh?.();
  }

  /** A tenant whose key did not change keeps its token. */
  function keepOrCreate(found: FoundKey): { key: ServiceKey; tenant: Tenant } {
    const known = entries.get(found.tenantId);
    if (known !== undefined && isDeepStrictEqual(known.key, found.key)) return known;
    warnAboutPlainHttp(found);
    return { key: found.key, tenant: createTenant(found, options.demoLabels?.get(found.tenantId)) };
  }

  function warnAboutPlainHttp({ key, source }: FoundKey): void {
    const urls = [key.url, key.serviceurls.AI_API_URL].map((url) => new URL(url));
    const isOpen = urls.some((url) => url.protocol === 'http:' && !isLoopback(url.hostname));
    if (isOpen)
      logger.warn(
        { source },
        'this service key names a plain http address: its secret can be read on the way',
      );
  }

  function reportNewProblems(found: KeyProblem[]): void {
    const known = new Set(problems.map(({ source, message }) => `${source} ${message}`));
    for (const { source, message } of found) {
      if (!known.has(`${source} ${message}`)) logger.error({ source }, message);
    }
  }

  function watchFolders(folders: string[]): void {
    for (const [folder, watcher] of watchers) {
      if (folders.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders.filter((wanted) => !watchers.has(wanted))) {
      try {
        const watcher = watch(folder, { persistent: false }, () => void refresh());
        watcher.on('error', () => watchers.delete(folder));
        watchers.set(folder, watcher);
      } catch {
        logger.warn({ folder }, 'this folder cannot be watched; it is read again when the console is opened');
      }
    }
  }

  function start(): Promise<void> {
    running = read().finally(() => {
      running = undefined;
    });
    return running;
  }

  function refresh(): Promise<void> {
    if (running === undefined) return start();
    queued ??= running.then(() => {
      queued = undefined;
      return start();
    });
    return queued;
  }

  await start();
  return {
    list: () => [...entries.values()].map(({ tenant }) => tenant),
    problems: () => problems,
    find: (tenantId) => entries.get(tenantId)?.tenant,
    refresh,
    close() {
      closed = true;
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

function createTenant({ tenantId, key }: FoundKey, demoLabel: string | undefined): Tenant {
  return {
    id: tenantId,
    label: demoLabel ?? key.identityzone ?? key.appname ?? tenantId,
    demo: demoLabel !== undefined,
    apiUrl: trimSlashes(key.serviceurls.AI_API_URL),
    tokens: createTokenSource(key),
  };
}

function trimSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end -= 1;
  return url.slice(0, end);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
