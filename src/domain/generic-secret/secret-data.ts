import { decodeBase64Text, encodeBase64 } from '../text/base64.ts';

/** One key of a generic secret as entered: a text, or the bytes of a file. */
export interface SecretEntry {
  readonly key: string;
  readonly text: string;
  /** Replaces the text. */
  readonly file?: EnteredFile | undefined;
}

interface EnteredFile {
  readonly name: string;
  readonly size: number;
  /** Its bytes in base64. */
  readonly base64: string;
}

export interface GenericSecretBody {
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Kubernetes' limit for one secret: https://kubernetes.io/docs/concepts/configuration/secret/ */
export const maxSecretBytes = 1_048_576;
const maxKeyLength = 253;

export type SecretKeyProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string }
  | { readonly code: 'dots' };

/** Why Kubernetes rejects a key; undefined if it is valid: letters, digits, “-”, “_” and “.”. */
export function checkSecretKey(key: string): SecretKeyProblem | undefined {
  if (key === '') return { code: 'empty' };
  if (key.length > maxKeyLength) return { code: 'too-long', maxLength: maxKeyLength };
  const character = /[^-._a-zA-Z0-9]/u.exec(key)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  return key === '.' || key.startsWith('..') ? { code: 'dots' } : undefined;
}

/** Whether the key can be the name of an environment variable in a container; `envFrom` skips other keys. */
export function isVariableName(key: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key);
}

/**
 * The plain text of a value that already is base64 and would be encoded twice. Undefined if it may just as well be a
 * token.
 */
export function decodedOnce(text: string): string | undefined {
  const compact = text.trim();
  if (compact.length < 16 || !/[+/=\d]/.test(compact)) return undefined;
  const decoded = decodeBase64Text(compact);
  return decoded !== undefined && /^[\t\n\r -~]+$/.test(decoded) ? decoded : undefined;
}

/** The total size of a secret's values, in bytes. */
export function sizeOfEntries(entries: readonly SecretEntry[]): number {
  return entries.reduce(
    (sum, { text, file }) => sum + (file?.size ?? new TextEncoder().encode(text).length),
    0,
  );
}

/** The body for creating or changing a secret: every value in base64, texts as UTF-8. */
export function buildGenericSecretBody(name: string, entries: readonly SecretEntry[]): GenericSecretBody {
  return {
    name,
    data: Object.fromEntries(entries.map(({ key, text, file }) => [key, file?.base64 ?? encodeBase64(text)])),
  };
}
