import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { parseJson } from '../../common/parse-json.ts';

/** What must be there when the provider's answer comes; without it the answer is worthless. */
const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** The two kinds of cookies that a sign-in needs. */
export interface SignInCookies {
  readSession(request: FastifyRequest): string | undefined;
  writeSession(reply: FastifyReply, id: string): void;
  clearSession(reply: FastifyReply): void;
  /** One cookie for each attempt, because several tabs can sign in at once. */
  writeAttempt(request: FastifyRequest, reply: FastifyReply, attempt: Attempt): void;
  /** Reads the attempt with that state, and clears it. */
  takeAttempt(request: FastifyRequest, reply: FastifyReply, state: string): Attempt | undefined;
}

const attemptSeconds = 600;
/** All cookies together must fit into the headers of a request. */
const maxAttempts = 5;

/**
 * Cookies of this origin only. Browsers accept the prefix `__Host-` only with TLS, so it is left out for a console on
 * plain http, which must be on this machine.
 */
export function createSignInCookies(publicUrl: string): SignInCookies {
  const secure = publicUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  // Browsers share cookies between all ports of a host, where another console may run.
  const { port } = new URL(publicUrl);
  const name = `${prefix}console${port && `-${port}`}`;
  const session = `${name}-session`;
  const attempts = `${name}-sign-in-`;
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  const nameOf = (state: string) => `${attempts}${state.slice(0, 16)}`;
  return {
    readSession: ({ cookies }) => cookies[session],
    writeSession: (reply, id) => void reply.setCookie(session, id, attributes),
    clearSession: (reply) => void reply.clearCookie(session, attributes),
    writeAttempt(request, reply, attempt) {
      const open = Object.keys(request.cookies).filter((one) => one.startsWith(attempts));
      if (open.length >= maxAttempts) for (const one of open) reply.clearCookie(one, attributes);
      const text = Buffer.from(JSON.stringify(attempt)).toString('base64url');
      reply.setCookie(nameOf(attempt.state), text, { ...attributes, maxAge: attemptSeconds });
    },
    takeAttempt(request, reply, state) {
      const wanted = nameOf(state);
      const text = request.cookies[wanted];
      if (text === undefined) return undefined;
      reply.clearCookie(wanted, attributes);
      const attempt = attemptSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString())).data;
      return attempt?.state === state ? attempt : undefined;
    },
  };
}
