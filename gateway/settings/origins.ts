import { isLoopbackHost } from '../common/loopback.ts';

/** The origin of an entry. A bare host is one with TLS: what is opened over plain http has to be written out. */
export function toOrigin(entry: string): string {
  return new URL(entry.includes('://') ? entry : `https://${entry}`).origin;
}

/** Whether an entry is a host or an origin. */
export function isOriginOrHost(entry: string): boolean {
  return isWebOrigin(entry.includes('://') ? entry : `https://${entry}`);
}

/** https anywhere, http on loopback only: where a bearer token or the cookie of a session may go. */
export function isSafeOrigin(entry: string): boolean {
  return isWebOrigin(entry) && (/^https:/i.test(entry) || isLoopbackHost(new URL(entry).hostname));
}

/** Scheme, host and port and nothing else. A wildcard is no host, although a URL may hold one. */
export function isWebOrigin(entry: string): boolean {
  return /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?\/?$/i.test(entry) && URL.canParse(entry);
}
