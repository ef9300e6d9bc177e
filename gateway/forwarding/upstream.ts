import type { IncomingHttpHeaders } from 'node:http';
import type { Writable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { isProxyRefusal } from './dispatcher.ts';

/** A complete answer of the admin API; empty if it quoted the token that was sent to it. */
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

/** Whoever waits for an answer; closed when nobody does any more. */
export type Reader = Pick<Writable, 'once' | 'off' | 'destroyed'>;

/** A call to the admin API; nothing else of the browser's request is sent. */
export interface UpstreamCall {
  method: Dispatcher.HttpMethod;
  /** Scheme, host and port. */
  origin: string;
  /** Path with query, as the admin API gets it. */
  path: string;
  token: string;
  requestId: string;
  body: Buffer | undefined;
  contentType: string | undefined;
  /** Headers that say where in the tenant, with names in lowercase. */
  scope?: Readonly<Record<string, string>> | undefined;
  timeoutMs: number;
  /** Who gets the answer: when it closes, the call ends. */
  reader: Reader | undefined;
}

/**
 * Sends one call and reads the whole answer. Nothing is repeated and no redirect followed: the console knows which call
 * is safe to repeat, and how long to wait.
 * @throws {UpstreamError}
 */
export function callUpstream(dispatcher: Dispatcher, call: UpstreamCall): Promise<UpstreamAnswer> {
  const { method, origin, path, body = null } = call;
  return new Promise((resolve, reject) => {
    const reading = new AnswerReading(call, resolve, reject);
    dispatcher.dispatch({ method, origin, path, headers: buildHeaders(call), body }, reading);
  });
}

/** Collects one answer. undici's `request` does so too, but its stream and signals cost more than everything else. */
class AnswerReading implements Dispatcher.DispatchHandler {
  readonly #call: UpstreamCall;
  readonly #resolve: (answer: UpstreamAnswer) => void;
  readonly #reject: (error: UpstreamError) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #leave = () => this.#breakOff('reset');
  #controller: Dispatcher.DispatchController | undefined;
  /** Why the call was aborted here; it wins over any later error. */
  #end: UpstreamError | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  readonly #chunks: Buffer[] = [];

  constructor(
    call: UpstreamCall,
    resolve: (answer: UpstreamAnswer) => void,
    reject: (error: UpstreamError) => void,
  ) {
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#breakOff('timeout'), call.timeoutMs);
    call.reader?.once('close', this.#leave);
    if (call.reader?.destroyed === true) this.#leave();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#end !== undefined) controller.abort(this.#end);
  }

  onResponseStart(_controller: unknown, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle();
    const answer = { status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) };
    const { status } = answer;
    if (status < 200 || status > 599) this.#reject(new UpstreamError('malformed'));
    else if (!quotesToken(answer, this.#call.token)) this.#resolve(answer);
    else this.#resolve({ status, headers: {}, body: Buffer.alloc(0) });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#settle();
    this.#reject(this.#end ?? new UpstreamError(classifyFault(error)));
  }

  #breakOff(fault: UpstreamFault): void {
    this.#end ??= new UpstreamError(fault);
    // A call that still waits for a connection is rejected now, and aborted as soon as it gets one.
    if (this.#controller) this.#controller.abort(this.#end);
    else this.onResponseError(undefined, this.#end);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#call.reader?.off('close', this.#leave);
  }
}

/** Whether the answer quotes the token in a header or in its body, possibly with slashes escaped as in JSON. */
function quotesToken({ headers, body }: UpstreamAnswer, token: string): boolean {
  const head = Object.values(headers).join('\n');
  const quotes = (text: string) => body.includes(text) || head.includes(text);
  return quotes(token) || (token.includes('/') && quotes(token.replaceAll('/', '\\/')));
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
 * `unreachable` promises that nothing was sent, so it is only used when that is certain; anything unknown is a reset.
 * The last pattern matches the codes of refused certificates.
 */
function classifyFault(error: unknown): UpstreamFault {
  const codes = listCodes(error);
  const known = codes.map((code) => faults[code]).find((fault) => fault !== undefined);
  if (known !== undefined) return known;
  if (isProxyRefusal(error)) return 'unreachable';
  return codes.some((code) => /CERT|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO/.test(code)) ? 'unreachable' : 'reset';
}

/** An error of the HTTP parser always has a name, but not always a code. */
function listCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [error.name, ...own, ...listCodes(error.cause)];
}
