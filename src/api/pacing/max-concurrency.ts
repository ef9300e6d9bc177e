import type { Connection } from '../../domain/connection/connection.ts';

/** What browsers open to one host over HTTP/1.1, for all their tabs together. */
const overHttp1 = 6;
const overHttp2 = 24;

/** The part of a resource timing entry that says how the browser got there. */
export interface TimingEntry {
  readonly name: string;
  readonly nextHopProtocol: string;
}

/** Scheme, host and port that the calls of a connection go to. */
export function originOf(connection: Connection): string {
  const { baseUrl } = connection;
  // What another version kept may be no address: its calls fail, and nobody else's.
  return URL.canParse(baseUrl, location.origin) ? new URL(baseUrl, location.origin).origin : baseUrl;
}

/**
 * How many requests may be under way to an origin: many where the browser has reached it over HTTP/2 or 3,
 * otherwise as many as it has connections. Asking for more would only make all its other pages wait. Another
 * origin tells its protocol only if it sends `Timing-Allow-Origin`.
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
