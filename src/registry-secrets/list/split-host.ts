/** As much of the end as tells hosts of one provider apart. */
const tailLength = 10;
const longest = 18;

/** A long host in two parts, so that its middle can be left out and its end stays in sight. The usual scheme is left out too. */
export function splitHost(key: string): { head: string; tail: string } {
  const host = key.replace(/^https:\/\//, '');
  const at = host.length <= longest ? host.length : host.length - tailLength;
  return { head: host.slice(0, at), tail: host.slice(at) };
}
