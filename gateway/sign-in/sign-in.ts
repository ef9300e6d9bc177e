import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendFailure } from '../common/error-envelope.ts';
import { signedInPath } from '../contract.ts';
import { isNavigation } from '../common/navigation.ts';
import type { ProxySettings } from '../forwarding/dispatcher.ts';
import type { Store } from '../store/store.ts';
import type { Authentication } from './authentication.ts';
import { sendBarePage, type BarePage } from '../pages/bare-page.ts';
import { answerUnavailable } from '../pages/unavailable.ts';
import { createHeaderAuthentication } from './proxy-headers.ts';
import type { SignInSettings } from './sign-in-settings.ts';
import './person.ts';

/** What the modes of sign-in need besides their settings. */
export interface SignInOptions {
  store: Store;
  proxy: ProxySettings;
  /** Whether an address is a trusted proxy. */
  isTrusted: (address: string | undefined) => boolean;
}

/** What the console needs to know about sign-in. */
export interface SignIn {
  signOutUrl: string | undefined;
}

/** Requires sign-in in all routes except those that are declared open. */
export async function registerSignIn(
  app: FastifyInstance,
  settings: SignInSettings,
  options: SignInOptions,
): Promise<SignIn> {
  app.decorateRequest('person', undefined);
  app.get(signedInPath, (_request, reply) => sendBarePage(reply, signedIn));
  const authentication = await openAuthentication(app, settings, options);
  if (authentication === undefined) return { signOutUrl: undefined };
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.open === true) return undefined;
    try {
      request.person = await authentication.identify(request);
    } catch (error) {
      request.log.error({ err: error }, 'the caller could not be identified');
      return answerUnavailable(request, reply, unavailable);
    }
    return request.person === undefined ? askToSignIn(request, reply, authentication) : undefined;
  });
  return { signOutUrl: authentication.signOutUrl };
}

/** Each mode's packages are loaded only if it is used. */
async function openAuthentication(
  app: FastifyInstance,
  settings: SignInSettings,
  options: SignInOptions,
): Promise<Authentication | undefined> {
  switch (settings.mode) {
    case 'off':
      return undefined;
    case 'header':
      return createHeaderAuthentication(settings, options.isTrusted);
    case 'xsuaa':
      return (await import('./xsuaa.ts')).createXsuaaAuthentication(settings);
    case 'oidc':
      return (await import('./oidc/oidc.ts')).registerOidc(app, settings, options);
  }
}

function askToSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { signInPath }: Authentication,
): FastifyReply {
  // The addresses of all other pages match no route.
  const { url } = request.routeOptions;
  const isPage = (url === undefined || url === signedInPath) && isNavigation(request);
  if (!isPage) return sendFailure(reply, signInRequired);
  if (signInPath === undefined) return sendBarePage(reply, notThroughProxy);
  return reply.header('cache-control', 'no-store').redirect(signInPath(request.url));
}

const signedIn: BarePage = { status: 200, says: 'signedIn', closes: true };
const signInRequired = {
  status: 401,
  code: 'SignInRequired',
  message: 'You are not signed in. Nothing was sent.',
} as const;
const unavailable = {
  status: 503,
  code: 'SignInUnavailable',
  message: 'The gateway cannot check who you are. Nothing was sent.',
} as const;
const notThroughProxy: BarePage = { status: 401, says: 'notThroughProxy' };
