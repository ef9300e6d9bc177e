import type { Connection } from './connection.ts';
import { connectionIdMaker, isConnectionId } from './connection-id.ts';
import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import type { JsonErrorReason, JsonObject, JsonValue } from '../text/json-text.ts';
import { readJwt } from '../token/jwt.ts';
import { checkProxyAddress, normalizeProxyAddress } from './proxy-address.ts';
import type { ProxyAddressProblem } from './proxy-address.ts';

/** Why a file is rejected; `position` is the connection's position in the file, from 1. */
export type ConnectionsFileProblem =
  | { readonly code: 'empty' | 'unreadable' | 'too-large' | 'service-key' | 'no-connections' | 'no-list' }
  | {
      readonly code: 'not-json';
      readonly reason: JsonErrorReason;
      readonly line: number;
      readonly column: number;
    }
  | { readonly code: 'not-an-object' | 'no-label' | 'bad-auth' | 'bad-id'; readonly position: number }
  | { readonly code: 'bad-address'; readonly position: number; readonly problem: ProxyAddressProblem }
  | { readonly code: 'duplicate-id'; readonly position: number; readonly first: number; readonly id: string }
  /** Where a credential was found, as a path such as `connections[0].token`; never the credential itself. */
  | { readonly code: 'credential'; readonly path: string };

export type ConnectionsFileResult =
  | { readonly ok: true; readonly connections: readonly Connection[] }
  | { readonly ok: false; readonly problems: readonly ConnectionsFileProblem[] };

/** The longest accepted file, in characters: enough for thousands of connections. */
export const maxFileLength = 1_000_000;

/**
 * The list as a file in the format of `/config.json`, so that a static host can serve it as it is. Contains no
 * credentials.
 */
export function formatConnectionsFile(connections: readonly Connection[]): string {
  const listed = connections.map(({ id, label, baseUrl, auth }) => ({ id, label, baseUrl, auth }));
  return `${JSON.stringify({ connections: listed }, null, 2)}\n`;
}

/**
 * Reads such a file, or the `config.json` of a gateway; a missing id is made from the label. Reports all problems at
 * once, except that a file with credentials is rejected for those alone. Never throws.
 */
export function parseConnectionsFile(text: string): ConnectionsFileResult {
  if (text.length > maxFileLength) return { ok: false, problems: [{ code: 'too-large' }] };
  if (text.trim() === '') return { ok: false, problems: [{ code: 'empty' }] };
  const parsed = parseJsonText(text.replace(/^\uFEFF/, ''));
  if (!parsed.ok) {
    const { reason, line, column } = parsed;
    return { ok: false, problems: [{ code: 'not-json', reason, line, column }] };
  }
  if (isServiceKey(parsed.value)) return { ok: false, problems: [{ code: 'service-key' }] };
  const credentials = findCredentials(parsed.value, '');
  if (credentials.length > 0) {
    return { ok: false, problems: credentials.map((path) => ({ code: 'credential', path })) };
  }
  const entries = isJsonObject(parsed.value) ? parsed.value.get('connections') : undefined;
  if (!isList(entries)) return { ok: false, problems: [{ code: 'no-list' }] };
  if (entries.length === 0) return { ok: false, problems: [{ code: 'no-connections' }] };
  return readEntries(entries);
}

function readEntries(entries: readonly JsonValue[]): ConnectionsFileResult {
  const connections: Connection[] = [];
  const problems: ConnectionsFileProblem[] = [];
  const positions = new Map<string, number>();
  const createId = connectionIdMaker(
    entries.flatMap((entry) => (isJsonObject(entry) ? [textOf(entry, 'id')] : [])),
  );
  for (const [index, entry] of entries.entries()) {
    const position = index + 1;
    if (!isJsonObject(entry)) {
      problems.push({ code: 'not-an-object', position });
      continue;
    }
    const label = textOf(entry, 'label').trim();
    const baseUrl = textOf(entry, 'baseUrl');
    const auth = entry.get('auth');
    const id = entry.has('id') ? textOf(entry, 'id') : createId(label);
    const { problem } = checkProxyAddress(baseUrl);
    const first = positions.get(id);
    if (label === '') problems.push({ code: 'no-label', position });
    if (problem) problems.push({ code: 'bad-address', position, problem });
    if (auth !== 'proxy' && auth !== 'bearer') problems.push({ code: 'bad-auth', position });
    else connections.push({ id, label, baseUrl: normalizeProxyAddress(baseUrl), auth });
    if (!isConnectionId(id)) problems.push({ code: 'bad-id', position });
    else if (first !== undefined) problems.push({ code: 'duplicate-id', position, first, id });
    else positions.set(id, position);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, connections };
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function textOf(entry: JsonObject, key: string): string {
  const value = entry.get(key);
  return typeof value === 'string' ? value : '';
}

function isServiceKey(value: JsonValue): boolean {
  return isJsonObject(value) && value.has('clientid') && (value.has('url') || value.has('certurl'));
}

const credentialKey =
  /(?:token|secret|passw(?:or)?d|passphrase|credential|authorization|api[_-]?key|private[_-]?key|clientid)/i;

/**
 * Paths of everything that is named like a credential or looks like one. An empty value, as in a template, does not
 * count.
 */
function findCredentials(value: JsonValue, path: string): string[] {
  if (typeof value === 'string') return looksLikeCredential(value) ? [path] : [];
  if (isList(value)) return value.flatMap((item, index) => findCredentials(item, `${path}[${index}]`));
  if (!isJsonObject(value)) return [];
  return [...value].flatMap(([key, member]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    const isEmpty = member === null || member === '' || typeof member === 'boolean';
    return credentialKey.test(key) && !isEmpty ? [inner] : findCredentials(member, inner);
  });
}

function looksLikeCredential(text: string): boolean {
  if (/^(?:bearer|basic)\s+\S/i.test(text) || /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return true;
  if (readJwt(text) !== undefined) return true;
  return /^[a-z]+:\/\/[^/?#]*@/i.test(text);
}
