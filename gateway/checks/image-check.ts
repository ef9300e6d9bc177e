import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { parseChallenges, type Challenge } from './challenges.ts';
import type { CheckAnswer, CheckSession } from './check-session.ts';
import type { ImageToCheck } from './contract.ts';
import { findPlatforms, manifestTypes, type ReadManifest } from './image-platforms.ts';
import { faultFinding, findingOf, unexpectedFinding, type Finding } from './outcome.ts';
import { logIn, type Credential } from './registry-login.ts';

/** How the registry accepted the login, before an image was asked for. */
export type ImageLogin =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'basic'; readonly authorization: string }
  /** Each image needs its own token. */
  | { readonly kind: 'bearer'; readonly challenges: readonly Challenge[] };

interface ImageQuestion {
  readonly base: URL;
  readonly credential: Credential;
  readonly login: ImageLogin;
  readonly image: ImageToCheck;
}

interface ImageFinding {
  readonly finding: Finding;
  /** What was learnt about the login, if the registry asked for it only now. */
  readonly login?: Finding | undefined;
}

/** The platform on which AI Core runs what it pulls. */
const neededPlatform = 'linux/amd64';

/** Asks for the manifest of an image, and whether it was built for the machines of AI Core. */
export async function checkImage(session: CheckSession, question: ImageQuestion): Promise<ImageFinding> {
  try {
    return await askForImage(session, question);
  } catch (error) {
    return { finding: faultFinding('target', error) };
  }
}

async function askForImage(session: CheckSession, question: ImageQuestion): Promise<ImageFinding> {
  const { base, login, image } = question;
  const manifest = new URL(`${image.repository}/manifests/${image.reference}`, base);
  const ask = (method: 'HEAD' | 'GET', authorization: string | undefined) =>
    session.ask(manifest, {
      method,
      headers: { accept: manifestTypes, ...(authorization && { authorization }) },
    });

  let authorization = login.kind === 'basic' ? login.authorization : undefined;
  if (login.kind === 'bearer') {
    const token = await logInTo(session, question, login.challenges);
    // The login was accepted a moment ago, so this refusal is about the image.
    if (!token.ok) return { finding: atImage(token.finding) };
    ({ authorization } = token);
  }
  let answer = await ask('HEAD', authorization);
  let learnt: Finding | undefined;
  if (answer.status === 401 && login.kind === 'anonymous') {
    const token = await logInTo(session, question, parseChallenges(answer.headers['www-authenticate']));
    if (!token.ok) return { finding: token.finding, login: token.finding };
    ({ authorization } = token);
    learnt = { step: 'login', reason: 'accepted', status: 200 };
    answer = await ask('HEAD', authorization);
  }
  if (answer.status === 200) {
    const finding = await examinePlatform(session, {
      base,
      image,
      authorization,
      manifest: await ask('GET', authorization),
    });
    return { finding, login: learnt };
  }
  return { finding: await explainRefusal(answer, () => ask('GET', authorization)), login: learnt };
}

function logInTo(
  session: CheckSession,
  { base, credential, image }: ImageQuestion,
  challenges: readonly Challenge[],
) {
  return logIn(session, { base, challenges, credential, scope: `repository:${image.repository}:pull` });
}

function atImage(finding: Finding): Finding {
  const reason = finding.reason === 'rejected' ? 'no-access' : finding.reason;
  return { ...finding, step: 'target', reason };
}

async function examinePlatform(session: CheckSession, read: ReadManifest): Promise<Finding> {
  const { manifest, authorization } = read;
  const platforms = await findPlatforms(session, read).catch(() => undefined);
  const unknown = platforms === undefined || platforms.length === 0;
  if (unknown) return findingOf('target', 'platform-unknown', { ...manifest, status: 200 });
  if (!platforms.includes(neededPlatform)) {
    return { ...findingOf('target', 'no-platform', manifest), platforms: platforms.slice(0, 5) };
  }
  return findingOf('target', authorization === undefined ? 'public' : 'pullable', manifest);
}

const errorsSchema = z.object({ errors: z.array(z.object({ code: z.string() })) });

const missing: Readonly<Record<string, 'no-image' | 'no-tag' | 'no-access'>> = {
  NAME_UNKNOWN: 'no-image',
  NAME_INVALID: 'no-image',
  REPOSITORY_UNKNOWN: 'no-image',
  MANIFEST_UNKNOWN: 'no-tag',
  TAG_INVALID: 'no-tag',
  DENIED: 'no-access',
  UNAUTHORIZED: 'no-access',
};

/** The answer to HEAD has no body, and only a body says what is missing. */
async function explainRefusal(answer: CheckAnswer, ask: () => Promise<CheckAnswer>): Promise<Finding> {
  if (answer.status === 401 || answer.status === 403) return findingOf('target', 'no-access', answer);
  if (answer.status !== 404) return unexpectedFinding('target', answer);
  const parsed = errorsSchema.safeParse(parseJson((await ask()).text));
  const codes = parsed.success ? parsed.data.errors.map(({ code }) => missing[code.toUpperCase()]) : [];
  return findingOf('target', codes.find((reason) => reason !== undefined) ?? 'not-found', answer);
}
