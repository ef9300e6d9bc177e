import { decodeBase64Text } from '../../../text/base64.ts';
import { dockerHubKey } from '../../../registry/docker-hub.ts';
import type { ImportSuccess } from '../import-result.ts';
import { readArguments } from './command-arguments.ts';
import type { CommandArguments } from './command-arguments.ts';
import { credentialResult } from './command-credential.ts';
import { curlTool, openShiftTool, pullTools } from './command-tools.ts';
import type { ShellCommand, ShellWord } from './shell-commands.ts';

interface Credential {
  readonly username: ShellWord;
  readonly password: ShellWord;
}

/** User info, host and the rest. The scheme is optional, as for curl and in a list of hosts. */
const address = /^(?:https?:\/\/)?(?:([^/?#@]*)@)?([^/?#@]+)([^?#]*)(?:\?([^#]*))?/i;
/** What registries serve below `/v2/` (OCI distribution-spec, End-4b); other services have a `/v2/` too. */
const endpoints: ReadonlySet<string> = new Set(['', '_catalog', 'auth', 'token']);
const collections: ReadonlySet<string> = new Set(['manifests', 'blobs', 'referrers', 'tags']);
const dockerHubHosts: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/** `oc registry login`, whose `--auth-basic` is `user:password`. */
export function readOpenShiftLogin({ words }: ShellCommand): ImportSuccess | undefined {
  const args = readArguments(words, openShiftTool);
  if (args === undefined) return undefined;
  const basic = lastOf(args, '--auth-basic');
  return result(args.options.get('--registry')?.at(-1), basic === undefined ? undefined : splitBasic(basic));
}

/**
 * curl with `user:password` as an option, a header or in the address, and the address of a registry. Addresses of other
 * services are ignored.
 */
export function readCurl({ words }: ShellCommand): ImportSuccess | undefined {
  const args = readArguments(words, curlTool);
  if (args === undefined) return undefined;
  const addresses = [...args.positionals, ...(args.options.get('--url') ?? [])];
  const found = addresses.map(readAddress).find((one) => one !== undefined);
  const basic = lastOf(args, '--username') ?? basicHeader(args);
  const credential = basic === undefined ? found?.credential : splitBasic(basic);
  const isUnclear = args.unclear && addresses.length === 0;
  if (credential === undefined || (found === undefined && !isUnclear)) return undefined;
  return result(found?.host, credential, isUnclear);
}

/** `-H 'Authorization: Basic …'`, unless the shell fills in a part of it. */
function basicHeader({ options }: CommandArguments): ShellWord | undefined {
  const headers = ['-H', '--header'].flatMap((name) => options.get(name) ?? []);
  return headers.flatMap((word) => {
    const [, encoded = ''] = /^authorization:\s*basic\s+(\S+)\s*$/i.exec(word.text) ?? [];
    const login = decodeBase64Text(encoded);
    return login?.includes(':') === true ? [{ ...word, text: login, expands: false }] : [];
  })[0];
}

/** A program that pulls an image with `user:password`. */
export function readPull({ words }: ShellCommand): ImportSuccess | undefined {
  for (const tool of pullTools) {
    const args = readArguments(words, tool);
    const basic =
      args && (lastOf(args, '--creds') ?? lastOf(args, '--src-creds') ?? lastOf(args, '--username'));
    if (args === undefined || basic === undefined) continue;
    const host = args.positionals.map(registryOfImage).find((one) => one !== undefined);
    return result(host, splitBasic(basic), args.unclear);
  }
  return undefined;
}

function result(
  host: ShellWord | undefined,
  credential: Credential | undefined,
  isUnclear = false,
): ImportSuccess {
  const none: ShellWord = { text: '', expands: false, quoted: false };
  return credentialResult('docker-login', { host, isUnclear, username: none, password: none, ...credential });
}

/** The password may contain colons, the username cannot. */
function splitBasic(basic: ShellWord): Credential {
  const colon = basic.text.indexOf(':');
  const end = colon < 0 ? basic.text.length : colon;
  return {
    username: partOf(basic, basic.text.slice(0, end)),
    password: partOf(basic, basic.text.slice(end + 1)),
  };
}

/** A part of a word; it only counts as expanded by the shell if it contains `$` or a backtick. */
function partOf(word: ShellWord, text: string): ShellWord {
  return { ...word, text, expands: word.expands && /[$`]/.test(text) };
}

function readAddress(word: ShellWord): { host: ShellWord; credential?: Credential } | undefined {
  const [, login, host = '', path = '', query = ''] = address.exec(word.text) ?? [];
  const key = registryOf(host, path.split('/').slice(1), query);
  if (key === undefined) return undefined;
  const decoded = login === undefined ? undefined : decode(login);
  const credential = decoded === undefined ? {} : { credential: splitBasic({ ...word, text: decoded }) };
  return { host: partOf(word, key), ...credential };
}

function registryOf(host: string, path: readonly string[], query: string): string | undefined {
  const [first, second] = path;
  const isApi =
    first === 'v2' && (path.length < 3 ? endpoints.has(second ?? '') : collections.has(path.at(-2) ?? ''));
  if (isApi) return dockerHubHosts.has(host) ? dockerHubKey : host;
  // A token service belongs to a registry only if it has the same name.
  const service = /(?:^|&)service=([^&]+)/.exec(query)?.[1];
  if (first === 'token' && host === 'auth.docker.io') return dockerHubKey;
  return service === host ? host : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The registry in an image name, if there is one; skopeo's other transports, such as `dir:`, name a file. */
function registryOfImage(word: ShellWord): ShellWord | undefined {
  const reference = word.text.replace(/^docker:\/\//, '');
  const slash = reference.indexOf('/');
  const host = reference.slice(0, Math.max(slash, 0));
  const isHost = host === 'localhost' || (/^[A-Za-z0-9$[]/.test(host) && /[.:$]/.test(host));
  if (!isHost || /^[a-z-]+:(?!\d+$)/.test(host)) return undefined;
  return partOf(word, dockerHubHosts.has(host) ? dockerHubKey : host);
}

function lastOf(args: CommandArguments, name: string): ShellWord | undefined {
  return args.options.get(name)?.at(-1);
}
