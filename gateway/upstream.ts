import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** An answer of the admin API, read to its end. */
export interface UpstreamAnswer {
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
  /** scheme, host and port */
  origin: string;
  /** path with query, as the admin API gets it */
  path: string;
  query: string;
  token: string;
  requestId: string;
  body: Buffer | undefined;
  contentType: string | undefined;
  timeoutMs: number;
}

/**
 * Sends one call through reply-from's keep-alive pool and reads the whole answer. `reply` is used for its pool and
 * is not sent.
 * @throws {UpstreamError}
 */
export function callUpstream(reply: FastifyReply, call: UpstreamCall): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    let headers: IncomingHttpHeaders = {};
    let stream: Readable | undefined;
    const timer = setTimeout(() => {
      stream?.destroy();
      reject(new UpstreamError('timeout'));
    }, call.timeoutMs);
    const fail = (error: unknown) => {
      clearTimeout(timer);
      reject(error);
    };
    try {
      reply.from(call.path, {
        getUpstream: () => call.origin,
        queryString: () => call.query,
        timeout: call.timeoutMs,
        // Undefined would make reply-from encode the buffered body again, null sends none.
        body: call.body ?? (reply.request.body === undefined ? undefined : null),
        ...(call.body === undefined ? {} : { contentType: call.contentType ?? 'application/json' }),
        // Repeating is the console's decision: it knows which call is safe to repeat, and how long to wait.
        retryDelay: () => null,
        rewriteRequestHeaders: (_request, sent) => pickRequestHeaders(call, sent),
        rewriteHeaders: (received) => {
          headers = { ...received };
          return {};
        },
        onError: (_reply, { error }) => fail(new UpstreamError(classifyFault(error))),
        onResponse: (_request, _reply, response) => {
          stream = response.stream;
          readAll(stream).then(
            (body) => {
              clearTimeout(timer);
              resolve({ status: response.statusCode, headers, body });
            },
            (error: unknown) => fail(new UpstreamError(classifyFault(error))),
          );
        },
      });
    } catch (error) {
      fail(error);
    }
  });
}

function pickRequestHeaders(call: UpstreamCall, sent: IncomingHttpHeaders): IncomingHttpHeaders {
  return {
    accept: 'application/json',
    authorization: `Bearer ${call.token}`,
    'x-request-id': call.requestId,
    ...(sent['content-type'] === undefined ? {} : { 'content-type': sent['content-type'] }),
    ...(sent['content-length'] === undefined ? {} : { 'content-length': sent['content-length'] }),
  };
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
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
  return codes.some((code) => /CERT|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO/.test(code)) ? 'unreachable' : 'reset';
}

/** reply-from wraps the pool's errors; the HTTP parser's have a name and not always a code. */
function listCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [error.name, ...own, ...listCodes(error.cause)];
}
