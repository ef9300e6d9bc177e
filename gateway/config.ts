import * as z from 'zod';
import { BootError } from './boot-error.ts';
import { isLoopbackHost } from './loopback.ts';

/** Where service keys may come from; an absent source is not configured. */
export interface ServiceKeySettings {
  keysFolder?: string | undefined;
  serviceKey?: string | undefined;
  vcapServices?: string | undefined;
  bindingRoot?: string | undefined;
}

/** The gateway's settings, parsed once at boot. */
export interface GatewayConfig {
  host: string;
  port: number;
  logLevel: LogLevel;
  /** As `URL.origin` writes them. */
  allowedOrigins: string[];
  connectSrc: string[];
  keySettings: ServiceKeySettings;
}

export type LogLevel = z.infer<typeof logLevelSchema>;

const logLevelSchema = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

const commaSeparated = (isValid: (entry: string) => boolean) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .pipe(z.array(z.string().refine(isValid)));

const envSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(8080),
  LOG_LEVEL: logLevelSchema.default('warn'),
  CONSOLE_AUTH: z.enum(['off']).optional(),
  ALLOWED_HOSTS: commaSeparated(isOriginOrHost),
  CONNECT_SRC: commaSeparated(isConnectableOrigin),
  AICORE_SERVICE_KEYS_DIR: z.string().optional(),
  AICORE_SERVICE_KEY: z.string().optional(),
  VCAP_SERVICES: z.string().optional(),
  SERVICE_BINDING_ROOT: z.string().optional(),
});

const rules: Record<string, string> = {
  PORT: 'must be a whole number from 0 to 65535',
  LOG_LEVEL: `must be one of ${logLevelSchema.options.join(', ')}`,
  CONSOLE_AUTH: 'must be off',
  ALLOWED_HOSTS: 'must be host names or origins such as https://console.example.com, separated by commas',
  CONNECT_SRC: 'must be origins such as https://proxy.example.com, separated by commas',
};

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 * @throws {BootError} naming the first variable that is wrong, without its value.
 */
export function parseConfig(env: Record<string, string | undefined>): GatewayConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const parsed = envSchema.safeParse(present);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new BootError(`${name} ${rules[name] ?? 'is wrong'}.`);
  }
  const settings = parsed.data;
  if (!isLoopbackHost(settings.HOST) && settings.CONSOLE_AUTH === undefined) throw new BootError(openDoor);
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    allowedOrigins: settings.ALLOWED_HOSTS.map((entry) => toOrigin(entry)),
    connectSrc: settings.CONNECT_SRC.map((origin) => new URL(origin).origin),
    keySettings: {
      keysFolder: settings.AICORE_SERVICE_KEYS_DIR,
      serviceKey: settings.AICORE_SERVICE_KEY,
      vcapServices: settings.VCAP_SERVICES,
      bindingRoot: settings.SERVICE_BINDING_ROOT,
    },
  };
}

const openDoor =
  'HOST is not a loopback address, and the gateway asks nobody who they are: whoever reaches it administers your ' +
  'tenants. Set CONSOLE_AUTH=off to allow that, or leave HOST at 127.0.0.1.';

/** A bare host is one with TLS: what is opened over plain http has to be written out. */
function toOrigin(entry: string): string {
  return new URL(entry.includes('://') ? entry : `https://${entry}`).origin;
}

function isOriginOrHost(entry: string): boolean {
  return isWebOrigin(entry.includes('://') ? entry : `https://${entry}`);
}

/** https anywhere, http on loopback only: what a browser may be told to send a bearer token to. */
function isConnectableOrigin(entry: string): boolean {
  return isWebOrigin(entry) && (/^https:/i.test(entry) || isLoopbackHost(new URL(entry).hostname));
}

/** Scheme, host and port and nothing else. A wildcard is no host, although a URL may hold one. */
function isWebOrigin(entry: string): boolean {
  return /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?\/?$/i.test(entry) && URL.canParse(entry);
}
