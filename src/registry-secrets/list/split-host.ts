/** Long enough to tell hosts of one provider apart. */
const tailLength = 10;
const longest = 18;

/**
 * Splits a long host, so that its middle can be cut off while its end stays visible. The usual
 * scheme is left out.
 */
export function splitHost(key: string): { head: string; tail: string } {
  const host = key.replace(/^https:\/\//, '');
  const at = host.length <= longest ? host.length : host.length - tailLength;
  return { head: host.slice(0, at), tail: host.slice(at) };
}
