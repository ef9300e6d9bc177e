import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import type { Challenge } from './challenges.ts';
import type { CheckAnswer, CheckSession } from './check-session.ts';
import { faultFinding, findingOf, unexpectedFinding, type Finding } from './outcome.ts';
import { mayReceiveCredentials } from './realm.ts';

/** What logs in. Kept no longer than the check. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}

/** An accepted login with its `Authorization` header, or why it failed. */
export type Login =
  | { readonly ok: true; readonly authorization: string }
  | { readonly ok: false; readonly finding: Finding };

// The characters of RFC 6750: others would be refused, or would end the header that carries the token.
const tokenText = z.string().regex(/^[\w.~+/-]+=*$/);
const tokenAnswer = z.union([
  z.object({ token: tokenText }).transform(({ token }) => token),
  z.object({ access_token: tokenText }).transform((answer) => answer.access_token),
]);

/** The `Authorization` header of a credential according to RFC 7617, in UTF-8. */
export function basicHeader({ username, password }: Credential): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** Registry hosts that answer "bad request" to a login that they cannot decode. */
const ecrHost = /\.dkr[.-]ecr[.-]/;

/**
 * Logs in once as the registry asks: Bearer with the token server that it names, or Basic by asking `base` again.
 * `scope` is the pull of an image; a token for the login alone has none.
 */
export async function logIn(
  session: CheckSession,
  options: {
    readonly base: URL;
    readonly challenges: readonly Challenge[];
    readonly credential: Credential;
    readonly scope?: string;
  },
): Promise<Login> {
  const { base, challenges, credential, scope } = options;
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  try {
    if (bearer) return await fetchToken(session, { base, bearer, credential, scope });
    if (challenges.some(({ scheme }) => scheme === 'basic')) return await tryBasic(session, base, credential);
    return { ok: false, finding: { step: 'login', reason: 'other-login' } };
  } catch (error) {
    return { ok: false, finding: faultFinding('login', error) };
  }
}

async function tryBasic(session: CheckSession, base: URL, credential: Credential): Promise<Login> {
  const authorization = basicHeader(credential);
  const answer = await session.ask(base, { headers: { authorization } });
  if (answer.status === 200) return { ok: true, authorization };
  const isRejected = isRefusal(answer) || (answer.status === 400 && ecrHost.test(base.hostname));
  return { ok: false, finding: isRejected ? rejected(answer) : unexpectedFinding('login', answer) };
}

async function fetchToken(
  session: CheckSession,
  options: {
    readonly base: URL;
    readonly bearer: Challenge;
    readonly credential: Credential;
    readonly scope: string | undefined;
  },
): Promise<Login> {
  const { base, bearer, credential, scope } = options;
  const realmText = bearer.parameters.get('realm') ?? '';
  if (!URL.canParse(realmText)) return { ok: false, finding: { step: 'login', reason: 'other-login' } };
  const realm = new URL(realmText);
  if (!(await mayReceiveCredentials(base.hostname, realm))) {
    return { ok: false, finding: { step: 'login', reason: 'foreign-login', loginHost: realm.host } };
  }
  // The realm's own query parameters stay: NVIDIA's contains a scope.
  const service = bearer.parameters.get('service');
  if (service !== undefined && !realm.searchParams.has('service')) realm.searchParams.set('service', service);
  if (scope !== undefined) realm.searchParams.append('scope', scope);
  const answer = await session.ask(realm, { headers: { authorization: basicHeader(credential) } });
  if (isRefusal(answer)) return { ok: false, finding: rejected(answer) };
  if (answer.status !== 200) return { ok: false, finding: unexpectedFinding('login', answer) };
  const token = tokenAnswer.safeParse(parseJson(answer.text));
  return token.success
    ? { ok: true, authorization: `Bearer ${token.data}` }
    : { ok: false, finding: findingOf('login', 'no-token', answer) };
}

function rejected(answer: CheckAnswer): Finding {
  return findingOf('login', 'rejected', answer);
}

function isRefusal({ status }: CheckAnswer): boolean {
  return status === 401 || status === 403;
}
