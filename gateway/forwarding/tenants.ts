import { watch, type FSWatcher } from 'node:fs';
import type { FastifyBaseLogger } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import type { KeyProblem, KeyScan } from '../service-keys/key-scan.ts';
import { settleKeys, type FoundKey } from '../service-keys/settle-keys.ts';
import { noProxy, type ProxySettings } from './dispatcher.ts';
import { createTokenSource, type TokenSource, type TokenSourceOptions } from './tokens.ts';
import { isLoopbackHost } from '../common/loopback.ts';

/** A tenant that the gateway can reach. */
export interface Tenant {
  id: string;
  label: string;
  demo: boolean;
  /** The admin API's address; `/v2/admin/…` is appended, so a path in it ends without a slash. */
  apiUrl: URL;
  /** When an x509 key expires, as an ISO date. */
  keyExpiresAt: string | undefined;
  tokens: TokenSource;
}

/** The tenants that the current service keys open. */
export interface TenantRegistry {
  list(): Tenant[];
  problems(): KeyProblem[];
  /** Also reads the sources again for an unknown id, at most once a second: its key may have just been added. */
  search(tenantId: string): Promise<Tenant | undefined>;
  /** Reads the sources again; a call during a reading waits for a reading that starts after it. */
  refresh(): Promise<void>;
  /** Stops watching. */
  close(): void;
}

/** How the registry reads, and whom it notifies. */
export interface RegistryOptions {
  /** What the sources hold now. */
  scan: () => Promise<KeyScan>;
  logger: FastifyBaseLogger;
  /** Labels of demo tenants by tenant id; a tenant that is in here is a demo. */
  demoLabels?: ReadonlyMap<string, string>;
  proxy?: ProxySettings;
  /** How often the sources are read in any case, in milliseconds, because some file systems report no changes. */
  rereadMs?: number;
  /** Called after every token request. */
  onTokenRequest?: ((outcome: 'issued' | 'failed') => void) | undefined;
  /** Called after each reading. */
  onRefresh?: () => void;
}

/** Changes that come close together cause one reading. */
const watchPauseMs = 100;
const searchPauseMs = 1000;
const warnBeforeEndMs = 7 * 24 * 3_600_000;

/** A registry over `scan`, read once before it is returned. */
export async function createTenantRegistry(options: RegistryOptions): Promise<TenantRegistry> {
  const { logger, proxy = noProxy } = options;
  /** By folder; undefined for a folder that cannot be watched, which is logged once. */
  const watchers = new Map<string, FSWatcher | undefined>();
  let entries = new Map<string, { found: FoundKey; tenant: Tenant }>();
  let problems: KeyProblem[] = [];
  let running: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  let announced: NodeJS.Timeout | undefined;
  let searchableAt = -Infinity;
  let closed = false;

  async function read(): Promise<void> {
    const scan = await options.scan();
    if (closed) return;
    const before = [...entries.values()].map(({ found }) => found);
    const settled = settleKeys(before, scan);
    entries = new Map(settled.keys.map((found) => [found.tenantId, keepOrCreate(found)]));
    reportNewProblems(settled.problems);
    problems = settled.problems;
    watchFolders(scan.folders);
    options.onRefresh?.();
  }

  /** A tenant whose key did not change keeps its token. */
  function keepOrCreate(found: FoundKey): { found: FoundKey; tenant: Tenant } {
    const known = entries.get(found.tenantId);
    if (known !== undefined && isDeepStrictEqual(known.found.key, found.key)) return { ...known, found };
    warnAbout(found);
    return {
      found,
      tenant: createTenant(found, options.demoLabels?.get(found.tenantId), {
        proxy,
        onRequest: options.onTokenRequest,
      }),
    };
  }

  function warnAbout(found: FoundKey): void {
    const { key, source } = found;
    const urls = [key.tokenUrl, key.apiUrl].map((url) => new URL(url));
    if (urls.some((url) => url.protocol === 'http:' && !isLoopbackHost(url.hostname)))
      logger.warn({ source }, 'this service key has a plain http address: its secret can be read on the way');
    const expiresAt = readEnd(found);
    if (expiresAt !== undefined && Date.parse(expiresAt) - Date.now() < warnBeforeEndMs)
      logger.warn({ source, expiresAt }, 'the certificate of this service key expires soon, or has expired');
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
      watcher?.close();
      watchers.delete(folder);
    }
    for (const folder of folders.filter((wanted) => !watchers.has(wanted))) {
      try {
        const watcher = watch(folder, { persistent: false }, refreshSoon);
        watcher.on('error', () => watchers.delete(folder));
        watchers.set(folder, watcher);
      } catch {
        watchers.set(folder, undefined);
        logger.warn({ folder }, 'this folder cannot be watched; it is read again from time to time');
      }
    }
  }

  function refreshSoon(): void {
    announced ??= setTimeout(() => {
      announced = undefined;
      void refresh();
    }, watchPauseMs).unref();
  }

  function start(): Promise<void> {
    // If a reading fails, the tenants of the last one stay.
    const reading = read().catch((error: unknown) => {
      logger.error({ err: error }, 'the service keys could not be read');
    });
    running = reading.finally(() => {
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

  async function lookAgain(): Promise<void> {
    if (performance.now() < searchableAt) return running;
    searchableAt = performance.now() + searchPauseMs;
    return refresh();
  }

  await start();
  const rereading = setInterval(refreshSoon, options.rereadMs ?? 30_000).unref();
  return {
    list: () => [...entries.values()].map(({ tenant }) => tenant),
    problems: () => problems,
    async search(tenantId) {
      if (!entries.has(tenantId)) await lookAgain();
      return entries.get(tenantId)?.tenant;
    },
    refresh,
    close() {
      closed = true;
      clearInterval(rereading);
      clearTimeout(announced);
      for (const { tenant } of entries.values()) tenant.tokens.close();
      for (const watcher of watchers.values()) watcher?.close();
      watchers.clear();
    },
  };
}

function createTenant(found: FoundKey, demoLabel: string | undefined, options: TokenSourceOptions): Tenant {
  const { tenantId, key } = found;
  return {
    id: tenantId,
    label: demoLabel ?? key.zone ?? key.appName ?? tenantId,
    demo: demoLabel !== undefined,
    apiUrl: new URL(key.apiUrl),
    keyExpiresAt: readEnd(found),
    tokens: createTokenSource(key, options),
  };
}

function readEnd({ key }: FoundKey): string | undefined {
  return 'expiresAt' in key.credential ? key.credential.expiresAt : undefined;
}
