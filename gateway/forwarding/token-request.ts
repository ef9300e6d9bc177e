import { errors } from 'undici';
import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import type { ServiceKey } from '../service-keys/service-key.ts';
import { createDispatcher, type ProxySettings } from './dispatcher.ts';

/** A token as the token server issues it. */
export interface IssuedToken {
  value: string;
  lifeMs: number;
}

/** How one token is requested. */
export interface TokenRequestOptions {
  proxy: ProxySettings;
  /** From the first byte sent to the last one read. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** Why there is no token. The message names the token server and nothing else of the service key. */
export class TokenRequestError extends Error {
  override readonly name = 'TokenRequestError';
}

const maxAnswerBytes = 64 * 1024;
const maxLifeMs = 24 * 3_600_000;
const defaultLifeSeconds = 300;

const answerSchema = z.object({
  // The characters of RFC 6750: others would be refused, or would end the header that carries the token.
  access_token: z.string().regex(/^[\w.~+/-]+=*$/),
  expires_in: z.coerce.number().positive().catch(defaultLifeSeconds),
});

/**
 * Asks the key's token server once, by the client credentials grant of RFC 6749. Redirects are not followed, nothing is
 * repeated, and compressed answers are not requested, so that the answer is read as it was sent.
 * @throws {TokenRequestError}
 */
export async function requestToken(key: ServiceKey, options: TokenRequestOptions): Promise<IssuedToken> {
  const { origin, host, pathname } = new URL(key.tokenUrl);
  const secret = 'secret' in key.credential ? key.credential.secret : undefined;
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const dispatcher = createDispatcher({
    proxy: options.proxy,
    maxConnections: 1,
    maxAnswerBytes,
    certificate: 'certificate' in key.credential ? key.credential : undefined,
  });
  try {
    const answer = await dispatcher.request({
      method: 'POST',
      origin,
      path: pathname,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: key.clientId,
        ...(secret !== undefined && { client_secret: secret }),
      }).toString(),
      signal: AbortSignal.any([timeout, options.signal]),
    });
    if (answer.statusCode !== 200) throw new TokenRequestError(explainStatus(answer.statusCode, host));
    const token = readToken(await answer.body.text());
    if (token === undefined)
      throw new TokenRequestError(`The token server ${host} answered without a token.`);
    return token;
  } catch (error) {
    if (error instanceof TokenRequestError) throw error;
    throw new TokenRequestError(explainFailure(error, timeout.aborted, host));
  } finally {
    // A token lasts for hours, so keeping the connection is useless.
    await dispatcher.destroy();
  }
}

function readToken(text: string): IssuedToken | undefined {
  const answer = answerSchema.safeParse(parseJson(text));
  if (!answer.success) return undefined;
  const { access_token: value, expires_in: seconds } = answer.data;
  return { value, lifeMs: Math.min(seconds * 1000, maxLifeMs) };
}

/** Uses only the status: a token server's answer may quote what was sent to it. */
function explainStatus(status: number, host: string): string {
  return [400, 401, 403].includes(status)
    ? `The token server ${host} rejected the service key (${status}).`
    : `The token server ${host} answered with status ${status}.`;
}

function explainFailure(error: unknown, isLate: boolean, host: string): string {
  if (isLate || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError)
    return `The token server ${host} did not answer in time.`;
  if (error instanceof errors.ResponseExceededMaxSizeError)
    return `The token server ${host} answered without a token.`;
  return `The token server ${host} could not be reached.`;
}
