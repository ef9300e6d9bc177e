import { decodeBase64, decodeBase64Text } from '../../text/base64.ts';
import { isJsonObject, toPlainValue } from '../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';
import { findUnfilled } from '../../text/placeholder.ts';
import { encodeAuth } from '../docker-config.ts';
import { foldFields } from './fold-fields.ts';
import type {
  ImportedEntry,
  ImportFindings,
  ImportNotice,
  LeftOutEntry,
  LeftOutReason,
} from './import-result.ts';
import { knownOf, openReason } from './open-field.ts';

type EntryResult =
  | { readonly entry: ImportedEntry; readonly notices: readonly ImportNotice[] }
  | { readonly leftOut: LeftOutEntry };

interface Credential {
  readonly username: string;
  readonly password: string;
}

interface Unread {
  readonly reason: LeftOutReason;
}

/** The fields of an entry that become username and password; all others are `extra`. */
const credentialFields = ['username', 'password', 'auth'] as const;
const tokenFields = ['identitytoken', 'registrytoken'] as const;
const knownFields: readonly string[] = [...credentialFields, ...tokenFields];

/**
 * Reads the entries of an `auths` object one by one, so that a bad one does not hide the others. `auth` is split at its
 * first colon and overrides username and password, as in the kubelet (Kubernetes, pkg/credentialprovider).
 */
export function readAuths(auths: JsonObject): ImportFindings {
  const results = [...auths].map(([host, value]) => readEntry(host, value));
  return {
    entries: results.flatMap((result) => ('entry' in result ? [result.entry] : [])),
    leftOut: results.flatMap((result) => ('leftOut' in result ? [result.leftOut] : [])),
    notices: results.flatMap((result) => ('notices' in result ? result.notices : [])),
  };
}

/** True for an object with the fields of an entry of `auths`. */
export function looksLikeEntry(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const folded = foldFields(value, knownFields);
  return knownFields.some((field) => folded.has(field));
}

function readEntry(host: string, value: JsonValue): EntryResult {
  if (value === null) return { leftOut: { host, reason: { code: 'no-credential' } } };
  if (!isJsonObject(value)) return { leftOut: { host, reason: { code: 'not-an-object' } } };
  const fields = foldFields(value, knownFields);
  const beside = { username: textOf(fields, 'username'), password: textOf(fields, 'password') };
  const auth = readAuth(fields, beside);
  const found = 'reason' in auth ? beside : auth;
  const reason = openReason(host, found) ?? missingReason(fields, auth, found);
  if (reason !== undefined) return { leftOut: { host, ...knownOf(found), reason } };
  const entry = { host, ...found, ...readExtra(fields) };
  return { entry, notices: authNotices(host, fields, auth, found) };
}

function textOf(fields: JsonObject, field: string): string {
  const text = fields.get(field);
  return typeof text === 'string' ? text : '';
}

/** Reads `auth`: a credential, a reason why it cannot be read, or the separate username and password if it is empty. */
function readAuth(fields: JsonObject, beside: Credential): Credential | Unread {
  const auth = fields.get('auth') ?? '';
  if (typeof auth !== 'string') return { reason: { code: 'not-a-string', field: 'auth' } };
  // The encoded forms are compared because base64 cannot represent every text: a lone surrogate would be lost.
  if (auth === '' || auth === encodeAuth(beside.username, beside.password)) return beside;
  if (findUnfilled(auth) !== undefined) return { ...beside, password: beside.password || auth };
  const encoded = padBase64(auth.replaceAll(/[\r\n]/g, '').trim());
  const decoded = decodeBase64Text(encoded);
  if (decoded === undefined) {
    return { reason: { code: decodeBase64(encoded) === undefined ? 'bad-auth' : 'auth-not-utf8' } };
  }
  const colon = decoded.indexOf(':');
  if (colon < 0) return { reason: { code: 'auth-without-colon' } };
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/** The kubelet also reads base64 without its padding. */
function padBase64(encoded: string): string {
  return encoded.endsWith('=') ? encoded : encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '=');
}

function authNotices(
  host: string,
  fields: JsonObject,
  auth: Credential | Unread,
  found: Credential,
): ImportNotice[] {
  if ('reason' in auth) return [{ code: 'auth-ignored', host }];
  const differs = (['username', 'password'] as const).some((field) => {
    const beside = fields.get(field) ?? '';
    return beside !== '' && beside !== found[field];
  });
  return differs ? [{ code: 'auth-overrides', host }] : [];
}

function missingReason(
  fields: JsonObject,
  auth: Credential | Unread,
  { username, password }: Credential,
): LeftOutReason | undefined {
  if (username !== '' && password !== '') return undefined;
  if ('reason' in auth) return auth.reason;
  const wrong = (['username', 'password'] as const).find((field) => {
    return typeof (fields.get(field) ?? '') !== 'string';
  });
  if (wrong !== undefined) return { code: 'not-a-string', field: wrong };
  if (textOf(fields, 'identitytoken') !== '') return { code: 'identity-token' };
  if (textOf(fields, 'registrytoken') !== '') return { code: 'registry-token' };
  if (username === '' && password === '') return { code: 'no-credential' };
  return { code: username === '' ? 'no-username' : 'no-password' };
}

/** All other fields, except those that a masked export replaced. */
function readExtra(fields: JsonObject): { extra?: Record<string, unknown> } {
  const others = [...fields].filter(([key, value]) => {
    const isCredential = credentialFields.some((field) => field === key);
    return !isCredential && !(typeof value === 'string' && findUnfilled(value)?.kind === 'masked');
  });
  if (others.length === 0) return {};
  return { extra: Object.fromEntries(others.map(([key, member]) => [key, toPlainValue(member)])) };
}
