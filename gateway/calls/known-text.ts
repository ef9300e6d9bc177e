import { holdsToken, holdsTokenAsPlace, isLongWord, looksLikeToken } from './token-form.ts';

/** Longer texts are never recorded. */
const maxTextLength = 512;
/** DigitalOcean's registry takes the token as username. */
const tokenHosts = ['registry.digitalocean.com'];

/** A name that AI Core would accept; anything else is not kept. */
export function toKnownName(name: string): string | undefined {
  return /^[a-z0-9._-]{1,253}$/i.test(name) && !looksLikeToken(name) ? name : undefined;
}

/** Whether a username may be recorded; `host` is what it is for, and `password` is given with it. */
export function isUsername(host: string, username: string, password: string | undefined): boolean {
  if (username === '' || !isShortText(username)) return false;
  if (username === password || tokenHosts.some((known) => host.includes(known))) return false;
  return !holdsToken(username) && !isLongWord(username);
}

/** Whether a text may be recorded as it is. */
export function isPlain(given: string | undefined): given is string {
  return given !== undefined && isShortText(given) && !holdsToken(given);
}

/** Whether a text that says where something is may be recorded: if it is an address, it must not contain a login. */
export function isPlainPlace(given: string): boolean {
  if (!isShortText(given) || holdsTokenAsPlace(given)) return false;
  const start = given.indexOf('://');
  return start === -1 || !/[@?#\s]/.test(given.slice(start));
}

/** An address without the parts that can hold a credential: the login before the host, query and fragment. */
export function stripUrl(address: string): string | undefined {
  const [plain = ''] = address.trim().split(/[?#]/);
  const start = plain.indexOf('://');
  const scheme = start === -1 ? '' : plain.slice(0, start + 3);
  const rest = plain.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  // An `@` after a slash does not end a login: it is unclear which part is the host.
  if (rest.slice(0, at + 1).includes('/')) return undefined;
  const kept = `${scheme}${rest.slice(at + 1)}`;
  return kept.length > maxTextLength || holdsToken(kept) || /[\s\p{Cc}]/u.test(kept) ? undefined : kept;
}

function isShortText(given: string): boolean {
  return given.length <= maxTextLength && !/\p{Cc}/u.test(given);
}
