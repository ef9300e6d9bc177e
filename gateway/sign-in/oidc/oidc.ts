import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { ProxySettings } from '../../forwarding/dispatcher.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import type { Authentication } from '../authentication.ts';
import { sendBarePage, type BarePage } from '../../pages/bare-page.ts';
import { createSessions } from '../sessions.ts';
import type { OidcSettings } from '../sign-in-settings.ts';
import { createSignInCookies } from './cookies.ts';
import { createProvider, ProviderUnavailableError } from './provider.ts';
import { toReturnPath } from './return-path.ts';

/** What sign-in with a provider needs besides its settings. */
export interface OidcOptions {
  store: Store;
  proxy: ProxySettings;
}

const cleanMs = 600_000;
const open = { config: { open: true } } as const;
/** A parameter that occurs twice counts as missing. */
const querySchema = z.object({ to: z.string().optional().catch(undefined), state: z.string().catch('') });

/** Sessions of people whom the provider signed in, and the addresses under `/auth/` for signing in and out. */
export async function registerOidc(
  app: FastifyInstance,
  settings: OidcSettings,
  { store, proxy }: OidcOptions,
): Promise<Authentication> {
  const sessions = createSessions(store, settings);
  const cookies = createSignInCookies(settings.publicUrl);
  const provider = createProvider(settings, { proxy, logger: app.log });
  const cleaning = setInterval(() => {
    sessions.clean().catch((error: unknown) => app.log.warn({ err: error }, 'old sessions were not removed'));
  }, cleanMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(cleaning);
    await provider.close();
  });
  await app.register(fastifyCookie);

  app.get('/auth/sign-in', open, async (request, reply) => {
    const returnTo = toReturnPath(querySchema.parse(request.query).to);
    try {
      const { url, attempt } = await provider.beginSignIn(returnTo);
      cookies.writeAttempt(request, reply, attempt);
      return reply.header('cache-control', 'no-store').redirect(url.href);
    } catch (error) {
      if (!(error instanceof ProviderUnavailableError)) throw error;
      return sendBarePage(reply, withRetry(providerSilent, returnTo));
    }
  });

  app.get('/auth/callback', open, async (request, reply) => {
    const attempt = cookies.takeAttempt(request, reply, querySchema.parse(request.query).state);
    if (attempt === undefined) return sendBarePage(reply, withRetry(attemptLost, '/'));
    const returnTo = toReturnPath(attempt.returnTo);
    const earlier = cookies.readSession(request);
    try {
      const callback = new URL(request.url, settings.publicUrl);
      const { person, session } = await provider.finishSignIn(callback, attempt);
      if (earlier !== undefined) await sessions.end(earlier);
      request.person = person;
      cookies.writeSession(reply, await sessions.begin(person, session));
      return await reply.header('cache-control', 'no-store').redirect(returnTo);
    } catch (error) {
      // The provider has already confirmed the person, so this failure is our own.
      if (error instanceof StoreError) throw error;
      request.log.warn({ err: error }, 'a sign-in failed');
      const page = error instanceof ProviderUnavailableError ? providerSilent : refused;
      return sendBarePage(reply, withRetry(page, returnTo));
    }
  });

  app.get('/auth/sign-out', open, async (request, reply) => {
    // A link on another site must not sign anybody out.
    const site = request.headers['sec-fetch-site'];
    if (site === 'cross-site' || site === 'same-site') return sendBarePage(reply, notFromHere);
    const id = cookies.readSession(request);
    if (id !== undefined) {
      request.person = await sessions.find(id);
      await sessions.end(id);
    }
    cookies.clearSession(reply);
    const url = await provider.signOutUrl().catch(() => undefined);
    return reply.header('cache-control', 'no-store').redirect(url?.href ?? '/auth/signed-out');
  });

  app.get('/auth/signed-out', open, (_request, reply) => sendBarePage(reply, signedOut));

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16 * 1024 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.post('/auth/back-channel-logout', open, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : undefined;
      const ended = await provider.readLogoutToken(token ?? '').catch((error: unknown) => {
        request.log.warn({ err: error }, 'a logout token was refused');
      });
      if (ended === undefined) return reply.code(400).send({ error: 'invalid_request' });
      await sessions.endOf(ended.issuer, ended.whose, ended.until);
      return reply.code(200).send();
    });
  });

  return {
    async identify(request) {
      const id = cookies.readSession(request);
      return id === undefined ? undefined : sessions.find(id);
    },
    signInPath: (returnTo) => `/auth/sign-in?to=${encodeURIComponent(toReturnPath(returnTo))}`,
    signOutUrl: '/auth/sign-out',
  };
}

function withRetry(page: BarePage, returnTo: string): BarePage {
  const href = `/auth/sign-in?to=${encodeURIComponent(returnTo)}`;
  return { ...page, link: { to: 'signIn', href } };
}

const providerSilent: BarePage = { status: 503, says: 'providerSilent' };
const attemptLost: BarePage = { status: 400, says: 'attemptLost' };
const refused: BarePage = { status: 403, says: 'refused' };
const notFromHere: BarePage = {
  status: 403,
  says: 'stillSignedIn',
  link: { to: 'openConsole', href: '/' },
};
const signedOut: BarePage = { status: 200, says: 'signedOut', link: { to: 'signIn', href: '/' } };
