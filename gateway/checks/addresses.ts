import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address of a host, as `dns.lookup` returns it. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a name, in the system's order; rejects if there is none. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** Asks the system's resolver. */
export const resolveBySystem: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** In a public range, but answered by the host machine of an Azure virtual machine. */
const azureHostAddress = '168.63.129.16';

/**
 * Whether an IPv4 or IPv6 address (without brackets) belongs to the public internet. Everything else in IANA's
 * registries does not: loopback, private, carrier-grade, link-local with the metadata services, unique local,
 * multicast, documentation, and IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (address === azureHostAddress || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 is assigned.
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** The addresses at which a host may be reached; undefined if one of them is not public. */
export async function findPublicAddresses(
  hostname: string,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[] | undefined> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const addresses =
    family === 0 ? await resolve(hostname) : [{ address: literal, family: family === 6 ? 6 : 4 } as const];
  return addresses.every(({ address }) => isPublicAddress(address)) ? addresses : undefined;
}
