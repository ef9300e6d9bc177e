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
/** May have a hundred thousand entries, so they are not validated one by one. */
export const entriesSchema = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const configSchema = z.object({ auths: entriesSchema });

/** The names in a pull secret's configuration that matter here. */
export const configNames: ReadonlySet<string> = new Set([
  ...Object.keys(configSchema.shape),
  ...Object.keys(entrySchema.shape),
]);
/** What an entry may hold besides; it is for the same registry. */
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
  /** It holds something else too, such as a program that provides credentials. */
  saysMore: boolean;
}

/** Reads a pull secret's configuration, with up to `max` of its registries; undefined if it is not one. */
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
      // `auth` takes precedence over the fields beside it, as for the kubelet.
      const { username, password } = decodeAuth(entry?.auth) ?? entry ?? {};
      return { host, username, password };
    }),
    saysMore:
      Object.keys(Object(value)).some((name) => name !== 'auths') ||
      entries.some(([, given]) => Object.keys(Object(given)).some((name) => !entryNames.has(name))),
  };
}

/** The user that Kubernetes takes from `auth`, if the entry names another one beside it. */
export function findOtherUser(value: unknown): string | undefined {
  if (!Reflect.has(Object(value), 'auth')) return undefined;
  const { username = '', auth } = entrySchema.safeParse(value).data ?? {};
  const shown = decodeAuth(auth);
  return username === '' || shown?.username === username ? undefined : shown?.username;
}

/** `user:password` in base64; undefined if it names nobody. */
function decodeAuth(auth = ''): { username: string; password: string } | undefined {
  const [username = '', ...rest] = Buffer.from(auth, 'base64').toString('utf8').split(':');
  return username === '' ? undefined : { username, password: rest.join(':') };
}
