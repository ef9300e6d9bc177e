import { holdsToken, holdsTokenAsPlace, isLongWord, looksLikeToken } from './token-form.ts';

/** Longer texts are told of nothing. */
const maxTextLength = 512;
/** DigitalOcean's registry wants the token in the username's place. */
const tokenHosts = ['registry.digitalocean.com'];

/** A name as AI Core would take it; whatever else was typed in its place is not kept. */
export function toKnownName(name: string): string | undefined {
  return /^[a-z0-9._-]{1,253}$/i.test(name) && !looksLikeToken(name) ? name : undefined;
}

/** Whether a username may be told: `host` is what it is for, and `password` stands beside it. */
export function isUsername(host: string, username: string, password: string | undefined): boolean {
  if (username === '' || !isShortText(username)) return false;
  if (username === password || tokenHosts.some((known) => host.includes(known))) return false;
  return !holdsToken(username) && !isLongWord(username);
}

/** Whether a text may be told as it is. */
export function isPlain(given: string | undefined): given is string {
  return given !== undefined && isShortText(given) && !holdsToken(given);
}

/** Whether a text may be told that says where something is: one that is an address has no login in it. */
export function isPlainPlace(given: string): boolean {
  if (!isShortText(given) || holdsTokenAsPlace(given)) return false;
  const start = given.indexOf('://');
  return start === -1 || !/[@?#\s]/.test(given.slice(start));
}

/** An address without what can hold a credential: what stands before the host, a query and a fragment. */
export function stripUrl(address: string): string | undefined {
  const [plain = ''] = address.trim().split(/[?#]/);
  const start = plain.indexOf('://');
  const scheme = start === -1 ? '' : plain.slice(0, start + 3);
  const rest = plain.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  // Behind a slash it is no end of a login: which of the two is the host, nobody can tell.
  if (rest.slice(0, at + 1).includes('/')) return undefined;
  const kept = `${scheme}${rest.slice(at + 1)}`;
  return kept.length > maxTextLength || holdsToken(kept) || /[\s\p{Cc}]/u.test(kept) ? undefined : kept;
}

function isShortText(given: string): boolean {
  return given.length <= maxTextLength && !/\p{Cc}/u.test(given);
}
