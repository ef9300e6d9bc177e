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
  UND_ERR_CONNECT_TIMEOUT: 'unreachable',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'malformed',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
};

/** reply-from wraps the pool's error; HPE_… codes are those of Node's HTTP parser. All else happens before sending. */
function classifyFault(error: unknown): UpstreamFault {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('HPE_')) return 'malformed';
  return faults[code] ?? 'unreachable';
}
