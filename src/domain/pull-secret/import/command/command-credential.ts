import type {
  CredentialField,
  ImportFormat,
  ImportSuccess,
  LeftOutEntry,
  LeftOutReason,
} from '../import-result.ts';
import { openFieldReason } from '../open-field.ts';
import type { ShellWord } from './shell-commands.ts';

/** What a command says about one registry, as typed. */
export interface CommandCredential {
  readonly host?: ShellWord | undefined;
  /** An unknown option may have taken the registry. */
  readonly isUnclear?: boolean;
  readonly username: ShellWord;
  readonly password: ShellWord;
  readonly email?: ShellWord;
  readonly secretName?: ShellWord;
  /** Why the credential is not in the command. */
  readonly missing?: LeftOutReason;
}

/** The registry of a command: a complete entry, or one that is left out with its known fields and the first reason. */
export function credentialResult(format: ImportFormat, credential: CommandCredential): ImportSuccess {
  const { host, username, password, email, secretName } = credential;
  const name =
    secretName !== undefined && isKnown('username', secretName) ? { secretName: secretName.text } : {};
  const found = { ok: true, format, ...name, notices: [] } as const;
  const reason = reasonOf(credential);
  if (reason !== undefined || host === undefined) {
    const entry: LeftOutEntry = {
      host: host?.text ?? '',
      ...(isKnown('username', username) ? { username: username.text } : {}),
      ...(isKnown('password', password) ? { password: password.text } : {}),
      reason: reason ?? { code: 'no-host', field: 'host' },
    };
    return { ...found, entries: [], leftOut: [entry] };
  }
  const extra = email !== undefined && isKnown('username', email) ? { extra: { email: email.text } } : {};
  const entry = { host: host.text, username: username.text, password: password.text, ...extra };
  return { ...found, entries: [entry], leftOut: [] };
}

function reasonOf({
  host,
  isUnclear,
  username,
  password,
  missing,
}: CommandCredential): LeftOutReason | undefined {
  const open =
    (host && openReason('host', host)) ??
    openReason('username', username) ??
    missing ??
    openReason('password', password);
  if (host === undefined && missing?.code !== 'credential-file') {
    return { code: isUnclear === true ? 'unclear-host' : 'no-host', field: 'host' };
  }
  if (open !== undefined) return open;
  if (username.text === '' && password.text === '') return { code: 'no-credential' };
  if (username.text === '') return { code: 'no-username' };
  return password.text === '' ? { code: 'no-password' } : undefined;
}

/** NVIDIA's username is literally `$oauthtoken`, and is often pasted without its quotes. */
function openReason(field: CredentialField, { text, expands }: ShellWord): LeftOutReason | undefined {
  const isVariable = expands && text !== '$oauthtoken';
  return openFieldReason(field, text) ?? (isVariable ? variableReason(field, text) : undefined);
}

function variableReason(field: CredentialField, text: string): LeftOutReason {
  const variable = /^\$(?:env:)?\{?(\w+)\}?$/.exec(text)?.[1];
  return variable === undefined ? { code: 'variable', field } : { code: 'variable', field, variable };
}

function isKnown(field: 'username' | 'password', word: ShellWord): boolean {
  return word.text !== '' && openReason(field, word) === undefined;
}
