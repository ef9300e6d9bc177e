import { extraFields } from './docker-config.ts';
import type { RegistryEntry } from './docker-config.ts';
import { shellQuote } from '../text/shell-quote.ts';
import { trimEnd } from '../text/trim-end.ts';

export interface CurlOptions {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly method?: 'POST' | 'PATCH';
  /** Address of the AI API without `/v2/…`; the command reads `$AI_API_URL` where it is not an absolute one. */
  readonly baseUrl?: string;
  readonly withAuth?: boolean;
}

/** A shell variable that the command reads for the registry `host`. */
export interface CurlVariable {
  readonly name: string;
  readonly host: string;
  /** The imported field whose value it holds, as JSON unless it is a text; undefined for the password. */
  readonly field?: string;
}

/**
 * The shell variables that the command reads: `PASSWORD`, then `PASSWORD_2`, …, and `FIELD`, `FIELD_2`, … for what
 * an imported entry holds besides, since any of it may be a credential.
 */
export function curlVariables(entries: readonly RegistryEntry[]): CurlVariable[] {
  const passwords = entries.map(({ host }, index) => ({ name: passwordVariable(index), host }));
  const fields = secretFields(entries).map(({ entry, field }, index) => ({
    name: fieldVariable(index),
    host: entry.host,
    field,
  }));
  return [...passwords, ...fields];
}

function passwordVariable(index: number): string {
  return index === 0 ? 'PASSWORD' : `PASSWORD_${index + 1}`;
}

function fieldVariable(index: number): string {
  return index === 0 ? 'FIELD' : `FIELD_${index + 1}`;
}

function secretFields(entries: readonly RegistryEntry[]): { entry: RegistryEntry; field: string }[] {
  return entries.flatMap((entry) =>
    extraFields(entry.extra).flatMap(([field]) => (field === 'email' ? [] : [{ entry, field }])),
  );
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
  return isAbsolute ? shellQuote(`${trimEnd(baseUrl, '/')}${path}`) : `"$AI_API_URL"${shellQuote(path)}`;
}

function jqEntry(entry: RegistryEntry, index: number, { entries, withAuth }: CurlOptions): string {
  const variable = `$${passwordVariable(index).toLowerCase()}`;
  const auth = `auth: (${jqString(`${entry.username}:`)} + ${variable} | @base64)`;
  const fields = [
    `username: ${jqString(entry.username)}`,
    `password: ${variable}`,
    ...(withAuth === true ? [auth] : []),
    ...extraFields(entry.extra).map(([key, value]) => {
      return `${jqString(key)}: ${key === 'email' ? jqValue(value) : jqField(entries, entry, key, value)}`;
    }),
  ];
  return `${jqString(entry.host)}: {${fields.join(', ')}}`;
}

/** A field comes from its variable: a text as it is, anything else as JSON. */
function jqField(
  entries: readonly RegistryEntry[],
  entry: RegistryEntry,
  field: string,
  value: unknown,
): string {
  const index = secretFields(entries).findIndex((each) => each.entry === entry && each.field === field);
  const variable = `$${fieldVariable(index).toLowerCase()}`;
  return typeof value === 'string' ? variable : `(${variable} | fromjson)`;
}

function jqValue(value: unknown): string {
  return typeof value === 'string' ? jqString(value) : `(${jqString(JSON.stringify(value))} | fromjson)`;
}

/** A JSON string is a jq string: JSON writes a backslash as two, so that jq's `\(…)` cannot come up. */
function jqString(text: string): string {
  return JSON.stringify(text);
}
