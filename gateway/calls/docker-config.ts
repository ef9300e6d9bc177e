import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';

/** One registry of a pull secret. Holds a credential. */
export interface RegistryLogin {
  host: string;
  username: string | undefined;
  password: string | undefined;
}

const text = z.string().optional().catch(undefined);
const entrySchema = z.object({ username: text, password: text, auth: text });
/** Of which there may be a hundred thousand, that nobody looks at one by one. */
export const entriesSchema = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const configSchema = z.object({ auths: entriesSchema });

/** The names of a pull secret's configuration that count here. */
export const configNames: ReadonlySet<string> = new Set([
  ...Object.keys(configSchema.shape),
  ...Object.keys(entrySchema.shape),
]);
/** What else stands in an entry and is for the same registry. */
const entryNames: ReadonlySet<string> = new Set([
  ...Object.keys(entrySchema.shape),
  'email',
  'identitytoken',
  'registrytoken',
]);

/** What a configuration holds. */
export interface DockerConfig {
  /** No more than were asked for. */
  logins: RegistryLogin[];
  /** It says something else besides, such as a program that is asked for credentials. */
  saysMore: boolean;
}

/** Reads the text of a pull secret's configuration, up to `max` of its registries; undefined where it is none. */
export function readDockerConfig(config: string | undefined, max: number): DockerConfig | undefined {
  if (config === undefined) return undefined;
  const value = parseJson(config);
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { auths } = parsed.data;
  const entries = Object.keys(auths)
    .slice(0, max)
    .map((host): [string, unknown] => [host, auths[host]]);
  return {
    logins: entries.map(([host, given]) => {
      const entry = entrySchema.safeParse(given).data;
      // What stands in `auth` counts more than what stands beside it, as for the kubelet.
      const { username, password } = decodeAuth(entry?.auth) ?? entry ?? {};
      return { host, username, password };
    }),
    saysMore:
      Object.keys(Object(value)).some((name) => name !== 'auths') ||
      entries.some(([, given]) => Object.keys(Object(given)).some((name) => !entryNames.has(name))),
  };
}

/** The user whom Kubernetes takes from `auth` where an entry of `auths` names another one beside it. */
export function findOtherUser(value: unknown): string | undefined {
  if (!Reflect.has(Object(value), 'auth')) return undefined;
  const { username = '', auth } = entrySchema.safeParse(value).data ?? {};
  const shown = decodeAuth(auth);
  return username === '' || shown?.username === username ? undefined : shown?.username;
}

/** `user:password` in base64; undefined where it names nobody. */
function decodeAuth(auth = ''): { username: string; password: string } | undefined {
  const [username = '', ...rest] = Buffer.from(auth, 'base64').toString('utf8').split(':');
  return username === '' ? undefined : { username, password: rest.join(':') };
}
