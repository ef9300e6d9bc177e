import { isLoopbackHost } from '../common/loopback.ts';

/** The origin of an entry. A bare host means https; an http origin must be written out. */
export function toOrigin(entry: string): string {
  return new URL(entry.includes('://') ? entry : `https://${entry}`).origin;
}

/** Whether an entry is a host or an origin. */
export function isOriginOrHost(entry: string): boolean {
  return isWebOrigin(entry.includes('://') ? entry : `https://${entry}`);
}

/** https anywhere, http on loopback only: where a bearer token or a session cookie may be sent. */
export function isSafeOrigin(entry: string): boolean {
  return isWebOrigin(entry) && (/^https:/i.test(entry) || isLoopbackHost(new URL(entry).hostname));
}

/** Scheme, host and port and nothing else. Wildcards are refused, although a URL may contain one. */
export function isWebOrigin(entry: string): boolean {
  return /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?\/?$/i.test(entry) && URL.canParse(entry);
}
