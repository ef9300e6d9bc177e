import type { RegistryEntry } from '../docker-config.ts';
import type { JsonErrorReason } from '../../text/json-text.ts';

/** Largest text or file that can be imported, in bytes of UTF-8: AI Core stores secrets of up to about 1 MiB. */
export const maxImportBytes = 1_048_576;

export type ImportFormat =
  | 'docker-config'
  | 'docker-auths'
  | 'kubernetes-secret'
  | 'ai-core-request'
  | 'docker-login'
  | 'kubectl-command'
  /** Username and token in named fields: settings, a form, a registry's answer. */
  | 'credential-fields';

/** An entry as found. `extra` holds its other fields, which the user may keep or drop. */
export interface ImportedEntry extends RegistryEntry {
  /** The secret that contained it, if the text has several. */
  readonly secretName?: string;
}

/** Why an entry cannot be imported. */
export type LeftOutReason =
  | { readonly code: 'no-credential' | 'no-username' | 'no-password' | 'not-an-object' }
  | { readonly code: 'identity-token' | 'registry-token' }
  | { readonly code: 'bad-auth' | 'auth-not-utf8' | 'auth-without-colon' }
  | { readonly code: 'password-from-stdin' | 'credential-file' }
  /** The command names no registry, or an unknown option may have taken it. */
  | { readonly code: 'no-host' | 'unclear-host'; readonly field: 'host' }
  | { readonly code: 'not-a-string'; readonly field: 'username' | 'password' | 'auth' }
  | { readonly code: 'credential-store'; readonly store: string }
  | { readonly code: 'credential-helper'; readonly helper: string }
  /** The shell would have filled in the field; `variable` is set if it is a single variable. */
  | { readonly code: 'variable'; readonly field: CredentialField; readonly variable?: string }
  /** Bullets of a masked export, or a placeholder that was not replaced, such as `<your-token>`. */
  | { readonly code: 'masked' | 'placeholder'; readonly field: CredentialField };

export type CredentialField = 'host' | 'username' | 'password';

/** An entry with something missing; its known fields are used on request. */
export interface LeftOutEntry {
  /** As written; if the reason concerns the host, the text in its place or nothing. */
  readonly host: string;
  readonly username?: string;
  readonly password?: string;
  readonly secretName?: string;
  readonly reason: LeftOutReason;
}

/** What the user should know about an imported text. */
export type ImportNotice =
  /** A key occurs twice under this path; the last one counts. */
  | { readonly code: 'duplicate-key'; readonly path: readonly string[] }
  /** `auth` differs from username or password; `auth` wins, as in the kubelet. */
  | { readonly code: 'auth-overrides'; readonly host: string }
  /** `auth` cannot be read, so username and password are used. The kubelet would reject the whole secret. */
  | { readonly code: 'auth-ignored'; readonly host: string }
  | { readonly code: 'dropped-fields'; readonly fields: readonly string[] }
  | { readonly code: 'several-secrets'; readonly secretNames: readonly string[] }
  | { readonly code: 'ignored-documents'; readonly kinds: readonly string[] }
  | { readonly code: 'unreadable-secret'; readonly secretName?: string; readonly problem: ImportProblem }
  /** Both `data` and `stringData` hold the credentials; `stringData` wins, as in Kubernetes. */
  | { readonly code: 'string-data-overrides'; readonly secretName?: string };

/** Why nothing could be imported. */
export type ImportProblem =
  | { readonly code: 'empty' | 'binary' | 'unreadable' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | {
      readonly code: 'not-json';
      readonly line: number;
      readonly column: number;
      readonly reason: JsonErrorReason;
      /** The field whose text is meant, if JSON is nested in JSON or YAML. */
      readonly within?: string;
    }
  | { readonly code: 'not-yaml'; readonly line: number; readonly column: number }
  /** Readable, but without registry credentials; `keys` are the first few keys. */
  | { readonly code: 'unknown-shape'; readonly keys: readonly string[]; readonly within?: string }
  | { readonly code: 'auths-not-an-object' | 'bad-base64'; readonly within?: string }
  | { readonly code: 'no-registries' }
  /** A Docker config without registries, because this store holds all credentials. */
  | { readonly code: 'only-credential-store'; readonly store: string }
  | { readonly code: 'no-secret'; readonly kinds: readonly string[] }
  | { readonly code: 'unclosed-quote' };

/** What was found in a part of the text. */
export interface ImportFindings {
  readonly entries: readonly ImportedEntry[];
  readonly leftOut: readonly LeftOutEntry[];
  readonly notices: readonly ImportNotice[];
}

export interface ImportFailure {
  readonly ok: false;
  readonly problem: ImportProblem;
}

export interface ImportSuccess extends ImportFindings {
  readonly ok: true;
  readonly format: ImportFormat;
  readonly secretName?: string;
}

export type ImportResult = ImportSuccess | ImportFailure;

/** The failure result for a problem. */
export function importFailure(problem: ImportProblem): ImportFailure {
  return { ok: false, problem };
}

/** The known fields of an entry that was left out, as form values; the user has to fill in the empty ones. */
export function openEntry({ host, username = '', password = '', reason }: LeftOutEntry): RegistryEntry {
  const isOpen = 'field' in reason && reason.field === 'host';
  return { host: isOpen ? '' : host, username, password };
}

/** Combines several results; if they have more than one secret name, each entry is tagged with its own. */
export function combineResults(results: readonly ImportSuccess[]): ImportSuccess | undefined {
  const [first] = results;
  if (first === undefined) return undefined;
  const secretNames = results.flatMap(({ secretName }) => secretName ?? []);
  const several = secretNames.length > 1;
  const [onlyName] = secretNames;
  const tagged = <T>(items: readonly T[], secretName: string | undefined) => {
    return items.map((item) => (several && secretName !== undefined ? { ...item, secretName } : item));
  };
  return {
    ok: true,
    format: first.format,
    ...(several || onlyName === undefined ? {} : { secretName: onlyName }),
    entries: results.flatMap(({ entries, secretName }) => tagged(entries, secretName)),
    leftOut: results.flatMap(({ leftOut, secretName }) => tagged(leftOut, secretName)),
    notices: [
      ...(several ? [{ code: 'several-secrets', secretNames } as const] : []),
      ...results.flatMap(({ notices }) => notices),
    ],
  };
}
