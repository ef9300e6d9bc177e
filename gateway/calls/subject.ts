import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { holdsToken, isLongWord, looksLikeToken } from './token-form.ts';

/** One registry of a secret, without its password; without its username too where that is a token. */
export interface KnownRegistry {
  host: string;
  username?: string | undefined;
}

/** What a call is about. Never holds a credential. */
export const subjectSchema = z.object({
  registries: z.array(z.object({ host: z.string(), username: z.string().optional() })).optional(),
  /** Of a Git repository, without what stands before its host or behind its path. */
  url: z.string().optional(),
  /** What an application reads of its repository: branch, tag or commit, and folder. */
  revision: z.string().optional(),
  path: z.string().optional(),
  username: z.string().optional(),
  /** In which the call works. */
  resourceGroup: z.string().optional(),
  /** Of a generic secret that belongs to the tenant itself, or to every resource group. */
  scope: z.enum(['tenant', 'all-groups']).optional(),
  /** What a generic secret holds values for. */
  keys: z.array(z.string()).optional(),
  /** What kind of object store it is about: `S3`, `azure`, … */
  storage: z.string().optional(),
  /** How a credential left the console: `kubernetes`, `docker-config`, … */
  form: z.string().optional(),
  /** The id of the approved plan that a write is a part of, or that was decided. */
  plan: z.string().optional(),
  /** How many calls one event stands for, where it stands for several. */
  count: z.number().optional(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** The name and the subject that stand in a body. */
export interface BodyFacts {
  name: string | undefined;
  /** The names of what a body has in `data`, and nothing of their values. */
  keys: string[];
  subject: Subject | undefined;
  /** An address, host, revision or path was given that is not told: it may hold a credential, or is too much. */
  isHidden: boolean;
}

/** More than a secret that AI Core takes can hold. */
const maxRegistries = 200;
const maxKeys = 100;
const maxTextLength = 512;
/** DigitalOcean's registry wants the token in the username's place. */
const tokenHosts = ['registry.digitalocean.com'];

const text = z.string().optional().catch(undefined);
/** Of which there may be a hundred thousand, that nobody looks at one by one. */
const names = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const bodySchema = z.object({
  name: text,
  applicationName: text,
  url: text,
  repositoryUrl: text,
  revision: text,
  path: text,
  username: text,
  password: text,
  registry: text,
  form: text,
  /** The body that creates a resource group has it in place of a name. */
  resourceGroupId: text,
  type: text,
  registries: z
    .array(z.object({ host: z.string(), username: z.string().optional() }))
    .optional()
    .catch(undefined),
  data: names.optional().catch(undefined),
});
/** The names of a body that count here. */
export const factNames: ReadonlySet<string> = new Set(Object.keys(bodySchema.shape));

const entrySchema = z.object({ username: text, password: text, auth: text });
const configSchema = z.object({ auths: names });
/** The names of a pull secret's configuration that count here. */
export const configNames: ReadonlySet<string> = new Set([
  ...Object.keys(configSchema.shape),
  ...Object.keys(entrySchema.shape),
]);

/** The bytes of one call are asked about by all that stands around it, and can be 2 MB. */
const knownFacts = new WeakMap<Buffer, BodyFacts>();

/** Reads what a body is about: bytes as they are forwarded, once, or what was parsed of them. Never throws. */
export function readBodyFacts(body: unknown): BodyFacts {
  if (!Buffer.isBuffer(body)) return findFacts(body);
  const facts = knownFacts.get(body) ?? findFacts(parseJson(body.toString('utf8')));
  knownFacts.set(body, facts);
  return facts;
}

function findFacts(body: unknown): BodyFacts {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { name: undefined, keys: [], subject: undefined, isHidden: true };
  const { username, password, registry, form, type, data, revision, path } = parsed.data;
  const name = parsed.data.name ?? parsed.data.applicationName ?? parsed.data.resourceGroupId;
  const url = parsed.data.url ?? parsed.data.repositoryUrl;
  const secret = readDockerConfig(dockerText(data));
  const checked = registry === undefined ? undefined : [toKnown(registry, username, password)];
  const registries =
    secret ?? checked ?? parsed.data.registries?.map((one) => toKnown(one.host, one.username, undefined));
  const knownUrl = url === undefined ? undefined : stripUrl(url);
  const isLogin = registries === undefined && username !== undefined;
  const told = registries?.filter(({ host }) => host !== '').slice(0, maxRegistries);
  const subject: Subject = {
    ...(told && { registries: told }),
    ...(knownUrl !== undefined && { url: knownUrl }),
    ...(isPlain(revision) && { revision }),
    ...(isPlain(path) && { path }),
    ...(isLogin && isUsername('', username, password) && { username }),
    ...(type !== undefined && /^(?:s3|oss|webhdfs|azure|gcs)$/i.test(type) && { storage: type }),
    ...(form !== undefined && /^[a-z-]{1,40}$/.test(form) && { form }),
  };
  return {
    name: name === undefined ? undefined : toKnownName(name),
    keys: Object.keys(data ?? {})
      .slice(0, maxKeys)
      .flatMap((key) => toKnownName(key) ?? []),
    subject: Object.keys(subject).length > 0 ? subject : undefined,
    isHidden:
      (secret === undefined && dockerText(data) !== undefined) ||
      told?.length !== registries?.length ||
      (url !== undefined && knownUrl === undefined) ||
      subject.revision !== revision ||
      subject.path !== path,
  };
}

/** The text of a pull secret's configuration in a body that was parsed. Holds credentials. */
export function readDockerText(body: unknown): string | undefined {
  return dockerText(bodySchema.safeParse(body).data?.data);
}

function dockerText(data: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return text.parse(data?.['.dockerconfigjson']);
}

/** A name as AI Core would take it; whatever else was typed in its place is not kept. */
export function toKnownName(name: string): string | undefined {
  return /^[a-z0-9._-]{1,253}$/i.test(name) && !looksLikeToken(name) ? name : undefined;
}

function readDockerConfig(config: string | undefined): KnownRegistry[] | undefined {
  if (config === undefined) return undefined;
  const parsed = configSchema.safeParse(parseJson(config));
  if (!parsed.success) return undefined;
  const { auths } = parsed.data;
  // One more than is told of, by which it is known that there are more.
  const hosts = Object.keys(auths).slice(0, maxRegistries + 1);
  return hosts.map((host) => {
    const entry = entrySchema.safeParse(auths[host]).data ?? {};
    const shown = decodeAuth(entry.auth);
    return toKnown(host, entry.username ?? shown?.username, entry.password ?? shown?.password);
  });
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

function toKnown(host: string, username: string | undefined, password: string | undefined): KnownRegistry {
  const known = stripUrl(host) ?? '';
  return username !== undefined && isUsername(known, username, password)
    ? { host: known, username }
    : { host: known };
}

function isUsername(host: string, username: string, password: string | undefined): boolean {
  const isText = username !== '' && username.length <= maxTextLength && !/\p{Cc}/u.test(username);
  if (!isText || username === password || tokenHosts.some((known) => host.includes(known))) return false;
  return !holdsToken(username) && !isLongWord(username);
}

function isPlain(given: string | undefined): given is string {
  return given !== undefined && given.length <= maxTextLength && !/\p{Cc}/u.test(given) && !holdsToken(given);
}

/** Without what can hold a credential: what stands before the host, a query and a fragment. */
function stripUrl(address: string): string | undefined {
  const [plain = ''] = address.trim().split(/[?#]/);
  const start = plain.indexOf('://');
  const scheme = start === -1 ? '' : plain.slice(0, start + 3);
  const rest = plain.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  // Behind a slash it is no end of a login: which of the two is the host, nobody can tell.
  if (rest.slice(0, at + 1).includes('/')) return undefined;
  const kept = `${scheme}${rest.slice(at + 1)}`;
  return kept.length > maxTextLength || holdsToken(kept) || /[\s\p{Cc}]/u.test(kept) ? undefined : kept;
}
