/** Why AI Core cannot reach an address: it only reaches public registries. */
export type UnreachableKind =
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'local-name'
  | 'cluster-name'
  | 'single-label';

/** Names of services inside a Kubernetes cluster (kubernetes/dns, specification.md). */
const clusterSuffixes = ['svc', 'svc.cluster.local', 'cluster.local'];
const localSuffixes = [
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'lan',
  'corp',
  'home',
  'home.arpa',
];

/** Ranges of the first two octets as numbers, inclusive (RFC 1918, 6598, 3927, 1122). */
const ipv4Ranges: readonly (readonly [number, number, UnreachableKind])[] = [
  [0x00_00, 0x00_ff, 'loopback'],
  [0x0a_00, 0x0a_ff, 'private'],
  [0x64_40, 0x64_7f, 'private'],
  [0x7f_00, 0x7f_ff, 'loopback'],
  [0xa9_fe, 0xa9_fe, 'link-local'],
  [0xac_10, 0xac_1f, 'private'],
  [0xc0_a8, 0xc0_a8, 'private'],
];

/**
 * Why a host name or IP address (lower case, without port; IPv6 in brackets) is not public; undefined if it may be.
 * Decides by the text alone: no name is resolved.
 */
export function unreachableKind(hostname: string): UnreachableKind | undefined {
  if (hostname.startsWith('[')) return ipv6Kind(hostname.slice(1, -1));
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return 'loopback';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return ipv4Kind(hostname.split('.').map(Number));
  if (clusterSuffixes.some((suffix) => hostname.endsWith(`.${suffix}`))) return 'cluster-name';
  if (localSuffixes.some((suffix) => hostname.endsWith(`.${suffix}`))) return 'local-name';
  return hostname.includes('.') ? undefined : 'single-label';
}

function ipv4Kind([first = 0, second = 0]: readonly number[]): UnreachableKind | undefined {
  const start = first * 256 + second;
  return ipv4Ranges.find(([from, to]) => from <= start && start <= to)?.[2];
}

function ipv6Kind(address: string): UnreachableKind | undefined {
  const mapped = /^(?:0*:)*:?(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return ipv4Kind(mapped.split('.').map(Number));
  if (/^[0:]*:0*1?$/.test(address)) return 'loopback';
  if (/^fe[89ab][0-9a-f]:/.test(address)) return 'link-local';
  if (/^f[cd][0-9a-f]{2}:/.test(address)) return 'private';
  return undefined;
}
