import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';

/** A service key of SAP AI Core, independent of its original form. */
export interface ServiceKey {
  clientId: string;
  credential: ClientSecret | ClientCertificate;
  /** Where tokens are requested, with its path. */
  tokenUrl: string;
  /** The admin API's address without `/v2` or a slash at its end; `/v2/admin/…` is appended. */
  apiUrl: string;
  /** The tenant's subdomain, for example `acme`. */
  zone: string | undefined;
  /** The tenant's id; all instances of one subaccount share it. */
  zoneId: string | undefined;
  appName: string | undefined;
}

interface ClientSecret {
  secret: string;
}

/** What an x509 key holds instead of a secret: a chain and its key in PEM, and the expiry as an ISO date. */
export interface ClientCertificate {
  certificate: string;
  privateKey: string;
  expiresAt: string;
}

/** A service key, or why it is not one: a clause that names properties and never shows a value. */
export type ServiceKeyResult = { ok: true; key: ServiceKey } | { ok: false; reason: string };

const filled = z.string().min(1);
const httpUrl = z.string().refine(isHttpUrl);
// Environment variables often contain a PEM block whose line ends were escaped twice.
const pem = z.string().transform((text) => text.replaceAll(String.raw`\n`, '\n').trim());

const common = {
  identityzone: filled.optional(),
  identityzoneid: filled.optional(),
  appname: filled.optional(),
  serviceurls: z.object({ AI_API_URL: httpUrl }),
};

const secretKeySchema = z
  .object({ clientid: filled, url: httpUrl, ...common, clientsecret: filled })
  .transform(({ clientsecret, url, ...rest }) => buildKey(rest, url, { secret: clientsecret }));

// Without `abort`, Zod would also check the pair after one of its parts has failed.
const x509KeySchema = z
  .object({
    clientid: filled,
    certurl: httpUrl,
    ...common,
    certificate: pem.refine(isCertificate, { abort: true }),
    key: pem.refine(isPrivateKey, { abort: true }),
  })
  .refine(isPair, { path: ['key'] })
  .transform(({ certificate, key, certurl, ...rest }) => {
    const expiresAt = new Date(new X509Certificate(certificate).validTo).toISOString();
    return buildKey(rest, certurl, { certificate, privateKey: key, expiresAt });
  });

/**
 * Checks a service key that was parsed from JSON. Accepts both the bare credentials and the `{ "credentials": … }` that
 * the Cloud Foundry command line prints. `names` maps properties to the names the operator knows them by.
 */
export function parseServiceKey(value: unknown, names: Record<string, string> = {}): ServiceKeyResult {
  const wrapped = z.object({ credentials: z.looseObject({}) }).safeParse(value);
  const candidate: unknown = wrapped.success ? wrapped.data.credentials : value;
  if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) {
    return { ok: false, reason: 'it is not a JSON object' };
  }
  const hasSecret = 'clientsecret' in candidate && typeof candidate.clientsecret === 'string';
  const isX509 = 'certificate' in candidate && !hasSecret;
  const parsed = (isX509 ? x509KeySchema : secretKeySchema).safeParse(candidate);
  if (parsed.success) return { ok: true, key: parsed.data };
  const paths = parsed.error.issues.map((issue) => issue.path.join('.'));
  const wrong = new Set(paths.map((path) => names[path] ?? path));
  return { ok: false, reason: `these properties are missing or wrong: ${[...wrong].join(', ')}` };
}

/** Like {@link parseServiceKey}, from text. */
export function parseServiceKeyText(text: string): ServiceKeyResult {
  const value = parseJson(text);
  return value === undefined ? { ok: false, reason: 'it is not valid JSON' } : parseServiceKey(value);
}

/** The id of a key's tenant in addresses, if no file name gives one: safe in a URL path. */
export function tenantIdOfKey(key: ServiceKey): string {
  const name = key.zone ?? key.zoneId ?? key.appName ?? 'aicore';
  const safe = name.replaceAll(/[^\w.-]+/g, '-').replace(/^[^a-z0-9]+/i, '');
  return safe.slice(0, 63) || 'aicore';
}

/** Whether a file's name without its extension can be a tenant id. */
export function isTenantId(text: string): boolean {
  return /^[a-z0-9][\w.-]{0,62}$/i.test(text);
}

type CommonProperties = z.infer<z.ZodObject<typeof common>> & { clientid: string };

function buildKey(rest: CommonProperties, url: string, credential: ServiceKey['credential']): ServiceKey {
  return {
    clientId: rest.clientid,
    credential,
    // SAP's Python SDK expects the first address with this path, and the second with its version.
    tokenUrl: `${dropTail(url, '/oauth/token')}/oauth/token`,
    apiUrl: dropTail(rest.serviceurls.AI_API_URL, '/v2'),
    zone: rest.identityzone,
    zoneId: rest.identityzoneid,
    appName: rest.appname,
  };
}

/** An address without `tail`, if it ends with that, and without slashes at its end. */
function dropTail(address: string, tail: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => `/${part}`)
    .join('');
  return `${origin}${path.endsWith(tail) ? path.slice(0, -tail.length) : path}`;
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
}

function isCertificate(text: string): boolean {
  return isTrue(() => Number.isFinite(Date.parse(new X509Certificate(text).validTo)));
}

function isPrivateKey(text: string): boolean {
  return isTrue(() => createPrivateKey(text).type === 'private');
}

function isPair({ certificate, key }: { certificate: string; key: string }): boolean {
  return isTrue(() => new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)));
}

/** Node's crypto throws for what it cannot read. */
function isTrue(read: () => boolean): boolean {
  try {
    return read();
  } catch {
    return false;
  }
}
