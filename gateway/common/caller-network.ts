import ipaddr from 'ipaddr.js';

/**
 * Whom an address counts for where calls are counted: an IPv4 address for itself, and of IPv6 the network of 64 bits, of
 * which one computer may have every address. The port that some proxies write behind it is none of it.
 */
export function networkOf(address: string): string {
  const [, ipv6, ipv4] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/.exec(address) ?? [];
  const text = ipv6 ?? ipv4 ?? address;
  if (!ipaddr.isValid(text)) return address;
  const parsed = ipaddr.process(text);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : Buffer.from(parsed.toByteArray().slice(0, 8)).toString('hex');
}
