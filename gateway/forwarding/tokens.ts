import type { ServiceKey } from '../service-keys/service-key.ts';
import { noProxy, type ProxySettings } from './dispatcher.ts';
import { requestToken, TokenRequestError } from './token-request.ts';

/** The access tokens of one service key. */
export interface TokenSource {
  /**
   * A token that is valid for a while yet. Simultaneous requests share one fetch. After a failure the server is not
   * asked for a while: until then the same failure is thrown again.
   * @throws {TokenRequestError}
   */
  token(): Promise<string>;
  /**
   * A token to replace one that the API rejected; undefined if another new one would not help.
   * @throws {TokenRequestError}
   */
  renew(rejected: string): Promise<string | undefined>;
  /** The API accepted this token: if it rejects it later, a new one is requested at once. */
  confirm(accepted: string): void;
  /** Aborts a running fetch; for when the gateway stops. */
  close(): void;
}

/** How tokens are fetched. */
export interface TokenSourceOptions {
  proxy?: ProxySettings;
  /** Called after every request. */
  onRequest?: ((outcome: 'issued' | 'failed') => void) | undefined;
  /** Milliseconds from any start; not the wall clock, which can be set back. */
  now?: () => number;
  /** For one token request, in milliseconds. */
  timeoutMs?: number;
}

interface CachedToken {
  value: string;
  refreshAt: number;
  expiresAt: number;
}

const refreshMarginMs = 60_000;
const firstPauseMs = 1000;
const maxPauseMs = 60_000;
const renewalPauseMs = 30_000;

/** Fetches and keeps the tokens of `key`. */
export function createTokenSource(key: ServiceKey, options: TokenSourceOptions = {}): TokenSource {
  const { proxy = noProxy, now = () => performance.now(), timeoutMs = 10_000 } = options;
  const ending = new AbortController();
  let cached: CachedToken | undefined;
  let pending: Promise<string> | undefined;
  let failure: { error: TokenRequestError; pauseMs: number; until: number } | undefined;
  let renewableAt = -Infinity;

  async function fetchToken(): Promise<string> {
    try {
      const { value, lifeMs } = await requestToken(key, { proxy, timeoutMs, signal: ending.signal });
      const expiresAt = now() + lifeMs;
      cached = { value, refreshAt: expiresAt - Math.min(refreshMarginMs, lifeMs / 5), expiresAt };
      failure = undefined;
      options.onRequest?.('issued');
      return value;
    } catch (error) {
      if (!(error instanceof TokenRequestError)) throw error;
      options.onRequest?.('failed');
      const pauseMs = failure === undefined ? firstPauseMs : Math.min(failure.pauseMs * 2, maxPauseMs);
      failure = { error, pauseMs, until: now() + pauseMs };
      return lastResort(error);
    }
  }

  /** An old token is used until it expires while no new one can be fetched. */
  function lastResort(error: TokenRequestError): string {
    if (cached !== undefined && now() < cached.expiresAt) return cached.value;
    throw error;
  }

  async function token(): Promise<string> {
    if (cached !== undefined && now() < cached.refreshAt) return cached.value;
    if (pending === undefined && failure !== undefined && now() < failure.until)
      return lastResort(failure.error);
    pending ??= fetchToken().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  return {
    token,
    async renew(rejected) {
      if (cached?.value === rejected) {
        // Otherwise an API that rejects new tokens too would cause a token request for each call.
        if (now() < renewableAt) return undefined;
        renewableAt = now() + renewalPauseMs;
        cached = undefined;
      }
      return token();
    },
    confirm(accepted) {
      if (cached?.value === accepted) renewableAt = -Infinity;
    },
    close: () => ending.abort(),
  };
}
