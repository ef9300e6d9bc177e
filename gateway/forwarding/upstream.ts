import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { isProxyRefusal } from './dispatcher.ts';

/** An answer of the admin API, read to its end; empty where it quoted the token that it was sent. */
export interface UpstreamAnswer {
  /** From 200 to 599. */
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** How a call can end without an answer. */
export type UpstreamFault = 'timeout' | 'unreachable' | 'reset' | 'malformed';

/** A call that ended without an answer. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly fault: UpstreamFault;
  constructor(fault: UpstreamFault) {
    super(`the admin API's answer is missing: ${fault}`);
    this.fault = fault;
  }
}

/** A call to the admin API, without anything of the browser's request but what is listed here. */
export interface UpstreamCall {
  method: Dispatcher.HttpMethod;
  /** scheme, host and port */
  origin: string;
  /** path with query, as the admin API gets it */
  path: string;
  token: string;
  requestId: string;
  body: Buffer | undefined;
  contentType: string | undefined;
  /** Headers that say where in the tenant, by their names in lowercase. */
  scope?: Readonly<Record<string, string>> | undefined;
  timeoutMs: number;
  /** Ends the call when nobody waits for its answer any more. */
  signal: AbortSignal | undefined;
}

/**
 * Sends one call and reads the whole answer. Nothing is repeated and no redirect followed: the console knows which
 * call is safe to repeat, and how long to wait.
 * @throws {UpstreamError}
 */
export async function callUpstream(dispatcher: Dispatcher, call: UpstreamCall): Promise<UpstreamAnswer> {
  const { method, origin, path, body: sent, signal } = call;
  const end = new AbortController();
  const leave = () => end.abort();
  // `AbortSignal.any` does the same, at more than the price of all else here.
  signal?.addEventListener('abort', leave);
  if (signal?.aborted) leave();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end.abort();
  }, call.timeoutMs);
  try {
    const answer = await dispatcher.request({
      method,
      origin,
      path,
      headers: buildHeaders(call),
      body: sent ?? null,
      signal: end.signal,
    });
    const { statusCode: status, headers } = answer;
    const body = Buffer.from(await answer.body.arrayBuffer());
    if (status < 200 || status > 599) throw new UpstreamError('malformed');
    return quotesToken(headers, body, call.token)
      ? { status, headers: {}, body: Buffer.alloc(0) }
      : { status, headers, body };
  } catch (error) {
    if (error instanceof UpstreamError) throw error;
    throw new UpstreamError(late ? 'timeout' : classifyFault(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

/** An API that shows what it was sent, in a header or in its body, perhaps with JSON's escape of a slash. */
function quotesToken(headers: IncomingHttpHeaders, body: Buffer, token: string): boolean {
  const head = Object.values(headers).flat();
  const spellings = [token, token.replaceAll('/', '\\/')];
  return spellings.some((text) => body.includes(text) || head.some((value) => value?.includes(text)));
}

function buildHeaders({ token, requestId, body, contentType, scope }: UpstreamCall): Record<string, string> {
  return {
    ...scope,
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'x-request-id': requestId,
    ...(body && { 'content-type': contentType ?? 'application/json' }),
  };
}

const faults: Record<string, UpstreamFault> = {
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'malformed',
  HTTPParserError: 'malformed',
  UND_ERR_CONNECT_TIMEOUT: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/**
 * `unreachable` promises that nothing was sent, so it is said only where that is sure; what is not known is a reset.
 * The words at the end are in the codes of refused certificates.
 */
function classifyFault(error: unknown): UpstreamFault {
  const codes = listCodes(error);
  const known = codes.map((code) => faults[code]).find((fault) => fault !== undefined);
  if (known !== undefined) return known;
  if (isProxyRefusal(error)) return 'unreachable';
  return codes.some((code) => /CERT|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO/.test(code)) ? 'unreachable' : 'reset';
}

/** An error of the HTTP parser has a name and not always a code. */
function listCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [error.name, ...own, ...listCodes(error.cause)];
}
