import { extraFields, maskedValue } from './docker-config.ts';
import type { RegistryEntry } from './docker-config.ts';
import { isCredentialUsername } from '../token/username-credential.ts';
import { shellQuote } from '../text/shell-quote.ts';

export interface CurlOptions {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly method?: 'POST' | 'PATCH';
  /** Address of the AI API without `/v2/…`; the command reads `$AI_API_URL` where it is not an absolute one. */
  readonly baseUrl?: string;
  readonly withAuth?: boolean;
  readonly masked?: boolean;
}

/** A shell variable that the command reads for the registry `host`. */
export interface CurlVariable {
  readonly name: string;
  readonly host: string;
}

/**
 * The shell variables that the command reads: `PASSWORD`, then `PASSWORD_2`, …, and `USERNAME`, … for each entry
 * whose username is a credential of its own.
 */
export function curlVariables(entries: readonly RegistryEntry[]): CurlVariable[] {
  return entries.flatMap((entry, index) => {
    const names = [passwordVariable(index), ...(hasSecretUsername(entry) ? [usernameVariable(index)] : [])];
    return names.map((name) => ({ name, host: entry.host }));
  });
}

function passwordVariable(index: number): string {
  return index === 0 ? 'PASSWORD' : `PASSWORD_${index + 1}`;
}

function usernameVariable(index: number): string {
  return index === 0 ? 'USERNAME' : `USERNAME_${index + 1}`;
}

/** One that equals the password is read from the password's variable. */
function hasSecretUsername(entry: RegistryEntry): boolean {
  return isCredentialUsername(entry) && entry.username !== entry.password;
}

/**
 * Builds the shell command that registers or replaces a secret. It holds no credential: they come from
 * the variables of curlVariables, and the bearer token from `$TOKEN`. A password stands in JSON inside of JSON, so that no
 * quoting in the shell could put it there safely; jq (1.5 or later) does, whatever the variable holds.
 */
export function buildCurlCommand(options: CurlOptions): string {
  const { name, entries, method = 'POST', baseUrl } = options;
  const path = `/v2/admin/dockerRegistrySecrets${method === 'PATCH' ? `/${encodeURIComponent(name)}` : ''}`;
  const passwords = curlVariables(entries).map((variable) => {
    return ` --arg ${variable.name.toLowerCase()} "$${variable.name}"`;
  });
  const auths = entries.map((entry, index) => `\n  ${jqEntry(entry, index, options)}`).join(',');
  const program = `{name: ${jqString(name)}, data: {".dockerconfigjson": ({auths: {${auths}\n}} | tojson)}}`;
  return [
    `jq -nc${passwords.join('')} ${shellQuote(program)} |`,
    `  curl --request ${method} ${urlWord(baseUrl, path)} \\`,
    `    --header "Authorization: Bearer $TOKEN" \\`,
    `    --header 'Content-Type: application/json' \\`,
    `    --data-binary @-`,
    '',
  ].join('\n');
}

function urlWord(baseUrl: string | undefined, path: string): string {
  const isAbsolute = baseUrl !== undefined && /^https?:\/\//.test(baseUrl);
  return isAbsolute
    ? shellQuote(`${baseUrl.replace(/\/+$/, '')}${path}`)
    : `"$AI_API_URL"${shellQuote(path)}`;
}

function jqEntry(entry: RegistryEntry, index: number, { withAuth, masked }: CurlOptions): string {
  const variable = `$${passwordVariable(index).toLowerCase()}`;
  const username = jqUsername(entry, index);
  const auth = `auth: (${username} + ":" + ${variable} | @base64)`;
  const fields = [
    `username: ${username}`,
    `password: ${variable}`,
    ...(withAuth === true ? [auth] : []),
    ...extraFields(entry.extra).map(([key, value]) => {
      return `${jqString(key)}: ${jqValue(masked === true && key !== 'email' ? maskedValue : value)}`;
    }),
  ];
  return `${jqString(entry.host)}: {${fields.join(', ')}}`;
}

function jqUsername(entry: RegistryEntry, index: number): string {
  if (!isCredentialUsername(entry)) return jqString(entry.username);
  const variable = hasSecretUsername(entry) ? usernameVariable(index) : passwordVariable(index);
  return `$${variable.toLowerCase()}`;
}

function jqValue(value: unknown): string {
  return typeof value === 'string' ? jqString(value) : `(${jqString(JSON.stringify(value))} | fromjson)`;
}

/** A JSON string is a jq string: JSON writes a backslash as two, so that jq's `\(…)` cannot come up. */
function jqString(text: string): string {
  return JSON.stringify(text);
}
