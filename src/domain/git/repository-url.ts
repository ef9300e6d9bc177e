import { trimInvisible } from '../text/trim-invisible.ts';
import { gitHostKind } from './git-host.ts';
import { findUnfilledPart } from '../text/placeholder.ts';
import { unreachableKind } from '../text/public-address.ts';
import type { UnreachableKind } from '../text/public-address.ts';
import { readGitCommand, unwrap } from './repository-command.ts';
import { isOutsideRepositories, rootOfPage } from './repository-page.ts';
import { httpsFormOf } from './repository-url-forms.ts';
import { recogniseToken } from '../token/token-kinds.ts';

/** Why a text cannot be registered as a repository; `suggestion` is a valid URL, if one is evident. */
export interface RepositoryUrlProblem {
  readonly code:
    | 'empty'
    | 'too-long'
    | 'clone-command'
    | 'wrapped'
    | 'unfilled'
    | 'white-space'
    | 'file-path'
    | 'ssh-form'
    | 'http'
    | 'git-protocol'
    | 'bad-scheme'
    | 'no-scheme'
    | 'no-host'
    | 'malformed'
    | 'no-path'
    | 'owner-only'
    | 'not-a-repository'
    | 'ip-address'
    | 'page-inside-repository';
  readonly suggestion?: string;
}

export type RepositoryUrlWarning =
  /** They were removed from the URL and are in `credentials`. */
  | { readonly code: 'credentials-moved' | 'username-moved' }
  | { readonly code: 'query-removed' | 'fragment-removed' }
  | { readonly code: 'gitlab-without-git-suffix'; readonly suggestion: string }
  /** AI Core accepts letters, digits, `.`, `-`, `_` and `%` in a URL; `suggestion` has all others escaped. */
  | { readonly code: 'refused-character'; readonly character: string; readonly suggestion: string }
  | { readonly code: 'unreachable-address'; readonly kind: UnreachableKind };

export interface RepositoryUrlCheck {
  /** The URL to register: https, lower-case host, no credentials, query, fragment or trailing slash. */
  readonly url?: string;
  readonly problem?: RepositoryUrlProblem;
  readonly warnings: readonly RepositoryUrlWarning[];
  /** Credentials found in the URL, for the form's own fields; either may be empty. */
  readonly credentials?: { readonly username: string; readonly password: string };
}

const maxLength = 2048;
/** Matches IP addresses after the URL parser has normalised them. */
const ipAddress = /^(?:\[.*\]|[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+)$/;
/** Stricter than the URL parser, which accepts empty labels, for example. */
const hostname = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/;
const brokenEscape = /%(?![0-9a-f]{2})/i;
/** Characters that the URL parser leaves in a path but AI Core's documentation does not allow. */
const refusedCharacters = /[^A-Za-z0-9._%/-]/g;
/** Hosts where no repository is directly below the host. */
const owned = new Set(['github.com', 'gitlab.com', 'bitbucket.org']);

/**
 * Checks the URL of a Git repository by AI Core's requirements: https, no credentials, for GitLab the `.git` suffix.
 * Every suggestion passes this check. Never throws.
 */
export function checkRepositoryUrl(text: string): RepositoryUrlCheck {
  const typed = trimInvisible(text);
  const form = findForm(typed);
  if (form !== undefined) return withSuggestion(form);
  const url = parseUrl(typed);
  if (url === undefined) return { problem: { code: 'malformed' }, warnings: [] };
  const credentials = credentialsIn(url);
  const found = credentials === undefined ? {} : { credentials };
  if (isOutsideRepositories(url)) return { problem: { code: 'not-a-repository' }, warnings: [], ...found };
  const page = rootOfPage(url);
  if (page !== undefined)
    return { ...withSuggestion({ code: 'page-inside-repository', candidate: page }), ...found };
  const segments = url.pathname.split('/').filter((segment) => segment !== '' && segment !== '.git');
  if (segments.length === 0) return { problem: { code: 'no-path' }, warnings: [], ...found };
  if (segments.length === 1 && owned.has(url.hostname)) {
    return { problem: { code: 'owner-only' }, warnings: [], ...found };
  }
  if (ipAddress.test(url.hostname)) return { problem: { code: 'ip-address' }, warnings: [], ...found };
  const normalised = `${url.origin}/${segments.join('/')}`;
  return { url: normalised, warnings: findWarnings(url, normalised, credentials), ...found };
}

/**
 * Two texts with the same identity are one repository to AI Core: scheme, case, a trailing slash, `.git` and
 * credentials are ignored. For text that is not a URL, the text itself in lower case.
 */
export function repositoryIdentity(text: string): string {
  return trimEnd(hostAndPath(text).toLowerCase());
}

/** Like `repositoryIdentity`, but keeps the case of the path, which matters to most Git servers. */
export function repositoryAddress(text: string): string {
  return trimEnd(hostAndPath(text));
}

function hostAndPath(text: string): string {
  const typed = trimInvisible(text);
  const url = parseUrl(httpsFormOf(typed) ?? typed);
  return (url === undefined ? typed : `${url.host}${url.pathname}`).replaceAll(/\/{2,}/g, '/');
}

function trimEnd(address: string): string {
  return address.replace(/\/$/, '').replace(/\.git$/, '');
}

interface Form {
  readonly code: RepositoryUrlProblem['code'];
  readonly candidate?: string | undefined;
}

/** Recognises text that is not an https URL, with the text to check instead. */
function findForm(typed: string): Form | undefined {
  if (typed === '') return { code: 'empty' };
  if (typed.length > maxLength) return { code: 'too-long' };
  const command = readGitCommand(typed);
  if (command !== undefined) return { code: 'clone-command', candidate: command.address };
  const inner = unwrap(typed);
  if (inner !== undefined) return { code: 'wrapped', candidate: inner };
  if (findUnfilledPart(typed) !== undefined) return { code: 'unfilled' };
  if (/^\/\/[\w-]+\.[\w.-]+\//.test(typed)) return { code: 'no-scheme', candidate: `https:${typed}` };
  if (/^(?:\.{0,2}[/\\]|~|[a-z]:[/\\]|file:)/i.test(typed)) return { code: 'file-path' };
  // The URL parser silently drops tabs and newlines and escapes spaces; neither is what was meant.
  if (/[\s\p{Cc}]/u.test(typed)) return { code: 'white-space', candidate: withoutWhiteSpace(typed) };
  if (typed.includes('\\')) return { code: 'malformed', candidate: typed.replaceAll('\\', '/') };
  // Browsers accept these spellings, so a password in them is a real one.
  const spoilt = /^(?:(?:https?:\/*){2,}|https?\/\/|https?:\/?(?!\/))/i.exec(typed)?.[0];
  if (spoilt !== undefined) {
    // If there are several schemes, the last one counts.
    const [scheme = ''] = /^https?/i.exec(spoilt.slice(spoilt.toLowerCase().lastIndexOf('http'))) ?? [];
    return { code: 'malformed', candidate: `${scheme}://${typed.slice(spoilt.length)}` };
  }
  return findScheme(typed);
}

/** Azure DevOps allows spaces in the names of projects and repositories; other products do not. */
function withoutWhiteSpace(typed: string): string | undefined {
  const isAzure = /(?:^|[@/.])(?:dev\.azure|visualstudio)\.com[/:]/i.test(typed);
  const joined = (isAzure ? typed.replaceAll(' ', '%20') : typed).replaceAll(/[\s\p{Cc}]/gu, '');
  // Two URLs joined together do not make a URL.
  return joined.indexOf('://') === joined.lastIndexOf('://') ? joined : undefined;
}

function findScheme(typed: string): Form | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  const candidate = httpsFormOf(typed);
  if (scheme === 'https') return undefined;
  if (scheme === 'http') return { code: 'http', candidate };
  if (scheme === 'git') return { code: 'git-protocol', candidate };
  if (scheme === 'ssh' || scheme === 'git+ssh' || scheme === 'ssh+git')
    return { code: 'ssh-form', candidate };
  // As written by pip and npm.
  if (scheme === 'git+https') return { code: 'bad-scheme', candidate: typed.slice('git+'.length) };
  if (scheme !== undefined) return { code: 'bad-scheme' };
  if (candidate !== undefined) return { code: 'ssh-form', candidate };
  // `github.com/org/repo` has a host but no scheme; `org/repo` has no host.
  const [first = ''] = typed.split(/[/:?#]/, 1);
  return first.includes('.') ? { code: 'no-scheme', candidate: `https://${typed}` } : { code: 'no-host' };
}

/** Adds a suggestion if the candidate passes or has a suggestion of its own, and the candidate's credentials. */
function withSuggestion({ code, candidate }: Form): RepositoryUrlCheck {
  const check = candidate === undefined ? undefined : checkRepositoryUrl(candidate);
  const suffixed = check?.warnings.find((warning) => warning.code === 'gitlab-without-git-suffix');
  const suggestion = suffixed?.suggestion ?? check?.url ?? check?.problem?.suggestion;
  return {
    problem: suggestion === undefined ? { code } : { code, suggestion },
    warnings: [],
    ...(check?.credentials === undefined ? {} : { credentials: check.credentials }),
  };
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    const isSound = hostname.test(url.hostname) && url.port !== '0' && !brokenEscape.test(url.pathname);
    return url.protocol === 'https:' && isSound ? url : undefined;
  } catch {
    return undefined;
  }
}

function credentialsIn(url: URL): RepositoryUrlCheck['credentials'] {
  const username = decodeEscapes(url.username);
  const password = decodeEscapes(url.password);
  // `git` is the ssh user, left over when `git@host:path` was turned into a URL.
  if (password === '' && (username === '' || username === 'git')) return undefined;
  // `https://<token>@host/…` or `<token>:x-oauth-basic`: the token belongs in the password field.
  const isLone = password === '' || password === 'x-oauth-basic';
  if (isLone && recogniseToken(username) !== undefined) return { username: '', password: username };
  return { username, password };
}

/** Escapes an ASCII character; the URL parser has already escaped all others. */
function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function decodeEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function findWarnings(
  url: URL,
  normalised: string,
  credentials: RepositoryUrlCheck['credentials'],
): RepositoryUrlWarning[] {
  const warnings: RepositoryUrlWarning[] = [];
  const kind = unreachableKind(url.hostname);
  if (credentials !== undefined) {
    warnings.push({ code: credentials.password === '' ? 'username-moved' : 'credentials-moved' });
  }
  if (url.search !== '') warnings.push({ code: 'query-removed' });
  if (url.hash !== '') warnings.push({ code: 'fragment-removed' });
  if (gitHostKind(url.hostname) === 'gitlab' && !normalised.endsWith('.git')) {
    warnings.push({ code: 'gitlab-without-git-suffix', suggestion: `${normalised}.git` });
  }
  const path = normalised.slice(url.origin.length);
  const [character] = path.match(refusedCharacters) ?? [];
  if (character !== undefined) {
    const escaped = path.replaceAll(refusedCharacters, escapeCharacter);
    warnings.push({ code: 'refused-character', character, suggestion: url.origin + escaped });
  }
  if (kind !== undefined) warnings.push({ code: 'unreachable-address', kind });
  return warnings;
}
