import ipaddr from 'ipaddr.js';

/**
 * The caller that an address counts as in limits: an IPv4 address itself, but for IPv6 its /64 network, since one
 * computer may have every address in it. A port that a proxy appended is ignored.
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
