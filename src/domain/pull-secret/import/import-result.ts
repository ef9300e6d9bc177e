import type { RegistryEntry } from '../docker-config.ts';
import type { JsonErrorReason } from '../../text/json-text.ts';

/** Largest text or file that is imported, in bytes of UTF-8: AI Core stores a secret of at most about 1 MiB. */
export const maxImportBytes = 1_048_576;

export type ImportFormat =
  | 'docker-config'
  | 'docker-auths'
  | 'kubernetes-secret'
  | 'ai-core-request'
  | 'docker-login'
  | 'kubectl-command';

/** An entry as found. `extra` holds its unknown fields, which the user may keep or drop. */
export interface ImportedEntry extends RegistryEntry {
  /** The secret it stood in, where the text holds several. */
  readonly secretName?: string;
}

/** Why an entry cannot be taken over. */
export type LeftOutReason =
  | { readonly code: 'no-credential' | 'no-username' | 'no-password' | 'not-an-object' }
  | { readonly code: 'identity-token' | 'registry-token' | 'bad-auth' | 'auth-without-colon' }
  | { readonly code: 'password-from-stdin' | 'credential-file' }
  | { readonly code: 'not-a-string'; readonly field: 'username' | 'password' | 'auth' }
  | { readonly code: 'credential-store'; readonly store: string }
  | { readonly code: 'credential-helper'; readonly helper: string }
  /** The shell would have filled in the field; `variable` is its name where it is one variable. */
  | {
      readonly code: 'variable';
      readonly field: 'host' | 'username' | 'password';
      readonly variable?: string;
    };

export interface LeftOutEntry {
  readonly host: string;
  /** The username, where it is known, so that only the password is to be typed. */
  readonly username?: string;
  readonly secretName?: string;
  readonly reason: LeftOutReason;
}

/** What the user should know about a text that was imported. */
export type ImportNotice =
  /** A key occurs twice under this path; the last one counts. */
  | { readonly code: 'duplicate-key'; readonly path: readonly string[] }
  /** `auth` differs from username or password; it counts, as it does for the kubelet. */
  | { readonly code: 'auth-overrides'; readonly host: string }
  /** `auth` cannot be read; username and password were taken. The kubelet would refuse the whole secret. */
  | { readonly code: 'auth-ignored'; readonly host: string }
  | { readonly code: 'dropped-fields'; readonly fields: readonly string[] }
  | { readonly code: 'several-secrets'; readonly secretNames: readonly string[] }
  | { readonly code: 'ignored-documents'; readonly kinds: readonly string[] }
  | { readonly code: 'unreadable-secret'; readonly secretName?: string; readonly problem: ImportProblem }
  /** Both `data` and `stringData` hold the credentials; `stringData` counts, as in Kubernetes. */
  | { readonly code: 'string-data-overrides'; readonly secretName?: string };

/** Why nothing could be imported. */
export type ImportProblem =
  | { readonly code: 'empty' | 'binary' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | {
      readonly code: 'not-json';
      readonly line: number;
      readonly column: number;
      readonly reason: JsonErrorReason;
      /** The field whose text is meant, where JSON stands inside of JSON or YAML. */
      readonly within?: string;
    }
  | { readonly code: 'not-yaml'; readonly line: number; readonly column: number }
  /** Readable, but nothing that holds registry credentials; `keys` are the first few it has. */
  | { readonly code: 'unknown-shape'; readonly keys: readonly string[]; readonly within?: string }
  | { readonly code: 'auths-not-an-object' | 'bad-base64'; readonly within?: string }
  | { readonly code: 'no-registries' }
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

export type ImportResult =
  | ({ readonly ok: true; readonly format: ImportFormat; readonly secretName?: string } & ImportFindings)
  | ImportFailure;

/** The failure result for a problem. */
export function importFailure(problem: ImportProblem): ImportFailure {
  return { ok: false, problem };
}
