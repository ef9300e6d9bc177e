import { decodeBase64Text } from '../../text/base64.ts';
import { encodeAuth } from '../docker-config.ts';
import { isJsonObject, toPlainValue } from '../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';
import type {
  ImportedEntry,
  ImportFindings,
  ImportNotice,
  LeftOutEntry,
  LeftOutReason,
} from './import-result.ts';

type EntryResult =
  | { readonly entry: ImportedEntry; readonly notices: readonly ImportNotice[] }
  | { readonly leftOut: LeftOutEntry };

interface Credential {
  readonly username: string;
  readonly password: string;
}

/** The fields of an entry that become username and password; all others are `extra`. */
const credentialFields: ReadonlySet<string> = new Set(['username', 'password', 'auth']);

/**
 * Reads the entries of an `auths` object, each by itself, so that a bad one does not hide the others.
 * `auth` is split at its first colon and counts more than username and password, as for the kubelet
 * (Kubernetes, pkg/credentialprovider).
 */
export function readAuths(auths: JsonObject): ImportFindings {
  const results = [...auths].map(([host, value]) => readEntry(host, value));
  return {
    entries: results.flatMap((result) => ('entry' in result ? [result.entry] : [])),
    leftOut: results.flatMap((result) => ('leftOut' in result ? [result.leftOut] : [])),
    notices: results.flatMap((result) => ('notices' in result ? result.notices : [])),
  };
}

/** True for something with the fields of an entry of `auths`. */
export function looksLikeEntry(value: JsonValue): boolean {
  const fields = ['auth', 'username', 'password', 'identitytoken', 'registrytoken'];
  return isJsonObject(value) && fields.some((field) => value.has(field));
}

function readEntry(host: string, value: JsonValue): EntryResult {
  if (value === null) return { leftOut: { host, reason: { code: 'no-credential' } } };
  if (!isJsonObject(value)) return { leftOut: { host, reason: { code: 'not-an-object' } } };
  const username = readString(value, 'username');
  const password = readString(value, 'password');
  const auth = readAuth(value, { username: username.text, password: password.text });
  const credential = 'reason' in auth ? undefined : auth;
  const found: Credential = credential ?? { username: username.text, password: password.text };
  const reason = leftOutReason(value, found);
  if (found.username !== '' && found.password !== '') {
    const entry = { host, ...found, ...readExtra(value) };
    return { entry, notices: authNotices(host, value, auth, found) };
  }
  const wrong = [username, password].find(({ wrongType }) => wrongType)?.field;
  const authReason = 'reason' in auth ? auth.reason : undefined;
  const typeReason: LeftOutReason | undefined =
    wrong === undefined ? undefined : { code: 'not-a-string', field: wrong };
  return {
    leftOut: {
      host,
      ...(found.username === '' ? {} : { username: found.username }),
      reason: authReason ?? typeReason ?? reason,
    },
  };
}

function readString(value: JsonObject, field: 'username' | 'password') {
  const text = value.get(field) ?? '';
  return typeof text === 'string' ? { field, text, wrongType: false } : { field, text: '', wrongType: true };
}

/** What `auth` says: a credential, a reason why it cannot be read, or what stands beside it if it is empty. */
function readAuth(value: JsonObject, beside: Credential): Credential | { readonly reason: LeftOutReason } {
  const auth = value.get('auth') ?? '';
  if (typeof auth !== 'string') return { reason: { code: 'not-a-string', field: 'auth' } };
  // The encoded forms are compared because base64 cannot hold every text: a lone surrogate would be lost.
  if (auth === '' || auth === encodeAuth(beside.username, beside.password)) return beside;
  const trimmed = auth.trim().replace(/=+$/, '');
  // The kubelet also reads base64 without its padding.
  const decoded = decodeBase64Text(trimmed.padEnd(Math.ceil(trimmed.length / 4) * 4, '='));
  if (decoded === undefined) return { reason: { code: 'bad-auth' } };
  const colon = decoded.indexOf(':');
  if (colon < 0) return { reason: { code: 'auth-without-colon' } };
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

function authNotices(
  host: string,
  value: JsonObject,
  auth: Credential | { readonly reason: LeftOutReason },
  found: Credential,
): ImportNotice[] {
  if ('reason' in auth) return [{ code: 'auth-ignored', host }];
  const differs = (['username', 'password'] as const).some((field) => {
    const beside = value.get(field) ?? '';
    return beside !== '' && beside !== found[field];
  });
  return differs ? [{ code: 'auth-overrides', host }] : [];
}

function leftOutReason(value: JsonObject, { username, password }: Credential): LeftOutReason {
  if (isFilled(value.get('identitytoken'))) return { code: 'identity-token' };
  if (isFilled(value.get('registrytoken'))) return { code: 'registry-token' };
  if (username === '' && password === '') return { code: 'no-credential' };
  return { code: username === '' ? 'no-username' : 'no-password' };
}

function isFilled(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

function readExtra(value: JsonObject): { extra?: Record<string, unknown> } {
  const others = [...value].filter(([key]) => !credentialFields.has(key));
  if (others.length === 0) return {};
  return { extra: Object.fromEntries(others.map(([key, member]) => [key, toPlainValue(member)])) };
}
