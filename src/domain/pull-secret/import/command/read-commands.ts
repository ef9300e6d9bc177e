import { dockerHubKey } from '../../../registry/docker-hub.ts';
import { combineResults, importFailure } from '../import-result.ts';
import type { ImportResult, ImportSuccess, LeftOutReason } from '../import-result.ts';
import { readBase64, readJson, readLooseJson, readManifest } from '../read-structured.ts';
import { readCurl, readOpenShiftLogin, readPull } from './basic-credential.ts';
import { lastValue, readArguments } from './command-arguments.ts';
import type { CommandArguments } from './command-arguments.ts';
import { genericSecretTool, loginTools, programNames, programOf, pullSecretTool } from './command-tools.ts';
import { credentialResult } from './command-credential.ts';
import type { CommandCredential } from './command-credential.ts';
import { splitShellCommands } from './shell-commands.ts';
import type { ShellCommand, ShellWord } from './shell-commands.ts';
import { dialectOf } from './shell-dialect.ts';
import { resolveVariables } from './shell-variables.ts';
import { readPiped } from './standard-input.ts';
import { fromFirstCommand, stripPrompts } from './transcript.ts';

/** Reads a command; `before` is the one that is piped into it. */
type CommandReader = (command: ShellCommand, before: ShellCommand | undefined) => ImportSuccess | undefined;

const readers: readonly CommandReader[] = [
  readLogin,
  readOpenShiftLogin,
  readPullSecret,
  readGenericSecret,
  readCurl,
  readPull,
];
/** What a Docker config, a request and a manifest have in common. */
const payloadSigns = /auth|dockerc/i;
const configOption = '.dockerconfigjson=';
/** How deep shells may be nested, as in `ssh host "sudo sh -c '…'"`. */
const maxShells = 3;
const emptyCommand: ShellCommand = { words: [], piped: false };

/**
 * Reads the credentials of command lines: `docker login` (also podman, skopeo, helm, …), `kubectl create secret`,
 * `curl -u` to a registry, and any command that gets a Docker config, a manifest or such a command line as an argument
 * or as its input, such as curl, `bash -c` or ssh. Values that the shell or standard input would supply are unknown
 * here: such an entry is left out, with the rest of its fields. Undefined if the text has no such command.
 */
export function readCommands(text: string): ImportResult | undefined {
  const lines = fromFirstCommand(stripPrompts(text));
  if (lines === undefined) return undefined;
  const split = splitShellCommands(lines, dialectOf(text));
  const all = split.commands.flatMap((command) => withInner(command, 0));
  const broken = split.closed ? -1 : all.lastIndexOf(split.commands.at(-1) ?? emptyCommand);
  const commands = resolveVariables(all);
  const results: ImportSuccess[] = [];
  for (const [index, command] of commands.entries()) {
    const before = command.piped ? commands[index - 1] : undefined;
    const result = readCommand(command, before);
    const isBroken = index === broken;
    if (isBroken && (result !== undefined || callsShell(command))) {
      return importFailure({ code: 'unclosed-quote' });
    }
    const found = result ?? (isBroken ? undefined : readPayload(command));
    if (found !== undefined) results.push(found);
  }
  return combineResults(results);
}

/** The command, and those that a shell would run from one of its words or its input: `bash -c '…'`, `ssh host "…"`. */
function withInner(command: ShellCommand, depth: number): ShellCommand[] {
  const { words, input } = command;
  const texts = [...words.filter(({ quoted }) => quoted), ...(input === undefined ? [] : [input])];
  const inner = texts
    .filter(({ text }) => /\s/.test(text) && fromFirstCommand(text) !== undefined)
    .flatMap((word) => {
      const { commands, closed } = splitShellCommands(word.text);
      return (closed ? commands : commands.slice(0, -1)).map(expandedWith(word));
    });
  return [command, ...(depth < maxShells ? inner.flatMap((one) => withInner(one, depth + 1)) : inner)];
}

/** What the outer shell expands is unknown in the inner one as well, whatever the quotes there. */
function expandedWith({ expands }: ShellWord): (command: ShellCommand) => ShellCommand {
  const mark = (word: ShellWord): ShellWord => {
    return { ...word, expands: word.expands || (expands && /[$`]/.test(word.text)) };
  };
  return (command) => ({
    ...command,
    words: command.words.map(mark),
    ...(command.input && { input: mark(command.input) }),
  });
}

function callsShell({ words }: ShellCommand): boolean {
  return words.some(({ text }) => /^(?:ba|da|k|z)?sh$/.test(programOf(text)));
}

function readCommand(command: ShellCommand, before: ShellCommand | undefined): ImportSuccess | undefined {
  if (!command.words.some(({ text }) => programNames.includes(programOf(text)))) return undefined;
  for (const read of readers) {
    const result = read(command, before);
    if (result !== undefined) return result;
  }
  return undefined;
}

function readLogin(command: ShellCommand, before: ShellCommand | undefined): ImportSuccess | undefined {
  for (const tool of loginTools) {
    const args = readArguments(command.words, tool);
    if (args === undefined) continue;
    const [host] = args.positionals;
    const hub = tool.defaultsToDockerHub ? literal(dockerHubKey) : undefined;
    const isUnclear = host === undefined && args.unclear;
    return credentialResult('docker-login', {
      host: host ?? (isUnclear ? undefined : hub),
      isUnclear,
      username: lastValue(args, '--username'),
      password: lastValue(args, '--password'),
      ...standardInput(args, command, before),
      ...(lastValue(args, '--identity-token').text === '' ? {} : { missing: { code: 'identity-token' } }),
    });
  }
  return undefined;
}

function standardInput(
  args: CommandArguments,
  command: ShellCommand,
  before: ShellCommand | undefined,
): Partial<CommandCredential> {
  if (!args.options.has('--password-stdin')) return {};
  const password = command.input ?? readPiped(before);
  const isKnown = password !== undefined && !password.expands;
  return isKnown ? { password } : { missing: { code: 'password-from-stdin' } };
}

function readPullSecret({ words }: ShellCommand): ImportSuccess | undefined {
  const args = readArguments(words, pullSecretTool);
  if (args === undefined) return undefined;
  const [name] = args.positionals;
  const isFile = args.options.has('--from-file');
  const email = args.options.get('--docker-email')?.at(-1);
  return credentialResult('kubectl-command', {
    host: args.options.get('--docker-server')?.at(-1) ?? (isFile ? undefined : literal(dockerHubKey)),
    username: lastValue(args, '--docker-username'),
    password: lastValue(args, '--docker-password'),
    ...(isFile ? { missing: { code: 'credential-file' } } : {}),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { secretName: name }),
  });
}

function readGenericSecret({ words }: ShellCommand): ImportSuccess | undefined {
  const args = readArguments(words, genericSecretTool);
  const literals = args?.options.get('--from-literal') ?? [];
  const files = args?.options.get('--from-file') ?? [];
  const config = literals.find(({ text }) => text.startsWith(configOption));
  const fromFile = files.some(({ text }) => text.startsWith(configOption)) || config?.expands === true;
  const [name] = args?.positionals ?? [];
  const secretName = name === undefined ? {} : { secretName: name };
  if (config !== undefined && !config.expands) {
    const result = readJson(config.text.slice(configOption.length));
    const known = name === undefined || name.expands ? {} : { secretName: name.text };
    return result?.ok === true ? { ...result, format: 'kubectl-command', ...known } : undefined;
  }
  const missing: LeftOutReason = { code: 'credential-file' };
  const none = literal('');
  return fromFile
    ? credentialResult('kubectl-command', { username: none, password: none, missing, ...secretName })
    : undefined;
}

/** A Docker config, request or manifest that is passed to a command, possibly after `--data=` or the like. */
function readPayload({ words, input }: ShellCommand): ImportSuccess | undefined {
  for (const { text } of words) {
    const start = payloadSigns.test(text) ? text.indexOf('{') : -1;
    const result = start < 0 ? readEncodedWord(text) : readLooseJson(text.slice(start));
    if (result?.ok === true) return result;
  }
  const result = input && (readJson(input.text) ?? readManifest(input.text));
  return result?.ok === true ? result : undefined;
}

/** Shorter base64 cannot contain a Docker config. */
function readEncodedWord(text: string): ImportResult | undefined {
  return text.length < 40 ? undefined : readBase64(text);
}

function literal(text: string): ShellWord {
  return { text, expands: false, quoted: false };
}
