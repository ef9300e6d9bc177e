import { encodeBase64 } from '../text/base64.ts';
import { isCredentialUsername } from '../token/username-credential.ts';

/** The credential of one registry; `extra` holds the entry's other fields as they were imported. */
export interface RegistryEntry {
  readonly host: string;
  readonly username: string;
  readonly password: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface DockerConfigOptions {
  /** Write `auth` (base64 of `username:password`) in addition to username and password. */
  readonly withAuth?: boolean;
  /** Write `maskedValue` in place of everything that may be a credential, to show what will be sent. */
  readonly masked?: boolean;
}

/** Replaces a credential; its length is fixed, so that it does not reveal the credential's. */
export const maskedValue = '••••••••';

/** The body of POST and PATCH /v2/admin/dockerRegistrySecrets. */
export interface SecretBody {
  readonly name: string;
  readonly data: { readonly '.dockerconfigjson': string };
}

const credentialFields: ReadonlySet<string> = new Set(['username', 'password', 'auth']);

/**
 * Builds the `.dockerconfigjson` text, compact, in the order of the entries:
 * `{"auths":{"host":{"username":"…","password":"…"}}}` (SAP AI Core, "Register Your Docker Registry Secret"). It is
 * assembled as text because an object would move hosts like `123` to the front. Hosts must differ: a repeated one would
 * be written twice, and readers take the last.
 */
export function buildDockerConfigJson(
  entries: readonly RegistryEntry[],
  options: DockerConfigOptions = {},
): string {
  const members = entries.map((entry) => `${JSON.stringify(entry.host)}:${entryJson(entry, options)}`);
  return `{"auths":{${members.join(',')}}}`;
}

/** The `auth` field of a Docker config entry: base64 of the UTF-8 text `username:password`. */
export function encodeAuth(username: string, password: string): string {
  return encodeBase64(`${username}:${password}`);
}

/** Builds the body that registers (POST) or replaces (PATCH) a Docker registry secret. */
export function buildSecretBody(
  name: string,
  entries: readonly RegistryEntry[],
  options: DockerConfigOptions = {},
): SecretBody {
  return { name, data: { '.dockerconfigjson': buildDockerConfigJson(entries, options) } };
}

function entryJson(entry: RegistryEntry, { withAuth, masked }: DockerConfigOptions): string {
  const { username, password, extra = {} } = entry;
  const mask = (value: unknown): unknown => (masked === true ? maskedValue : value);
  const fields: [string, unknown][] = [
    ['username', isCredentialUsername(entry) ? mask(username) : username],
    ['password', mask(password)],
    ...(withAuth === true
      ? [['auth', mask(encodeAuth(username, password))] satisfies [string, unknown]]
      : []),
    // An unknown field, such as an identity token, may be a credential as well.
    ...extraFields(extra).map(([key, value]): [string, unknown] => [
      key,
      key === 'email' ? value : mask(value),
    ]),
  ];
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

/** The fields to keep besides the credential; an imported field must never replace the credential. */
export function extraFields(extra: Readonly<Record<string, unknown>> = {}): [string, unknown][] {
  return Object.entries(extra).filter(([key, value]) => !credentialFields.has(key) && value !== undefined);
}
