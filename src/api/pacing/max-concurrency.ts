import type { Connection } from '../../domain/connection/connection.ts';

/** The connections browsers open to one host over HTTP/1.1, for all tabs together. */
const overHttp1 = 6;
const overHttp2 = 24;

/** The part of a resource timing entry that names the protocol. */
export interface TimingEntry {
  readonly name: string;
  readonly nextHopProtocol: string;
}

/** The scheme, host and port that a connection's calls go to. */
export function originOf(connection: Connection): string {
  const { baseUrl } = connection;
  // An address stored by another version may be invalid: only its own calls should fail.
  return URL.canParse(baseUrl, location.origin) ? new URL(baseUrl, location.origin).origin : baseUrl;
}

/**
 * How many requests may run at once to an origin: many if the browser reached it over HTTP/2 or 3, otherwise as many as
 * it has connections. More would only make all its other pages wait. Another origin reveals its protocol only if it
 * sends `Timing-Allow-Origin`.
 */
export function maxConcurrency(origin: string, entries: readonly TimingEntry[] = timingEntries()): number {
  const protocols = entries
    .filter(({ name }) => URL.canParse(name) && new URL(name).origin === origin)
    .map(({ nextHopProtocol }) => nextHopProtocol);
  return protocols.some((protocol) => protocol === 'h2' || protocol === 'h3') ? overHttp2 : overHttp1;
}

function timingEntries(): TimingEntry[] {
  return (['navigation', 'resource'] as const)
    .flatMap((type) => performance.getEntriesByType(type))
    .filter((entry): entry is PerformanceResourceTiming => 'nextHopProtocol' in entry);
}
