import { dockerHubHost } from '../../registry/registry-host.ts';
import { importFailure } from './import-result.ts';
import type {
  ImportedEntry,
  ImportFormat,
  ImportResult,
  LeftOutEntry,
  LeftOutReason,
} from './import-result.ts';
import { splitShellCommands } from './shell-words.ts';
import type { ShellWord } from './shell-words.ts';

const loginTools = ['docker', 'podman', 'nerdctl', 'finch', 'buildah', 'skopeo', 'crane', 'oras', 'helm'];
const kubectlTools = ['kubectl', 'oc', 'k', 'kubecolor'];
/** The prompt of root, which a shell takes for a comment. */
const rootPrompt = new RegExp(
  `^[ \\t]*#[ \\t]+(?=(?:${[...loginTools, ...kubectlTools].join('|')})[ \\t])`,
  'gm',
);
const loginCommandNames = new RegExp(
  `(?:^|[\\s|;&/])(?:${loginTools.join('|')})(?:\\.exe)?[ \\t][^\\n]*login(?:\\s|$)`,
);
const kubectlCommandPattern = /(?:^|\s)secret(?:\s|\\|`|\^)+docker-registry(?:\s|$)/;

/** Flags that stand alone; any other flag that is not read here takes the next word as its value. */
const switches: ReadonlySet<string> = new Set(
  [
    '--password-stdin --get-login --tls-verify --insecure --plain-http --verbose -v --debug -D',
    '--dry-run --append-hash --save-config --show-managed-fields --validate',
  ].flatMap((flags) => flags.split(' ')),
);
const flagNames: Readonly<Record<string, string>> = { '-u': '--username', '-p': '--password' };

interface Arguments {
  readonly flags: ReadonlyMap<string, ShellWord>;
  readonly positionals: readonly ShellWord[];
}

interface FoundCommand {
  readonly format: ImportFormat;
  readonly host: ShellWord;
  readonly args: Arguments;
  readonly names: { readonly username: string; readonly password: string };
  readonly secretName?: string;
}

/** True for text that holds a `docker login` or `kubectl create secret docker-registry` command line. */
export function looksLikeCommand(text: string): boolean {
  return loginCommandNames.test(text) || kubectlCommandPattern.test(text);
}

/**
 * Reads the credentials of `docker login` (also podman, skopeo, helm, …) and `kubectl create secret
 * docker-registry` command lines. A password that the shell or standard input would supply is not known here:
 * such an entry is left out with its username.
 */
export function readCommand(text: string): ImportResult {
  const split = splitShellCommands(text.replaceAll(rootPrompt, ''));
  if (!split.ok) return importFailure({ code: 'unclosed-quote' });
  const found = split.commands.flatMap((words) => findCommand(words) ?? []);
  const [first] = found;
  if (first === undefined) return importFailure({ code: 'unknown-shape', keys: [] });
  const secretNames = found.flatMap(({ secretName }) => secretName ?? []);
  const several = secretNames.length > 1;
  const [onlyName] = secretNames;
  const results = found.map((command) => readCredential(command, several));
  return {
    ok: true,
    format: first.format,
    ...(several || onlyName === undefined ? {} : { secretName: onlyName }),
    entries: results.flatMap((result) => ('reason' in result ? [] : [result])),
    leftOut: results.flatMap((result) => ('reason' in result ? [result] : [])),
    notices: several ? [{ code: 'several-secrets', secretNames }] : [],
  };
}

function findCommand(words: readonly ShellWord[]): FoundCommand | undefined {
  const texts = words.map(({ text }) => text);
  const tool = texts.findIndex((text) => isTool(text, [...loginTools, ...kubectlTools]));
  if (tool < 0) return undefined;
  if (isTool(texts[tool] ?? '', loginTools)) {
    const login = texts.indexOf('login', tool);
    return login < 0 ? undefined : loginCommand(readArguments(words.slice(login + 1)));
  }
  const kind = texts.indexOf('docker-registry', tool);
  return kind < 0 || texts[kind - 1] !== 'secret'
    ? undefined
    : kubectlCommand(readArguments(words.slice(kind + 1)));
}

function isTool(text: string, tools: readonly string[]): boolean {
  return tools.includes(text.replace(/^.*[/\\]/, '').replace(/\.exe$/, ''));
}

function loginCommand(args: Arguments): FoundCommand {
  const host = args.positionals[0] ?? literal(dockerHubHost);
  return { format: 'docker-login', host, args, names: { username: '--username', password: '--password' } };
}

function kubectlCommand(args: Arguments): FoundCommand {
  const name = args.positionals[0];
  return {
    format: 'kubectl-command',
    host: args.flags.get('--docker-server') ?? literal(dockerHubHost),
    args,
    names: { username: '--docker-username', password: '--docker-password' },
    ...(name === undefined || name.expands ? {} : { secretName: name.text }),
  };
}

function literal(text: string): ShellWord {
  return { text, expands: false };
}

function readArguments(words: readonly ShellWord[]): Arguments {
  const flags = new Map<string, ShellWord>();
  const positionals: ShellWord[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? literal('');
    const [, shortName = '', attached = ''] = /^(-[up])=?(.+)$/s.exec(word.text) ?? [];
    const [, longName = '', value] = /^(--?[\w-]+)(?:=(.*))?$/s.exec(word.text) ?? [];
    if (/^\d?[<>]/.test(word.text)) {
      // A redirection: its file may be a word of its own.
      if (/^\d?[<>]+$/.test(word.text)) index += 1;
    } else if (shortName !== '') {
      flags.set(flagNames[shortName] ?? shortName, { ...word, text: attached });
    } else if (longName === '') {
      positionals.push(word);
    } else if (value !== undefined) {
      flags.set(flagNames[longName] ?? longName, { ...word, text: value });
    } else if (switches.has(longName)) {
      flags.set(longName, literal(''));
    } else {
      index += 1;
      flags.set(flagNames[longName] ?? longName, words[index] ?? literal(''));
    }
  }
  return { flags, positionals };
}

function readCredential(command: FoundCommand, several: boolean): ImportedEntry | LeftOutEntry {
  const { args, host, names } = command;
  const username = args.flags.get(names.username) ?? literal('');
  const password = args.flags.get(names.password) ?? literal('');
  const email = args.flags.get('--docker-email');
  const tag = several && command.secretName !== undefined ? { secretName: command.secretName } : {};
  const reason = leftOutReason(command, username, password);
  if (reason !== undefined) {
    const known = username.text === '' || isExpanded(username) ? {} : { username: username.text };
    return { host: host.text, ...known, ...tag, reason };
  }
  return {
    host: host.text,
    username: username.text,
    password: password.text,
    ...(email === undefined ? {} : { extra: { email: email.text } }),
    ...tag,
  };
}

function leftOutReason(
  { args, host }: FoundCommand,
  username: ShellWord,
  password: ShellWord,
): LeftOutReason | undefined {
  if (isExpanded(host)) return variableReason('host', host);
  if (isExpanded(username)) return variableReason('username', username);
  if (args.flags.has('--password-stdin')) return { code: 'password-from-stdin' };
  if (isExpanded(password)) return variableReason('password', password);
  if (args.flags.has('--from-file')) return { code: 'credential-file' };
  if (username.text === '' && password.text === '') return { code: 'no-credential' };
  if (username.text === '') return { code: 'no-username' };
  return password.text === '' ? { code: 'no-password' } : undefined;
}

/** NVIDIA's username is `$oauthtoken`, literally, and is often pasted without its quotes. */
function isExpanded({ text, expands }: ShellWord): boolean {
  return (expands && text !== '$oauthtoken') || /^%\w+%$/.test(text);
}

function variableReason(field: 'host' | 'username' | 'password', { text }: ShellWord): LeftOutReason {
  const variable = /^\$\{?(\w+)\}?$|^%(\w+)%$/.exec(text);
  const name = variable?.[1] ?? variable?.[2];
  return name === undefined ? { code: 'variable', field } : { code: 'variable', field, variable: name };
}
