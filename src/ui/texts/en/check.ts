import type {
  CheckKind,
  CheckOutcome,
  CheckReason,
  CheckVerdict,
} from '../../../domain/check/check-outcome.ts';
import { formatDuration } from '../format-duration.ts';
import { formatDateTime, plural } from '../format.ts';
import { formatSeconds } from '../format-seconds.ts';

const verdicts: Record<CheckVerdict, Record<CheckKind, string>> = {
  unreachable: { registry: 'Not reachable', repository: 'Not reachable' },
  'other-service': { registry: 'Not a registry', repository: 'Not a repository' },
  rejected: { registry: 'Rejected', repository: 'Rejected' },
  accepted: { registry: 'Accepted', repository: 'Accepted' },
  usable: { registry: 'Image can be pulled', repository: 'Can be read' },
  'not-usable': { registry: 'Image cannot be pulled', repository: 'Cannot be read' },
  unsure: { registry: 'Could not tell', repository: 'Could not tell' },
};

/** What happened, and what to do next. `name` is the image or revision that was asked for, where it was one. */
function sentence(outcome: CheckOutcome, kind: CheckKind, name: string | undefined): string {
  const thing = kind === 'registry' ? 'registry' : 'Git host';
  const target = name ?? (kind === 'registry' ? 'the image' : 'this repository');
  const { reason, status, retryAfterSeconds, loginHost, platforms = [] } = outcome;
  const code = status === undefined ? '' : ` (${status})`;
  const sentences: Record<CheckReason, string> = {
    'no-name': 'This host does not exist. Check its spelling.',
    'address-refused':
      'The host has no public address, and AI Core reads from public hosts only. Check its spelling.',
    'connection-refused': 'The host refuses connections at this port. Check the port.',
    'no-answer':
      'The host closed the connection without an answer. Check the host and its port, then try again.',
    timeout: 'The host did not answer in time. Try again, and check that it is public.',
    'no-tls': 'The host does not speak https at this port. AI Core needs https.',
    'certificate-expired':
      'The host’s certificate has expired, or is not valid yet. Its operator has to renew it.',
    'certificate-name': 'The host’s certificate is for another name. Check the spelling of the host.',
    'certificate-unknown':
      'The host’s certificate comes from an authority that is not trusted here. Ask its operator for another.',
    'proxy-refused': 'The proxy server of this network does not let the check through. Ask its operator.',
    redirected: `The host redirects elsewhere instead of answering as a ${thing}. Check the address.`,
    'web-page': `A web page answered instead of a ${thing}. ${kind === 'registry' ? 'Copy the host from the name of an image.' : 'Copy the address that git clone uses.'}`,
    'other-answer': `The answer does not come from a ${thing}${code}. Check the host${kind === 'registry' ? '' : ' and the path'}.`,
    rejected: `Username or token not accepted${code}. Check both, or create a new token.`,
    accepted: 'The login works. Enter an image to see whether it can be pulled, too.',
    pullable: `${target} can be pulled and runs on linux/amd64.`,
    public: `${target} can be read by everyone, so this does not prove the token.`,
    'platform-unknown': `The manifest of ${target} does not say what it is built for.`,
    readable: `${kind === 'repository' && name !== undefined ? `${name} is there` : `${target} can be read`} with this username and token.`,
    'no-access': `No access to ${target}${kind === 'registry' ? ', or the image does not exist' : ''}${code}. Check what the token may read.`,
    'no-image': `${target} does not exist. Check its name.`,
    'no-tag': `The image exists, but not as ${target}. Check the tag.`,
    'not-found': `${target} was not found. Check its name, and that this user may see it.`,
    'no-platform': `${target} is built for ${platforms.join(', ')}. AI Core runs linux/amd64: build it for that.`,
    'no-revision': `No branch or tag is called ${target}. Check its spelling.`,
    anonymous: 'Everyone is let in, so this proves nothing. Enter an image that is not public.',
    'app-token':
      'GitHub accepts this app’s token for login, but may refuse the pull. Enter an image to find out.',
    'rate-limited': `Too many requests${code}: neither accepted nor rejected. ${retryAfterSeconds === undefined ? 'Try again later.' : `Try again in ${formatDuration(retryAfterSeconds)}.`}`,
    'server-error': `The ${thing} reports an error of its own${code}. Try again later.`,
    blocked: `The ${thing} refuses this address before any login${code}. It may accept only AI Core’s address.`,
    'foreign-login': `The login is at ${loginHost ?? 'another host'}, another domain. Nothing was sent there.`,
    'other-login': `The ${thing} asks for a kind of login that a secret cannot hold.`,
    'login-unreachable': 'The login server did not answer. Try again later.',
    'no-token': 'The login server answered without a token. Try again later.',
    interrupted: `The ${thing} stopped answering. Try again.`,
    unexpected: `The answer${code} proves nothing. Try again, or check with an image.`,
    'too-large': `There are more branches and tags than a check reads. ${target} may still exist.`,
    'commit-unknown': `Git hosts list branches and tags only, so the commit ${target} cannot be checked.`,
  };
  return sentences[reason];
}

export const check = {
  open: 'Check credentials',
  openShort: 'Check',
  heading: 'Check credentials',
  attempts: (count: number, kind: CheckKind) =>
    `${plural(count, kind === 'registry' ? { one: 'registry', other: 'registries' } : { one: 'repository', other: 'repositories' })}, one attempt each`,
  again: 'Check all again',
  images: 'Images to check',
  imagesHint: 'One per line, or a whole template. Optional, but the only proof.',
  checkImages: (count: number, fromTemplate: boolean) =>
    fromTemplate
      ? `Check the ${plural(count, { one: 'image', other: 'images' })} of this template`
      : `Check ${plural(count, { one: 'image', other: 'images' })}`,
  checkLogin: 'Check only the login',
  revision: 'Revision to check',
  revisionHint: 'A branch, a tag or a commit. Optional.',
  path: 'Path to check',
  pathHint: 'Git’s protocol lists no files, so a check cannot tell whether it exists.',
  checkReading: 'Check only reading',
  checkRevision: 'Check the revision',
  address: { registry: 'Registry host', repository: 'Repository URL' },
  notNamed: 'Which one?',
  pathNotTold: (path: string) => `A check cannot tell whether ${path} exists: Git’s protocol lists no files.`,
  validUntil: (end: Date) => `The token says that it is valid until ${formatDateTime(end)}.`,
  endedAt: (end: Date) => `The token says that it expired on ${formatDateTime(end)}.`,
  byProxy: 'Asked through this network’s proxy server: it resolves the name, and its rules apply.',
  unreadable: (count: number) =>
    `${plural(count, { one: 'name is', other: 'names are' })} left out: misspelt, or with a placeholder.`,
  uncovered: (images: readonly string[]) => `No registry here pulls ${images.join(', ')}.`,
  verdict: (verdict: CheckVerdict, kind: CheckKind) => verdicts[verdict][kind],
  sentence,
  howFar: 'How far the check got',
  steps: {
    registry: { reach: 'Reach', service: 'Registry', login: 'Login', target: 'Image' },
    repository: { reach: 'Reach', service: 'Repository', login: 'Login', target: 'Read' },
  },
  stepStates: { passed: 'passed', failed: 'failed', unsure: 'could not tell', open: 'not tried' },
  seconds: (ms: number) => formatSeconds(ms),
  running: 'Checking…',
  incomplete: 'Not checked: fill in host, username and token first.',
  wildcard: 'Not checked: enter an image for this “*”.',
  notChecked: 'Not checked',
  failed: 'Check failed',
  changed: 'Changed since this check. Check again.',
  enterToken: 'AI Core never returns credentials. Enter what is missing; it is used for this check only.',
  wouldNotWork: (count: number, kind: CheckKind) =>
    `${plural(count, kind === 'registry' ? { one: 'registry', other: 'registries' } : { one: 'repository', other: 'repositories' })} would not work. You can still save.`,
  confirmHeading: 'Save credentials that did not work?',
  confirmText: (hosts: readonly string[]) =>
    `The check found a problem with ${hosts.join(', ')}. Nothing can be pulled or read with it until it is fixed.`,
  confirmBack: 'Back to the form',
  confirmSave: 'Save anyway',
};
