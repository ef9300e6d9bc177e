import { isJsonType } from '../common/json-type.ts';
import { parseChallenges } from './challenges.ts';
import type { CheckAnswer, CheckSession } from './check-session.ts';
import type { CheckOutcome, RegistryCheck, RegistryCheckRequest } from './contract.ts';
import { checkImage, type ImageLogin } from './image-check.ts';
import { conclude, faultFinding, findingOf, unexpectedFinding, type Finding } from './outcome.ts';
import { logIn, type Credential } from './registry-login.ts';

/** Docker Hub answers at another host than its images and keys name. */
const hubNames = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/**
 * The address of a registry's API for a key of `auths` or a host: a scheme in front and a path behind it fall away, as
 * they do for the kubelet. Undefined for what is no host.
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

/** Asks a registry whether it takes a credential, and whether images can be pulled with it, each once. Never throws for what a registry does. */
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
    // A registry that lets everybody in at the door may ask at an image: what it says there is said of the login.
    if (found.login && outcome.reason === 'anonymous') outcome = conclude(found.login, start);
    checked.push({ ...image, ...conclude(found.finding, imageStart) });
  }
  return { ...outcome, images: checked };
}

interface FoundLogin {
  readonly finding: Finding;
  /** How images are asked for; undefined where there is no use in it. */
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
  // GitHub logs the token of an app in, and then refuses it the pull.
  const isAppToken = base.hostname === 'ghcr.io' && /^gh[osu]_/.test(credential.password);
  return { finding: { step: 'login', reason: isAppToken ? 'app-token' : 'accepted', status: 200 }, open };
}

/** Without a login there is an own header, or an empty JSON object, by which a registry is known. */
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
