/** Hosts that only offer ssh, with the https host of the same service. */
const httpsHosts = new Map([
  ['ssh.github.com', 'github.com'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['altssh.bitbucket.org', 'bitbucket.org'],
  ['ssh.dev.azure.com', 'dev.azure.com'],
]);

/** The ssh port of Bitbucket Data Center, which no other product uses. */
const bitbucketSshPort = '7999';

/** The parts of an ssh address in any form. */
interface SshAddress {
  readonly user: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

/**
 * The https URL of a repository given as `ssh://…`, `git://…`, `http://…` or `user@host:path`; undefined for any other
 * text. An http URL keeps its credentials; the user and port of ssh and git have no meaning in https.
 */
export function httpsFormOf(text: string): string | undefined {
  const scheme = /^(https?|git|ssh|git\+ssh|ssh\+git):\/\//i.exec(text);
  if (scheme?.[1] !== undefined) {
    const rest = text.slice(scheme[0].length);
    if (/^https?$/i.test(scheme[1])) return `https://${rest}`;
    const [, user = '', host = '', port = '', path = ''] =
      /^(?:([^/@]*)@)?(\[[^\]]*\]|[^/:]*)(?::([0-9]*))?(?:\/(.*))?$/s.exec(rest) ?? [];
    return host === '' ? undefined : httpsUrl({ user, host, port, path });
  }
  const [, user, host = '', path = ''] = /^(?:([^/:@\s]+)@)?([^/:@\s]+):(?!\/\/)([^\s]*)$/.exec(text) ?? [];
  // Without a user, `host:8443/path` is more likely a host with a port than ssh.
  if (
    host === '' ||
    path === '' ||
    (user === undefined && (!host.includes('.') || /^[0-9]+(?:\/|$)/.test(path)))
  ) {
    return undefined;
  }
  return httpsUrl({ user: user ?? '', host, port: '', path });
}

function httpsUrl({ user, host, port, path }: SshAddress): string {
  const name = host.toLowerCase();
  const segments = path.split('/').filter((segment) => segment !== '');
  const azure = azureUrl(name, user, segments);
  if (azure !== undefined) return azure;
  const prefix = port === bitbucketSshPort && segments[0] !== 'scm' ? 'scm/' : '';
  return `https://${httpsHosts.get(name) ?? name}/${prefix}${segments.join('/')}`;
}

/**
 * Azure DevOps uses `v3/organisation/project/repository` for ssh; its older hosts also use `project/_ssh/repository`
 * with the organisation as the user.
 */
function azureUrl(host: string, user: string, segments: readonly string[]): string | undefined {
  const isOlder = host === 'vs-ssh.visualstudio.com';
  if (!isOlder && host !== 'ssh.dev.azure.com') return undefined;
  const [version, organisation = user, project = '', repository = ''] = segments;
  if (version === 'v3' && segments.length === 4) {
    const start = isOlder
      ? `https://${organisation}.visualstudio.com`
      : `https://dev.azure.com/${organisation}`;
    return `${start}/${project}/_git/${repository}`;
  }
  const parts = segments[0] === '22' ? segments.slice(1) : segments;
  return isOlder && user !== '' && parts.includes('_ssh')
    ? `https://${user}.visualstudio.com/${parts.map((part) => (part === '_ssh' ? '_git' : part)).join('/')}`
    : undefined;
}
