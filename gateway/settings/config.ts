import { join } from 'node:path';
import * as z from 'zod';
import { BootError } from '../common/boot-error.ts';
import type { ProxySettings } from '../forwarding/dispatcher.ts';
import { sdkVariables } from '../service-keys/sdk-variables.ts';
import type { AuditSettings } from '../audit/audit.ts';
import type { ServiceKeySettings } from '../service-keys/service-key-sources.ts';
import type { SignInSettings } from '../sign-in/sign-in-settings.ts';
import { isAddressOrNetwork } from '../sign-in/trusted-proxies.ts';
import type { StoreSettings } from '../store/store.ts';
import { readBoundDatabase } from './bound-database.ts';
import { readFileSettings } from './file-settings.ts';
import { isSafeOrigin, isOriginOrHost, isWebOrigin, toOrigin } from './origins.ts';
import {
  serviceRules,
  serviceVariables,
  type LimitSettings,
  type MetricsSettings,
} from './service-variables.ts';
import { readSignIn, signInRules, signInVariables } from './sign-in-variables.ts';
import { wholeNumber, wholeNumberRule } from './whole-number.ts';

/** The gateway's settings, parsed once at boot. */
export interface GatewayConfig {
  host: string;
  port: number;
  logLevel: LogLevel;
  /** As `URL.origin` writes them. */
  allowedOrigins: string[];
  connectSrc: string[];
  keySettings: ServiceKeySettings;
  proxy: ProxySettings;
  store: StoreSettings;
  signIn: SignInSettings;
  /** Addresses and networks of the proxies whose headers are believed: where a call came from, and who calls. */
  trustedProxies: string[];
  accessFile: string | undefined;
  /** Undefined if checks of credentials are switched off. */
  checks: { allowedHosts: string[] } | undefined;
  audit: AuditSettings;
  limits: LimitSettings;
  metrics: MetricsSettings;
  /** A change to more tenants than this needs a second person. */
  approvalAbove: number | undefined;
  /** Where the daily notice about expiring secrets goes. The URL itself is a secret. */
  webhookUrl: string | undefined;
}

export type LogLevel = z.infer<typeof logLevelSchema>;

const logLevelSchema = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

const commaSeparated = (isValid: (entry: string) => boolean) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .pipe(z.array(z.string().refine(isValid)));

/** Many people write it without its scheme. */
const proxyAddress = z
  .string()
  .default('')
  .transform((text) => (text === '' || text.includes('://') ? text : `http://${text}`))
  .refine((text) => text === '' || isProxyAddress(text));

const databaseUrl = z.string().refine((text) => /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text));

/** Every variable that is read, except those of SAP's SDKs (`sdkVariables`), with its default. */
export const envSchema = z.object({
  // Browsers write an IPv6 address in brackets, systems without them.
  HOST: z
    .string()
    .transform((host) => host.replace(/^\[|\]$/g, ''))
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  LOG_LEVEL: logLevelSchema.default('warn'),
  ...signInVariables,
  ...serviceVariables,
  TRUSTED_PROXIES: commaSeparated(isAddressOrNetwork),
  CONSOLE_ACCESS_FILE: z.string().optional(),
  ALLOWED_HOSTS: commaSeparated(isOriginOrHost),
  CONNECT_SRC: commaSeparated(isSafeOrigin),
  CHECKS: z.enum(['off']).optional(),
  CHECK_ALLOW_HOSTS: commaSeparated(isHostOrPort),
  AICORE_SERVICE_KEYS_DIR: z.string().optional(),
  AICORE_SERVICE_KEY: z.string().optional(),
  VCAP_SERVICES: z.string().optional(),
  SERVICE_BINDING_ROOT: z.string().optional(),
  AICORE_HOME: z.string().optional(),
  HTTPS_PROXY: proxyAddress,
  HTTP_PROXY: proxyAddress,
  NO_PROXY: z.string().default(''),
  CONSOLE_DATA_DIR: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
});

const rules: Record<string, string> = {
  PORT: wholeNumberRule(0, 65_535),
  LOG_LEVEL: `must be one of ${logLevelSchema.options.join(', ')}`,
  ...signInRules,
  ...serviceRules,
  TRUSTED_PROXIES: 'must be addresses or networks such as 10.0.0.0/8, separated by commas',
  ALLOWED_HOSTS: 'must be host names or origins such as https://console.example.com, separated by commas',
  CONNECT_SRC: 'must be origins such as https://proxy.example.com, separated by commas',
  CHECKS: 'must be off',
  CHECK_ALLOW_HOSTS: 'must be host names or addresses, with or without a port, separated by commas',
  HTTPS_PROXY: 'must be the address of a proxy server, such as http://proxy.example.com:3128',
  HTTP_PROXY: 'must be the address of a proxy server, such as http://proxy.example.com:3128',
  DATABASE_URL:
    'must be the address of a PostgreSQL database, such as postgres://console@db.example.com/console',
};

const nobodyToAsk =
  'APPROVAL_ABOVE needs CONSOLE_AUTH to be oidc, xsuaa or header: a second person has to sign in to approve.';

/** Where SAP's guides for Kyma mount the secrets of service instances. */
const kymaRoot = '/etc/secrets/sapcp';

/**
 * Reads the settings from the environment; an empty variable counts as absent, and white space around a value is
 * ignored.
 * @throws {BootError} naming the first variable that is wrong, without its value.
 */
export function parseConfig(env: Record<string, string | undefined>): GatewayConfig {
  // A file of variables that was written on Windows leaves a carriage return after each value.
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  const present = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse({
    ...present,
    ...readFileSettings(present),
    ...readProxyVariables(present),
  });
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new BootError(`${name} ${rules[name] ?? 'is wrong'}.`);
  }
  const settings = parsed.data;
  const signIn = readSignIn(settings);
  if (settings.APPROVAL_ABOVE !== undefined && signIn.mode === 'off') throw new BootError(nobodyToAsk);
  const allowed = [
    ...settings.ALLOWED_HOSTS,
    ...(settings.PUBLIC_URL === undefined ? [] : [settings.PUBLIC_URL]),
  ];
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    allowedOrigins: [...new Set(allowed.map((entry) => toOrigin(entry)))],
    connectSrc: settings.CONNECT_SRC.map((origin) => new URL(origin).origin),
    keySettings: {
      keysFolder: settings.AICORE_SERVICE_KEYS_DIR,
      serviceKey: settings.AICORE_SERVICE_KEY,
      vcapServices: settings.VCAP_SERVICES,
      bindingRoot: settings.SERVICE_BINDING_ROOT,
      sdkVariables: Object.fromEntries(Object.values(sdkVariables).map((name) => [name, present[name]])),
      sdkFolder: settings.AICORE_HOME ?? findSdkFolder(present),
      kymaRoot,
    },
    proxy: { https: settings.HTTPS_PROXY, http: settings.HTTP_PROXY, exceptions: settings.NO_PROXY },
    signIn,
    trustedProxies: settings.TRUSTED_PROXIES,
    accessFile: settings.CONSOLE_ACCESS_FILE,
    audit: {
      stdout: settings.AUDIT_LOG === 'stdout',
      retentionDays: settings.AUDIT_RETENTION_DAYS,
    },
    limits: {
      writesPerMinute: settings.WRITES_PER_MINUTE,
      signInsPerMinute: settings.SIGN_INS_PER_MINUTE,
    },
    metrics: { port: settings.METRICS_PORT, token: settings.METRICS_TOKEN },
    approvalAbove: settings.APPROVAL_ABOVE,
    webhookUrl: settings.EXPIRY_WEBHOOK_URL,
    store: {
      ...(settings.DATABASE_URL === undefined
        ? readBoundDatabase(settings.VCAP_SERVICES)
        : { databaseUrl: settings.DATABASE_URL }),
      dataFolder: settings.CONSOLE_DATA_DIR,
    },
    checks:
      settings.CHECKS === 'off'
        ? undefined
        : { allowedHosts: settings.CHECK_ALLOW_HOSTS.map((entry) => new URL(`https://${entry}`).host) },
  };
}

/** Lower-case names are the older custom, and take precedence everywhere. */
function readProxyVariables(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
  return Object.fromEntries(names.map((name) => [name, env[name.toLowerCase()] ?? env[name]]));
}

function findSdkFolder(env: Record<string, string | undefined>): string | undefined {
  const home = env['HOME'] ?? env['USERPROFILE'];
  return home === undefined ? undefined : join(home, '.aicore');
}

function isProxyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && `${pathname}${search}${hash}` === '/';
}

function isHostOrPort(entry: string): boolean {
  return !entry.includes('/') && isWebOrigin(`https://${entry}`);
}
