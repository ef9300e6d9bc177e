import * as z from 'zod';

const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => new URL(url).username === '' && new URL(url).password === '');
const filled = z.string().min(1);
// Environment variables often carry a PEM block with its line ends escaped twice.
const pem = filled
  .transform((text) => text.replaceAll(String.raw`\n`, '\n'))
  .pipe(z.string().startsWith('-----BEGIN '));

const common = {
  clientid: filled,
  url: httpUrl,
  identityzone: filled.optional(),
  identityzoneid: filled.optional(),
  appname: filled.optional(),
  serviceurls: z.object({ AI_API_URL: httpUrl }),
};
const clientSecretKey = z.object({ ...common, clientsecret: filled });
const x509Key = z.object({ ...common, certificate: pem, key: pem, certurl: httpUrl });

/** A service key of SAP AI Core, of the client secret kind or of the x509 kind. */
export type ServiceKey = z.infer<typeof clientSecretKey> | z.infer<typeof x509Key>;

/** A service key, or why it is none: a clause that names properties and never shows a value. */
export type ServiceKeyResult = { ok: true; key: ServiceKey } | { ok: false; reason: string };

/**
 * Checks a service key that was read as JSON. Both the bare credentials and the `{ "credentials": … }` that the
 * Cloud Foundry command line prints are accepted.
 */
export function parseServiceKey(value: unknown): ServiceKeyResult {
  const wrapped = z.object({ credentials: z.looseObject({}) }).safeParse(value);
  const candidate: unknown = wrapped.success ? wrapped.data.credentials : value;
  if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) {
    return { ok: false, reason: 'it is not a JSON object' };
  }
  const isX509 = 'certificate' in candidate && !('clientsecret' in candidate);
  const parsed = (isX509 ? x509Key : clientSecretKey).safeParse(candidate);
  if (parsed.success) return { ok: true, key: parsed.data };
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path.join('.')));
  return { ok: false, reason: `these properties are missing or wrong: ${[...wrong].join(', ')}` };
}

/** Like {@link parseServiceKey}, from text. The parser's own message is not used: it quotes the text. */
export function parseServiceKeyText(text: string): ServiceKeyResult {
  const parsed = parseJson(text);
  return parsed.ok ? parseServiceKey(parsed.value) : { ok: false, reason: 'it is not valid JSON' };
}

/** Parses JSON without ever passing on the parser's message, which quotes what it read. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** The id under which a key's tenant appears in addresses, where no file name gives one: safe in a URL path. */
export function tenantIdOfKey(key: ServiceKey): string {
  const name = key.identityzone ?? key.identityzoneid ?? key.appname ?? 'aicore';
  const safe = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[^a-z0-9]+/gi, '');
  return safe.slice(0, 63) || 'aicore';
}

/** Whether a file's name without its ending can be a tenant id. */
export function isTenantId(text: string): boolean {
  return /^[a-z0-9][\w.-]{0,62}$/i.test(text);
}
