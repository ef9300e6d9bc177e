import { resolve } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app.ts';
import { BootError } from './common/boot-error.ts';
import { errorCode } from './common/error-code.ts';
import { parseConfig, type GatewayConfig } from './settings/config.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { createLogger } from './operations/logging.ts';
import { idleExceptions } from './forwarding/dispatcher.ts';
import { createTenantRegistry, type TenantRegistry } from './forwarding/tenants.ts';
import { buildScan, type KeyProblem, type KeyScan } from './service-keys/key-scan.ts';
import { parseServiceKey } from './service-keys/service-key.ts';
import { scanServiceKeys } from './service-keys/service-key-sources.ts';
import { settleKeys } from './service-keys/settle-keys.ts';
import { openStore, type StoreSettings } from './store/store.ts';

/** Tenants to show when no service key is configured. */
interface Demo {
  serviceKeys: { tenantId: string; label: string; serviceKey: unknown }[];
  close(): Promise<void>;
}

/** What the caller decides. */
export interface StartOptions {
  startDemo: () => Promise<Demo>;
  /** The folder of the built console; without it only the API is served. */
  distFolder?: string | undefined;
}

/** A gateway that listens. */
export interface RunningGateway {
  url: string;
  /** For the start line, for example `demo: 3 tenants`. */
  summary: string;
  /** Takes no new calls, lets running calls end for 30 s at most, and closes every connection. */
  close(): Promise<void>;
}

/** As long as one forwarded call may take. */
const maxDrainMs = 30_000;

/**
 * Starts the gateway as `env` says, with demo tenants if it names no service key.
 * @throws {BootError} for everything that the operator can fix.
 */
export async function startGateway(
  env: Record<string, string | undefined>,
  options: StartOptions,
): Promise<RunningGateway> {
  const config = parseConfig(env);
  const logger = createLogger(config.logLevel, process.stderr);
  /** Closes what is open; used in reverse order. */
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let closeOne = opened.pop(); closeOne; closeOne = opened.pop()) await closeOne();
  };
  try {
    const counted = createMetrics();
    const { tenants, demo } = await openTenants(config, logger, options.startDemo, counted);
    opened.push(async () => {
      tenants.close();
      await demo?.close();
    });
    const store = await openStore(chooseStore(config.store, demo !== undefined), logger);
    opened.push(() => store.close());
    const app = await buildApp({
      ...config,
      counted,
      tenants,
      store,
      logger,
      distFolder: options.distFolder,
    });
    opened.push(() => app.close());
    const address = await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw new BootError(explainListenError(error, config));
    });
    if (config.signIn.mode === 'off' && config.signIn.exposed) {
      logger.warn('CONSOLE_AUTH=off: anyone who can reach this gateway can change its tenants');
    }
    const idle = idleExceptions(config.proxy);
    if (idle.length > 0) {
      logger.warn(
        { entries: idle },
        'these entries of NO_PROXY match no server: it takes names, not networks or URLs',
      );
    }
    const port = new URL(address).port || '80';
    let closing: Promise<void> | undefined;
    return {
      url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      summary: `${demo === undefined ? '' : 'demo: '}${countTenants(tenants.list().length)}`,
      // Two signals may both ask for it; the second waits for the first.
      close: () => (closing ??= app.drain.begin(maxDrainMs).then(close)),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A demo stores nothing on disk, unless a folder is configured. */
function chooseStore(settings: StoreSettings, isDemo: boolean): StoreSettings {
  return isDemo ? settings : { ...settings, dataFolder: settings.dataFolder ?? resolve('data') };
}

async function openTenants(
  config: GatewayConfig,
  logger: FastifyBaseLogger,
  startDemo: () => Promise<Demo>,
  counted: Metrics,
) {
  const onTokenRequest: Metrics['countTokenRequest'] = (outcome) => counted.countTokenRequest(outcome);
  const scan = () => scanServiceKeys(config.keySettings);
  const first = await scan();
  const fatal = findFatalProblem(first);
  if (fatal !== undefined) throw new BootError(`${fatal.source}: ${fatal.message}`);
  if (first.configured) {
    return {
      tenants: await createTenantRegistry({ scan, logger, proxy: config.proxy, onTokenRequest }),
      demo: undefined,
    };
  }
  const demo = await startDemo();
  return { tenants: await openDemoTenants(demo, logger, onTokenRequest), demo };
}

/** A wrong setting prevents the start unless another one opens a tenant; wrong files can be fixed later. */
function findFatalProblem(scan: KeyScan): KeyProblem | undefined {
  const { keys, problems } = settleKeys([], scan);
  if (keys.length > 0) return undefined;
  const settings = new Set([
    ...scan.readings.map(({ setting }) => setting),
    ...scan.problems.map((p) => p.source),
  ]);
  return problems.find(({ source }) => settings.has(source));
}

function openDemoTenants(
  demo: Demo,
  logger: FastifyBaseLogger,
  onTokenRequest: Metrics['countTokenRequest'],
): Promise<TenantRegistry> {
  const readings = demo.serviceKeys.map(({ tenantId, serviceKey }) => {
    const result = parseServiceKey(serviceKey);
    return { source: `demo ${tenantId}`, setting: 'demo', tenantId, result };
  });
  const demoLabels = new Map(demo.serviceKeys.map(({ tenantId, label }) => [tenantId, label]));
  return createTenantRegistry({
    scan: async () => buildScan({ readings }),
    logger,
    demoLabels,
    onTokenRequest,
  });
}

function countTenants(count: number): string {
  return count === 1 ? '1 tenant' : `${count} tenants`;
}

function explainListenError(error: unknown, { host, port }: GatewayConfig): string {
  const code = errorCode(error);
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use: stop the program that uses it or set PORT.`;
  if (code === 'EACCES')
    return `Port ${port} on ${host} may not be used by this user: set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is not an address of this machine.`;
  return `The gateway cannot listen on ${host} port ${port} (${code}).`;
}
