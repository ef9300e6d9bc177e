import { parseChallenges } from './challenges.ts';
import { redirectTarget, type CheckAnswer, type CheckSession } from './check-session.ts';
import type { CheckReason, RepositoryCheck, RepositoryCheckRequest } from './contract.ts';
import {
  isCommit,
  listRefsRequest,
  parseAdvertisement,
  parseRefs,
  possibleNames,
  readPacketLines,
  type Advertisement,
  type GitRef,
} from './git-protocol.ts';
import { conclude, faultFinding, findingOf, unexpectedFinding, type Finding } from './outcome.ts';
import { basicHeader } from './registry-login.ts';

/** Some hosts show a page to whoever does not call itself git. */
const gitHeaders = { 'git-protocol': 'version=2', 'user-agent': 'git/2.39 (aicore-registry-console)' };
/** Version 1 lists every name of the repository, and large ones have thousands. */
const maxAdvertisementBytes = 2 * 1024 * 1024;

/** The address of a repository, without a query and with `.git` or not, as it was given; undefined for what is none. */
export function repositoryAddress(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  // An empty query or fragment is one: what is asked would become a part of it.
  const isPlain = `${address.username}${address.password}` === '' && !/[?#]/.test(url);
  return address.protocol === 'https:' && isPlain ? address : undefined;
}

/** Asks whether a repository can be read over git's HTTP protocol, and whether it has a revision. Never throws for what a server does. */
export async function checkRepository(
  session: CheckSession,
  address: URL,
  request: RepositoryCheckRequest,
): Promise<RepositoryCheck> {
  const start = performance.now();
  const { revision = '', path = '' } = request;
  const read = await readRepository(session, address, basicHeader(request));
  const outcome = conclude(read.finding, start);
  const shown = { ...outcome, ...(path !== '' && { path: 'not-told' as const }) };
  if (revision === '' || !read.opened) return shown;
  const revisionStart = performance.now();
  const finding = await findRevision(session, read.opened, revision);
  return { ...shown, revision: conclude(finding, revisionStart) };
}

interface OpenedRepository {
  /** Without a slash at the end. */
  readonly root: string;
  readonly advertisement: Advertisement;
  readonly isCut: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

interface ReadRepository {
  readonly finding: Finding;
  readonly opened?: OpenedRepository;
}

async function readRepository(
  session: CheckSession,
  address: URL,
  authorization: string,
): Promise<ReadRepository> {
  const root = address.href.replace(/\/$/, '');
  const ask = (headers: Readonly<Record<string, string>>) =>
    session.ask(new URL(`${root}/info/refs?service=git-upload-pack`), {
      headers: { ...gitHeaders, ...headers },
      maxBytes: maxAdvertisementBytes,
    });
  let isPublic = false;
  try {
    const stranger = await ask({});
    const challenges = parseChallenges(stranger.headers['www-authenticate']);
    isPublic = isAdvertisement(stranger);
    const asksForLogin = stranger.status === 401 && challenges.some(({ scheme }) => scheme === 'basic');
    if (!isPublic && !asksForLogin) return { finding: otherService(stranger, challenges.length > 0) };
  } catch (error) {
    return { finding: faultFinding('reach', error) };
  }
  try {
    // Git shows its credentials only when asked. AI Core may show them at once, so a wrong one is no small thing.
    const answer = await ask({ authorization });
    if (answer.status === 401 || answer.status === 403) return { finding: refusal(answer) };
    // Hosts do not tell a stranger that there is something that he may not see.
    if (answer.status === 404) return { finding: findingOf('target', 'not-found', answer) };
    const advertisement = isAdvertisement(answer) ? parseAdvertisement(answer.bytes) : undefined;
    if (advertisement === undefined) return { finding: unexpectedFinding('login', answer) };
    const opened = {
      // Where a redirect led to, that is where the rest is asked.
      root: `${answer.url.origin}${answer.url.pathname.slice(0, -'/info/refs'.length)}`,
      advertisement,
      isCut: answer.isCut,
      headers: { ...gitHeaders, authorization },
    };
    return { finding: findingOf('target', isPublic ? 'public' : 'readable', answer), opened };
  } catch (error) {
    return { finding: faultFinding('login', error) };
  }
}

function isAdvertisement({ status, headers }: CheckAnswer): boolean {
  return status === 200 && headers['content-type'] === 'application/x-git-upload-pack-advertisement';
}

/** 401 is about who asks, 403 about what for: a token without the right, or one that its organisation has not let in. */
function refusal(answer: CheckAnswer): Finding {
  return answer.status === 401
    ? findingOf('login', 'rejected', answer)
    : findingOf('target', 'no-access', answer);
}

function otherService(answer: CheckAnswer, hasChallenge: boolean): Finding {
  const { status, headers } = answer;
  if (status === 429 || status >= 500) return unexpectedFinding('service', answer);
  if (status === 401 && hasChallenge) return findingOf('login', 'other-login', answer);
  if (status === 403) return findingOf('service', 'blocked', answer);
  if (redirectTarget(new URL('https://host'), answer)) return findingOf('service', 'redirected', answer);
  if (status === 404) return findingOf('service', 'not-found', answer);
  const isPage = /\bhtml\b/i.test(headers['content-type'] ?? '');
  return findingOf('service', isPage ? 'web-page' : 'other-answer', answer);
}

async function findRevision(
  session: CheckSession,
  opened: OpenedRepository,
  revision: string,
): Promise<Finding> {
  try {
    const listed = opened.advertisement.version === 1 ? opened : await listRefs(session, opened, revision);
    if ('finding' in listed) return listed.finding;
    const reason = judge(listed.advertisement.refs, revision);
    return { step: 'target', reason: listed.isCut && reason !== 'readable' ? 'too-large' : reason };
  } catch (error) {
    return faultFinding('target', error);
  }
}

async function listRefs(
  session: CheckSession,
  { root, headers }: OpenedRepository,
  revision: string,
): Promise<{ readonly finding: Finding } | Pick<OpenedRepository, 'advertisement' | 'isCut'>> {
  const answer = await session.ask(new URL(`${root}/git-upload-pack`), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-git-upload-pack-request' },
    body: listRefsRequest(revision),
    maxBytes: maxAdvertisementBytes,
  });
  const lines = answer.status === 200 ? readPacketLines(answer.bytes) : undefined;
  if (lines === undefined) return { finding: unexpectedFinding('target', answer) };
  return { advertisement: { version: 2, refs: parseRefs(lines) }, isCut: answer.isCut };
}

function judge(refs: readonly GitRef[], revision: string): CheckReason {
  const names = new Set(possibleNames(revision));
  if (refs.some(({ name }) => names.has(name))) return 'readable';
  const commit = revision.toLowerCase();
  if (!isCommit(revision)) return 'no-revision';
  return refs.some(({ id }) => id.startsWith(commit)) ? 'readable' : 'commit-unknown';
}
