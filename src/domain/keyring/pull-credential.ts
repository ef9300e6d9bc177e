import { decodeBase64 } from '../text/base64.ts';
import { foldName } from '../text/fold-name.ts';

/** A field of an entry that the kubelet or Knative decodes as text. */
type CredentialField = 'username' | 'password' | 'email' | 'auth' | 'identitytoken' | 'registrytoken';

/** Why an entry of `auths` cannot be decoded. */
export type EntryProblem =
  | { readonly code: 'entry-not-object' | 'auth-not-base64' | 'auth-without-colon' }
  | { readonly code: 'field-not-text'; readonly field: CredentialField };

interface PullCredential {
  readonly username: string;
  /** True if there is neither username nor password: the registry is then accessed anonymously. */
  readonly isEmpty: boolean;
  /** True if there is an `identitytoken`, which the kubelet ignores. */
  readonly hasIdentityToken: boolean;
}

type DecodedEntry =
  | { readonly ok: true; readonly credential: PullCredential }
  | { readonly ok: false; readonly problem: EntryProblem };

/** The fields that the kubelet decodes; a value that is neither text nor null fails the whole secret. */
const kubeletFields: readonly CredentialField[] = ['username', 'password', 'email', 'auth'];
/** The fields that Knative decodes, with the same consequence (go-containerregistry's authn.AuthConfig). */
export const knativeFields: readonly CredentialField[] = [
  'username',
  'password',
  'auth',
  'identitytoken',
  'registrytoken',
];

/**
 * Decodes one entry of `auths` as Go's JSON does: field names in any case, the last of several counts, null means
 * absent. A non-empty `auth` overrides username and password.
 * Source: https://github.com/kubernetes/kubernetes/blob/master/pkg/credentialprovider/config.go
 */
export function decodeEntry(
  entry: unknown,
  fields: readonly CredentialField[] = kubeletFields,
): DecodedEntry {
  if (entry !== undefined && (typeof entry !== 'object' || Array.isArray(entry))) {
    return { ok: false, problem: { code: 'entry-not-object' } };
  }
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(entry ?? {})) {
    const folded = foldName(name);
    const field = fields.find((candidate) => candidate === folded);
    if (typeof value === 'string') values.set(folded, value);
    else if (field !== undefined && value !== null && value !== undefined) {
      return { ok: false, problem: { code: 'field-not-text', field } };
    }
  }
  const hasIdentityToken = (values.get('identitytoken') ?? '') !== '';
  const auth = values.get('auth') ?? '';
  if (auth !== '') return decodeAuth(auth, hasIdentityToken);
  const username = values.get('username') ?? '';
  const isEmpty = username === '' && (values.get('password') ?? '') === '';
  return { ok: true, credential: { username, isEmpty, hasIdentityToken } };
}

function decodeAuth(auth: string, hasIdentityToken: boolean): DecodedEntry {
  const bytes = decodeBase64(isPadded(auth) ? auth : addPadding(auth));
  if (bytes === undefined) return { ok: false, problem: { code: 'auth-not-base64' } };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const colon = text.indexOf(':');
  if (colon < 0) return { ok: false, problem: { code: 'auth-without-colon' } };
  const isEmpty = text === ':';
  return { ok: true, credential: { username: text.slice(0, colon), isEmpty, hasIdentityToken } };
}

/** Base64 that does not end in `=`, apart from white space, is read as unpadded. */
function isPadded(auth: string): boolean {
  return auth.trim().endsWith('=');
}

function addPadding(auth: string): string {
  const length = auth.replaceAll(/[\r\n]/g, '').length;
  return auth.padEnd(auth.length + ((4 - (length % 4)) % 4), '=');
}
