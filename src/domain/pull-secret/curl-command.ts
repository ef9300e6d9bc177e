import { extraFields } from './docker-config.ts';
import type { RegistryEntry } from './docker-config.ts';
import { isCredentialUsername } from '../token/username-credential.ts';
import { shellQuote } from '../text/shell-quote.ts';
import { trimEnd } from '../text/trim-end.ts';

export interface CurlOptions {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly method?: 'POST' | 'PATCH';
  /** Address of the AI API without `/v2/…`; if it is not absolute, the command reads `$AI_API_URL`. */
  readonly baseUrl?: string;
  readonly withAuth?: boolean;
}

/** A shell variable that the command reads for the registry `host`. */
export interface CurlVariable {
  readonly name: string;
  readonly host: string;
  /**
   * `username`, or the imported field whose value the variable holds (as JSON unless it is text); undefined for the
   * password.
   */
  readonly field?: string;
}

/**
 * The shell variables that the command reads: `PASSWORD`, then `PASSWORD_2`, …; `USERNAME`, … for each entry whose
 * username is a credential; and `FIELD`, … for the other imported fields, since any of them may be a credential.
 */
export function curlVariables(entries: readonly RegistryEntry[]): CurlVariable[] {
  const logins = entries.flatMap((entry, index): CurlVariable[] => {
    const { host } = entry;
    const password = { name: numbered('PASSWORD', index), host };
    if (!hasSecretUsername(entry)) return [password];
    return [password, { name: numbered('USERNAME', index), host, field: 'username' }];
  });
  const fields = secretFields(entries).map(({ entry, field }, index) => ({
    name: numbered('FIELD', index),
    host: entry.host,
    field,
  }));
  return [...logins, ...fields];
}

type VariableKind = 'PASSWORD' | 'USERNAME' | 'FIELD';

function numbered(kind: VariableKind, index: number): string {
  return index === 0 ? kind : `${kind}_${index + 1}`;
}

/** A username that equals the password is read from the password's variable. */
function hasSecretUsername(entry: RegistryEntry): boolean {
  return isCredentialUsername(entry) && entry.username !== entry.password;
}

function secretFields(entries: readonly RegistryEntry[]): { entry: RegistryEntry; field: string }[] {
  return entries.flatMap((entry) =>
    extraFields(entry.extra).flatMap(([field]) => (field === 'email' ? [] : [{ entry, field }])),
  );
}

/**
 * Builds the shell command that registers or replaces a secret. It contains no credential: they come from the variables
 * of curlVariables, and the bearer token from `$TOKEN`. A password is nested in JSON within JSON, where shell quoting
 * cannot place it safely; jq (1.5 or later) can, whatever the variable holds.
 */
export function buildCurlCommand(options: CurlOptions): string {
  const { name, entries, method = 'POST', baseUrl } = options;
  const path = `/v2/admin/dockerRegistrySecrets${method === 'PATCH' ? `/${encodeURIComponent(name)}` : ''}`;
  const given = curlVariables(entries).map((variable) => {
    return ` --arg ${variable.name.toLowerCase()} "$${variable.name}"`;
  });
  const auths = entries.map((entry, index) => `\n  ${jqEntry(entry, index, options)}`).join(',');
  const program = `{name: ${jqString(name)}, data: {".dockerconfigjson": ({auths: {${auths}\n}} | tojson)}}`;
  return [
    `jq -nc${given.join('')} ${shellQuote(program)} |`,
    `  curl --request ${method} ${urlWord(baseUrl, path)} \\`,
    `    --header "Authorization: Bearer $TOKEN" \\`,
    `    --header 'Content-Type: application/json' \\`,
    `    --data-binary @-`,
    '',
  ].join('\n');
}

function urlWord(baseUrl: string | undefined, path: string): string {
  const isAbsolute = baseUrl !== undefined && /^https?:\/\//.test(baseUrl);
  return isAbsolute ? shellQuote(`${trimEnd(baseUrl, '/')}${path}`) : `"$AI_API_URL"${shellQuote(path)}`;
}

function jqEntry(entry: RegistryEntry, index: number, { entries, withAuth }: CurlOptions): string {
  const variable = jqVariable('PASSWORD', index);
  const username = jqUsername(entry, index);
  const auth = `auth: (${username} + ":" + ${variable} | @base64)`;
  const fields = [
    `username: ${username}`,
    `password: ${variable}`,
    ...(withAuth === true ? [auth] : []),
    ...extraFields(entry.extra).map(([key, value]) => {
      return `${jqString(key)}: ${key === 'email' ? jqValue(value) : jqField(entries, entry, key, value)}`;
    }),
  ];
  return `${jqString(entry.host)}: {${fields.join(', ')}}`;
}

function jqUsername(entry: RegistryEntry, index: number): string {
  if (!isCredentialUsername(entry)) return jqString(entry.username);
  return jqVariable(hasSecretUsername(entry) ? 'USERNAME' : 'PASSWORD', index);
}

/** A field comes from its variable: text as it is, anything else as JSON. */
function jqField(
  entries: readonly RegistryEntry[],
  entry: RegistryEntry,
  field: string,
  value: unknown,
): string {
  const index = secretFields(entries).findIndex((each) => each.entry === entry && each.field === field);
  const variable = jqVariable('FIELD', index);
  return typeof value === 'string' ? variable : `(${variable} | fromjson)`;
}

function jqVariable(kind: VariableKind, index: number): string {
  return `$${numbered(kind, index).toLowerCase()}`;
}

function jqValue(value: unknown): string {
  return typeof value === 'string' ? jqString(value) : `(${jqString(JSON.stringify(value))} | fromjson)`;
}

/** A JSON string is also a jq string: JSON doubles each backslash, so jq's `\(…)` cannot occur. */
function jqString(text: string): string {
  return JSON.stringify(text);
}
