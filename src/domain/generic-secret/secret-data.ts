import { decodeBase64Text, encodeBase64 } from '../text/base64.ts';

/** One key of a generic secret, as it is entered: a text, or the bytes of a file. */
export interface SecretEntry {
  readonly key: string;
  readonly text: string;
  /** A file in the text's place. */
  readonly file?: EnteredFile | undefined;
}

interface EnteredFile {
  readonly name: string;
  readonly size: number;
  /** Its bytes, in base64. */
  readonly base64: string;
}

export interface GenericSecretBody {
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Kubernetes holds no more in one secret: https://kubernetes.io/docs/concepts/configuration/secret/ */
export const maxSecretBytes = 1_048_576;
const maxKeyLength = 253;

export type SecretKeyProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string }
  | { readonly code: 'dots' };

/** Says why Kubernetes refuses a key; undefined if it takes it: letters, digits, “-”, “_” and “.”. */
export function checkSecretKey(key: string): SecretKeyProblem | undefined {
  if (key === '') return { code: 'empty' };
  if (key.length > maxKeyLength) return { code: 'too-long', maxLength: maxKeyLength };
  const character = /[^-._a-zA-Z0-9]/u.exec(key)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  return key === '.' || key.startsWith('..') ? { code: 'dots' } : undefined;
}

/** Whether a container can have the value as an environment variable of that name; `envFrom` leaves out others. */
export function isVariableName(key: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key);
}

/** What a text says in clear, if it is base64 already: it would be encoded twice. Undefined for what may as well be a token. */
export function decodedOnce(text: string): string | undefined {
  const compact = text.trim();
  if (compact.length < 16 || !/[+/=\d]/.test(compact)) return undefined;
  const decoded = decodeBase64Text(compact);
  return decoded !== undefined && /^[\t\n\r -~]+$/.test(decoded) ? decoded : undefined;
}

/** How many bytes the values of a secret have together. */
export function sizeOfEntries(entries: readonly SecretEntry[]): number {
  return entries.reduce(
    (sum, { text, file }) => sum + (file?.size ?? new TextEncoder().encode(text).length),
    0,
  );
}

/** The body of a creation or a change: every value in base64, a text by its UTF-8. */
export function buildGenericSecretBody(name: string, entries: readonly SecretEntry[]): GenericSecretBody {
  return {
    name,
    data: Object.fromEntries(entries.map(({ key, text, file }) => [key, file?.base64 ?? encodeBase64(text)])),
  };
}
