import type { FastifyBaseLogger } from 'fastify';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import { fetch as undiciFetch } from 'undici';
import { errorCode } from '../../common/error-code.ts';
import { isLoopbackHost } from '../../common/loopback.ts';
import { createDispatcher, type ProxySettings } from '../../forwarding/dispatcher.ts';
import type { Person } from '../person.ts';
import type { ProviderSession } from '../sessions.ts';
import type { OidcSettings } from '../sign-in-settings.ts';
import { readClaims, readLogoutClaims, type SignedOut } from './claims.ts';
import type { Attempt } from './cookies.ts';

/** The OpenID Connect provider, looked for repeatedly until it answers. */
export interface Provider {
  /** Where the browser goes to sign in, and what it must bring back. */
  beginSignIn(returnTo: string): Promise<{ url: URL; attempt: Attempt }>;
  /** Who came back. `callback` is the whole address that the provider sent the browser to. */
  finishSignIn(callback: URL, attempt: Attempt): Promise<{ person: Person; session: ProviderSession }>;
  /** Where the browser goes to sign out there too; undefined if the provider has no such address. */
  signOutUrl(): Promise<URL | undefined>;
  /** Whose session a logout token of the provider ends. Rejects if it is not a valid logout token. */
  readLogoutToken(token: string): Promise<EndedSession>;
  close(): Promise<void>;
}

/** What a provider ended: one session by its own name for it, or all sessions of a person. */
interface EndedSession {
  issuer: string;
  whose: SignedOut;
  /** Sessions that began later by the provider's clock are not ended, so that using the token again has no effect. */
  until: number;
}

/** The provider cannot be reached now. */
export class ProviderUnavailableError extends Error {
  override readonly name = 'ProviderUnavailableError';
}

const retryMs = 15_000;
const timeoutSeconds = 10;
/** How far the provider's clock may be off. */
const toleranceSeconds = 300;

/** Whether there was no answer at all, as `fetch` and its time limit report it. */
function isSilence(error: unknown): boolean {
  const isOfFetch = error instanceof TypeError && error.cause !== undefined;
  return isOfFetch || errorCode(error) === 'OAUTH_TIMEOUT';
}

/** Starts looking for the provider, without waiting for it. */
export function createProvider(
  settings: OidcSettings,
  { proxy, logger }: { proxy: ProxySettings; logger: FastifyBaseLogger },
): Provider {
  const dispatcher = createDispatcher({ proxy, maxConnections: 8, maxAnswerBytes: 1024 * 1024 });
  const callThrough = (url: string, options: object) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two fetches differ in their types only
    undiciFetch(url, { ...options, dispatcher }) as unknown as Promise<Response>;
  let found: Promise<{ config: client.Configuration; keys: JWTVerifyGetKey }> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function discover() {
    const server = new URL(settings.issuer);
    const { clientSecret } = settings;
    const metadata = {
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
      [client.clockTolerance]: toleranceSeconds,
    };
    const execute = isLoopbackHost(server.hostname) ? [client.allowInsecureRequests] : [];
    const config = await client.discovery(server, settings.clientId, metadata, undefined, {
      execute: [...execute, client.enableNonRepudiationChecks],
      timeout: timeoutSeconds,
      [client.customFetch]: callThrough,
    });
    const { jwks_uri: jwksUri } = config.serverMetadata();
    if (jwksUri === undefined) throw new Error('the provider names no keys');
    const keys = createRemoteJWKSet(new URL(jwksUri), { [joseFetch]: callThrough });
    logger.info({ issuer: settings.issuer }, 'the sign-in provider answers');
    return { config, keys };
  }

  function find() {
    clearTimeout(retry);
    found ??= discover().catch((error: unknown) => {
      found = undefined;
      logger.warn(
        { issuer: settings.issuer, err: error },
        'the sign-in provider does not answer as an OpenID Connect provider: nobody can sign in until it does; trying again',
      );
      if (!closed) retry = setTimeout(() => void find().catch(() => undefined), retryMs).unref();
      throw new ProviderUnavailableError();
    });
    return found;
  }

  async function readSignIn(config: client.Configuration, callback: URL, attempt: Attempt) {
    const tokens = await client.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    const claims = readClaims(idToken, settings.groupsClaim);
    const isComplete = claims.name !== undefined && claims.groups !== undefined;
    const canAsk = !isComplete && config.serverMetadata().userinfo_endpoint !== undefined;
    const more = canAsk
      ? readClaims(await client.fetchUserInfo(config, tokens.access_token, claims.sub), settings.groupsClaim)
      : undefined;
    return {
      person: {
        id: claims.sub,
        name: claims.name ?? more?.name ?? claims.sub,
        issuer: config.serverMetadata().issuer,
        groups: claims.groups ?? more?.groups ?? [],
      },
      session: { name: claims.sid, begunAt: (idToken?.iat ?? 0) * 1000 },
    };
  }

  void find().catch(() => undefined);
  return {
    async beginSignIn(returnTo) {
      const { config } = await find();
      const verifier = client.randomPKCECodeVerifier();
      const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier, returnTo };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: `${settings.publicUrl}/auth/callback`,
        scope: settings.scopes,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      return { url, attempt };
    },
    async finishSignIn(callback, attempt) {
      const asked = find();
      const { config } = await asked;
      try {
        return await readSignIn(config, callback, attempt);
      } catch (error) {
        // Its keys or addresses may have changed: the next attempt asks for them again.
        if (found === asked) found = undefined;
        throw isSilence(error) ? new ProviderUnavailableError() : error;
      }
    },
    async signOutUrl() {
      const { config } = await find();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${settings.publicUrl}/auth/signed-out`,
      });
    },
    async readLogoutToken(token) {
      const { config, keys } = await find();
      const { issuer } = config.serverMetadata();
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: settings.clientId,
        maxTokenAge: '5 min',
        clockTolerance: toleranceSeconds,
      });
      return { issuer, whose: readLogoutClaims(payload), until: (payload.iat ?? 0) * 1000 };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await dispatcher.destroy();
    },
  };
}
