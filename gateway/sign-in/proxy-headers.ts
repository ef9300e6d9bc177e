import type { IncomingMessage } from 'node:http';
import type { Authentication } from './authentication.ts';
import type { Person } from './person.ts';
import type { HeaderSettings } from './sign-in-settings.ts';

/** Believes the headers of a trusted proxy in front, and nobody else's. */
export function createHeaderAuthentication(
  settings: HeaderSettings,
  isTrusted: (address: string | undefined) => boolean,
): Authentication {
  return {
    identify: async ({ raw }) =>
      isTrusted(raw.socket.remoteAddress) ? readPerson(raw, settings) : undefined,
    signInPath: undefined,
    signOutUrl: settings.signOutUrl,
  };
}

function readPerson(message: IncomingMessage, settings: HeaderSettings): Person | undefined {
  const user = readHeader(message, settings.user);
  if (user === undefined) return undefined;
  const groups = readHeader(message, settings.groups) ?? '';
  return {
    // With a directory behind the proxy, the same account can be entered in different capitals.
    id: user.normalize('NFKC').toLowerCase(),
    name: readHeader(message, settings.name) ?? user,
    issuer: 'proxy',
    groups: groups
      .split(',')
      .map((group) => group.trim())
      .filter((group) => group !== ''),
  };
}

/** If a header occurs twice, one may be the proxy's and one just passed on: neither is believed. */
function readHeader(message: IncomingMessage, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const times = message.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === wanted).length;
  const value = message.headers[wanted];
  if (typeof value !== 'string' || times !== 1) return undefined;
  return decode(value.trim()) || undefined;
}

/** Node reads headers as Latin-1; proxies write names in UTF-8. */
function decode(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
