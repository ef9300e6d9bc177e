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

/** Some hosts show a web page to clients that do not identify themselves as git. */
const gitHeaders = { 'git-protocol': 'version=2', 'user-agent': 'git/2.39 (aicore-registry-console)' };
/** Version 1 lists every name of the repository, and large ones have thousands. */
const maxAdvertisementBytes = 2 * 1024 * 1024;

/**
 * The address of a repository, as given, with or without `.git`; undefined if it is invalid or has a query or fragment.
 */
export function repositoryAddress(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  // Also refuses an empty query or fragment: appended paths would become part of it.
  const isPlain = `${address.username}${address.password}` === '' && !/[?#]/.test(url);
  return address.protocol === 'https:' && isPlain ? address : undefined;
}

/**
 * Asks whether a repository can be read over git's HTTP protocol, and whether it has a revision. Never throws for what
 * a server does.
 */
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
    // Git sends credentials only when asked, but AI Core may send them at once, so it must be right even if public.
    const answer = await ask({ authorization });
    if (answer.status === 401 || answer.status === 403) return { finding: refusal(answer) };
    // Hosts do not reveal that a repository exists that this user may not see.
    if (answer.status === 404) return { finding: findingOf('target', 'not-found', answer) };
    const advertisement = isAdvertisement(answer) ? parseAdvertisement(answer.bytes) : undefined;
    if (advertisement === undefined) return { finding: unexpectedFinding('login', answer) };
    const opened = {
      // After a redirect, later calls go where it led.
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

/** 401 means the login is wrong, 403 that the token lacks the right, or that its organisation has not approved it. */
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
