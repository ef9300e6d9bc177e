import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { entriesSchema, readDockerConfig, type DockerConfig, type RegistryLogin } from './docker-config.ts';
import { isPlain, isUsername, stripUrl, toKnownName } from './known-text.ts';
import { readLabels, readStoreSettings, tellSettings, type ToldSettings } from './known-settings.ts';

/** One registry of a secret, without its password, and without its username if that is a token. */
export interface KnownRegistry {
  host: string;
  username?: string | undefined;
}

/** What a call is about. Never holds a credential. */
export const subjectSchema = z.object({
  registries: z.array(z.object({ host: z.string(), username: z.string().optional() })).optional(),
  /** The URL of a Git repository, without login, query and fragment. */
  url: z.string().optional(),
  /** What an application reads from its repository: branch, tag or commit, and folder. */
  revision: z.string().optional(),
  path: z.string().optional(),
  username: z.string().optional(),
  /** The resource group that the call works in. */
  resourceGroup: z.string().optional(),
  /** For a generic secret that belongs to the tenant itself, or to every resource group. */
  scope: z.enum(['tenant', 'all-groups']).optional(),
  /** The keys of a generic secret's values. */
  keys: z.array(z.string()).optional(),
  /** The type of object store: `S3`, `azure`, … */
  storage: z.string().optional(),
  /** Where the object store is, or the labels of a resource group. */
  settings: z.record(z.string(), z.string()).optional(),
  /** How a credential left the console: `kubernetes`, `docker-config`, … */
  form: z.string().optional(),
  /** The id of the approved plan that a write belongs to, or of the plan that was decided. */
  plan: z.string().optional(),
  /** How many calls the event stands for, if several. */
  count: z.number().optional(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** The name and the subject in a body. */
export interface BodyFacts {
  name: string | undefined;
  subject: Subject | undefined;
  /**
   * The body holds something that is neither recorded nor a known credential: it may hold one, be too long, or be
   * unknown.
   */
  isHidden: boolean;
}

/** What a body says, unfiltered: credentials may be anywhere. */
interface Given {
  registries?: readonly (RegistryLogin | KnownRegistry)[] | undefined;
  url?: string | undefined;
  revision?: string | undefined;
  path?: string | undefined;
  username?: string | undefined;
  password?: string | undefined;
  keys?: readonly string[] | undefined;
  storage?: string | undefined;
  form?: string | undefined;
  settings?: ToldSettings | undefined;
  resourceGroup?: string | undefined;
  scope?: Subject['scope'];
}

/** More than a secret that AI Core accepts can hold. */
const maxRegistries = 200;
const maxKeys = 100;

const text = z.string().optional().catch(undefined);
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
  /** Used instead of a name in the body that creates a resource group. */
  resourceGroupId: text,
  type: text,
  registries: z
    .array(z.object({ host: z.string(), username: z.string().optional() }))
    .optional()
    .catch(undefined),
  data: entriesSchema.optional().catch(undefined),
});
type Body = z.infer<typeof bodySchema>;
/** Fields that only a plan has in this form. */
const planSchema = subjectSchema
  .pick({ keys: true, storage: true, settings: true, resourceGroup: true, scope: true })
  .catch({});
/** The names in a body that matter here. */
export const factNames: ReadonlySet<string> = new Set(Object.keys(bodySchema.shape));

/**
 * The fields of the admin API's bodies: each is recorded, or is a credential. A kind that is not listed is unknown, so
 * no plan can cover it.
 */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  dockerRegistrySecrets: ['name', 'data'],
  repositories: ['name', 'url', 'username', 'password'],
  applications: ['applicationName', 'repositoryUrl', 'revision', 'path'],
  resourceGroups: ['resourceGroupId', 'labels'],
  secrets: ['name', 'data'],
};

/** Several hooks ask about the bytes of one call, which can be 2 MB. */
const knownFacts = new WeakMap<Buffer, BodyFacts>();

/**
 * Reads what a body is about: forwarded bytes, which are parsed once, or an already parsed body. `resource` is the
 * admin API's name for the kind that the body is for; undefined for the gateway's own calls. Never throws.
 */
export function readBodyFacts(body: unknown, resource?: string): BodyFacts {
  if (!Buffer.isBuffer(body)) return findFacts(body, resource);
  const facts = knownFacts.get(body) ?? findFacts(parseJson(body.toString('utf8')), resource);
  knownFacts.set(body, facts);
  return facts;
}

function findFacts(body: unknown, resource: string | undefined): BodyFacts {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { name: undefined, subject: undefined, isHidden: true };
  const { data } = parsed;
  const name = data.name ?? data.applicationName ?? data.resourceGroupId;
  // One more than is recorded, to find out whether there are more.
  const config = readDockerConfig(dockerText(data.data), maxRegistries + 1);
  const written =
    resource === undefined ? readPlan(body) : readKind(data, { whole: Object(body), config, resource });
  const { registry: host, username, password } = data;
  const checked = host === undefined ? data.registries : [{ host, username, password }];
  const told = tell({
    registries: config?.logins ?? checked,
    url: data.url ?? data.repositoryUrl,
    revision: data.revision,
    path: data.path,
    username,
    password,
    storage: resource === 'objectStoreSecrets' ? data.type : undefined,
    form: data.form,
    ...written,
  });
  return {
    name: name === undefined ? undefined : toKnownName(name),
    subject: Object.keys(told.subject).length > 0 ? told.subject : undefined,
    isHidden: told.isHidden || written.isHidden,
  };
}

function readPlan(body: unknown) {
  const { settings, ...rest } = planSchema.parse(body);
  return {
    ...rest,
    ...(settings && { settings: tellSettings(Object.entries(settings)) }),
    isHidden: false,
  };
}

interface Written {
  whole: Readonly<Record<string, unknown>>;
  config: DockerConfig | undefined;
  resource: string;
}

/** What only this kind of body says, and whether it holds more than bodies of its kind do. */
function readKind({ data = {} }: Body, { whole, config, resource }: Written) {
  if (resource === 'objectStoreSecrets') return { settings: readStoreSettings(whole), isHidden: false };
  const isHidden = Object.keys(whole).some((field) => fieldsOf[resource]?.includes(field) !== true);
  switch (resource) {
    case 'resourceGroups':
      return { settings: readLabels(whole['labels']), isHidden };
    case 'secrets':
      return { keys: Object.keys(data), isHidden };
    case 'dockerRegistrySecrets':
      return { isHidden: isHidden || config?.saysMore !== false || Object.keys(data).length > 1 };
    default:
      return { isHidden };
  }
}

/** The parts of what is given that may be recorded. */
function tell(given: Given): { subject: Subject; isHidden: boolean } {
  const { registries, url, revision, path, username, password, storage, form, keys, settings } = given;
  const resourceGroup = given.resourceGroup === undefined ? undefined : toKnownName(given.resourceGroup);
  const knownUrl = url === undefined ? undefined : stripUrl(url);
  const known = registries?.map(toKnown).filter(({ host }) => host !== '');
  const told = known?.slice(0, maxRegistries);
  const knownKeys = keys?.slice(0, maxKeys).flatMap((key) => toKnownName(key) ?? []);
  const isLogin = registries === undefined && username !== undefined;
  const isStorage = storage !== undefined && /^(?:s3|oss|webhdfs|azure|gcs)$/i.test(storage);
  const subject: Subject = {
    ...(told && { registries: told }),
    ...(knownUrl !== undefined && { url: knownUrl }),
    ...(isPlain(revision) && { revision }),
    ...(isPlain(path) && { path }),
    ...(isLogin && isUsername('', username, password) && { username }),
    ...(isStorage && { storage }),
    ...(settings?.settings && { settings: { ...settings.settings } }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    ...(given.scope !== undefined && { scope: given.scope }),
    ...(knownKeys && knownKeys.length > 0 && { keys: knownKeys }),
    ...(form !== undefined && /^[a-z-]{1,40}$/.test(form) && { form }),
  };
  return {
    subject,
    isHidden:
      told?.length !== registries?.length ||
      knownKeys?.length !== keys?.length ||
      (url !== undefined && (knownUrl === undefined || /[?#]/.test(url))) ||
      subject.revision !== revision ||
      subject.path !== path ||
      subject.storage !== storage ||
      resourceGroup !== given.resourceGroup ||
      settings?.isHidden === true,
  };
}

/** A pull secret's configuration as text, from a parsed body. Holds credentials. */
export function readDockerText(body: unknown): string | undefined {
  return dockerText(bodySchema.safeParse(body).data?.data);
}

function dockerText(data: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return text.parse(data?.['.dockerconfigjson']);
}

function toKnown({ host, username, ...rest }: RegistryLogin | KnownRegistry): KnownRegistry {
  const known = stripUrl(host) ?? '';
  const password = 'password' in rest ? rest.password : undefined;
  return username !== undefined && isUsername(known, username, password)
    ? { host: known, username }
    : { host: known };
}
