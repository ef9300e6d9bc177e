import { isJsonType } from '../common/json-type.ts';
import { parseChallenges } from './challenges.ts';
import type { CheckAnswer, CheckSession } from './check-session.ts';
import type { CheckOutcome, RegistryCheck, RegistryCheckRequest } from './contract.ts';
import { checkImage, type ImageLogin } from './image-check.ts';
import { conclude, faultFinding, findingOf, unexpectedFinding, type Finding } from './outcome.ts';
import { logIn, type Credential } from './registry-login.ts';

/** Docker Hub's API is at another host than its images and keys name. */
const hubNames = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/**
 * The address of a registry's API for a key of `auths` or a host; a scheme before it and a path after it are dropped,
 * as the kubelet does. Undefined if it is not a host.
 */
export function registryAddress(registry: string): URL | undefined {
  const [host = ''] = registry.replace(/^https?:\/\//i, '').split('/', 1);
  if (
    !/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) ||
    !URL.canParse(`https://${host}/v2/`)
  ) {
    return undefined;
  }
  const url = new URL(`https://${host}/v2/`);
  if (hubNames.has(url.host)) url.host = 'registry-1.docker.io';
  return url;
}

/**
 * Tries once whether a registry accepts a credential, and whether each image can be pulled with it. Never throws for
 * what a registry does.
 */
export async function checkRegistry(
  session: CheckSession,
  base: URL,
  { username, password, images = [] }: RegistryCheckRequest,
): Promise<RegistryCheck> {
  const start = performance.now();
  const credential: Credential = { username, password };
  const { finding, open: login } = await findLogin(session, base, credential);
  let outcome: CheckOutcome = conclude(finding, start);
  if (!login) return { ...outcome, images: [] };
  const checked: RegistryCheck['images'] = [];
  for (const image of images) {
    const imageStart = performance.now();
    const found = await checkImage(session, { base, credential, login, image });
    // A registry without login at `/v2/` may require one for an image: that result also counts for the login.
    if (found.login && outcome.reason === 'anonymous') outcome = conclude(found.login, start);
    checked.push({ ...image, ...conclude(found.finding, imageStart) });
  }
  return { ...outcome, images: checked };
}

interface FoundLogin {
  readonly finding: Finding;
  /** How images are asked for; undefined if asking is pointless. */
  readonly open?: ImageLogin | undefined;
}

async function findLogin(session: CheckSession, base: URL, credential: Credential): Promise<FoundLogin> {
  let answer: CheckAnswer;
  try {
    answer = await session.ask(base);
  } catch (error) {
    return { finding: faultFinding('reach', error) };
  }
  const challenges = parseChallenges(answer.headers['www-authenticate']);
  if (answer.status === 200) {
    return isRegistry(answer)
      ? { finding: findingOf('login', 'anonymous', answer), open: { kind: 'anonymous' } }
      : { finding: otherService(answer) };
  }
  if (answer.status !== 401 || challenges.length === 0) return { finding: otherService(answer) };
  const login = await logIn(session, { base, challenges, credential });
  if (!login.ok) return { finding: login.finding };
  const { authorization } = login;
  const isBearer = authorization.startsWith('Bearer ');
  const open: ImageLogin = isBearer ? { kind: 'bearer', challenges } : { kind: 'basic', authorization };
  // GitHub accepts the login with an app's token, but then refuses the pull.
  const isAppToken = base.hostname === 'ghcr.io' && /^gh[osu]_/.test(credential.password);
  return { finding: { step: 'login', reason: isAppToken ? 'app-token' : 'accepted', status: 200 }, open };
}

/** A registry without login is recognised by its own header, or by JSON that is not an array. */
function isRegistry({ headers, text }: CheckAnswer): boolean {
  if (headers['docker-distribution-api-version'] !== undefined) return true;
  return isJsonType(headers['content-type']) && !/^\s*[<[]/.test(text);
}

function otherService(answer: CheckAnswer): Finding {
  const { status, headers } = answer;
  const type = headers['content-type'] ?? '';
  if (status === 429 || status >= 500) return unexpectedFinding('service', answer);
  if (status === 403) return findingOf('service', 'blocked', answer);
  if (status >= 300 && status < 400) return findingOf('service', 'redirected', answer);
  return findingOf('service', /\bhtml\b/i.test(type) ? 'web-page' : 'other-answer', answer);
}
