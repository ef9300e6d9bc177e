// The public functions of this package remember credentials by client id, so that a rotated secret would be
// ignored until a restart, and they drop the status of a refusal. Its internal entry point has neither fault.
import {
  clearXsuaaServices,
  getXsuaaInstanceFromServiceCredentials,
} from '@sap-cloud-sdk/connectivity/internal';
import * as z from 'zod';
import type { ServiceKey } from '../service-keys/service-key.ts';

/** The access tokens of one service key. */
export interface TokenSource {
  /**
   * A token that lasts a while yet; requests that come together share one fetch.
   * @throws {TokenRequestError}
   */
  token(): Promise<string>;
  /** Forgets a token that the API rejected, unless a newer one took its place already. */
  drop(rejected: string): void;
}

/** Why there is no token. The message names the token server and nothing else of the service key. */
export class TokenRequestError extends Error {
  override readonly name = 'TokenRequestError';
}

interface TokenClient {
  fetchClientCredentialsToken(options: { timeout: number }): Promise<unknown>;
}

interface CachedToken {
  value: string;
  refreshAt: number;
  expiresAt: number;
}

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(300),
});
const refreshMarginMs = 60_000;

/** Fetches and keeps the tokens of `key`. `now` is in milliseconds; `timeoutMs` is for one token request. */
export function createTokenSource(
  key: ServiceKey,
  { now = Date.now, timeoutMs = 10_000 }: { now?: () => number; timeoutMs?: number } = {},
): TokenSource {
  const client = createTokenClient(key);
  const host = new URL('certurl' in key ? key.certurl : key.url).host;
  let cached: CachedToken | undefined;
  let pending: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    try {
      const answer = answerSchema.parse(
        await withTimeout(client.fetchClientCredentialsToken({ timeout: timeoutMs }), timeoutMs),
      );
      const lifeMs = answer.expires_in * 1000;
      const expiresAt = now() + lifeMs;
      cached = {
        value: answer.access_token,
        refreshAt: expiresAt - Math.min(refreshMarginMs, lifeMs / 5),
        expiresAt,
      };
      return answer.access_token;
    } catch (error) {
      if (cached !== undefined && now() < cached.expiresAt) return cached.value;
      throw new TokenRequestError(explainFailure(error, host));
    }
  }

  return {
    async token() {
      if (cached !== undefined && now() < cached.refreshAt) return cached.value;
      pending ??= fetchToken().finally(() => {
        pending = undefined;
      });
      return pending;
    },
    drop(rejected) {
      if (cached?.value === rejected) cached = undefined;
    },
  };
}

function createTokenClient(key: ServiceKey): TokenClient {
  clearXsuaaServices();
  const client: TokenClient = getXsuaaInstanceFromServiceCredentials({ ...key });
  return client;
}

class TimeoutError extends Error {}

/** The client's own time-out is one of silence on the socket; this one is absolute. */
async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), timeoutMs);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

/** Made of the status alone: a token server's answer may quote what was sent to it. */
function explainFailure(error: unknown, host: string): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return `The token server ${host} answered without a token.`;
  }
  if (error instanceof TimeoutError || (error instanceof Error && error.name === 'TimeoutError')) {
    return `The token server ${host} did not answer in time.`;
  }
  const status = z.object({ responseCode: z.number() }).safeParse({ responseCode: readStatus(error) });
  if (!status.success) return `The token server ${host} could not be reached.`;
  const { responseCode } = status.data;
  return [400, 401, 403].includes(responseCode)
    ? `The service key was rejected by ${host} (status ${responseCode}).`
    : `The token server ${host} answered with status ${responseCode}.`;
}

function readStatus(error: unknown): unknown {
  return error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
}
