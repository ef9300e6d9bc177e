import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import type { Challenge } from './challenges.ts';
import type { CheckAnswer, CheckSession } from './check-session.ts';
import { faultFinding, findingOf, unexpectedFinding, type Finding } from './outcome.ts';
import { mayReceiveCredentials } from './realm.ts';

/** What logs in. It is kept no longer than the check. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}

/** A login that was taken, with the header that carries it; undefined where each scope needs another one. */
export type Login =
  | { readonly ok: true; readonly authorization: string }
  | { readonly ok: false; readonly finding: Finding };

// The characters of RFC 6750: anything else would be refused, or would end the header that carries it.
const tokenText = z.string().regex(/^[\w.~+/-]+=*$/);
const tokenAnswer = z.union([
  z.object({ token: tokenText }).transform(({ token }) => token),
  z.object({ access_token: tokenText }).transform((answer) => answer.access_token),
]);

/** The `Authorization` header of a credential, as RFC 7617 has it, in UTF-8. */
export function basicHeader({ username, password }: Credential): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** Registry hosts whose "bad request" is what they say to a login that cannot be decoded. */
const ecrHost = /\.dkr[.-]ecr[.-]/;

/**
 * Logs in once by what the registry asks for: Bearer, by the token server that it names, or Basic, by asking `base`
 * again. `scope` is that of an image's pull; a token of a login alone has none.
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
  // What the realm's own query says already stays as it is: NVIDIA's names a scope there.
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
