import { z } from 'zod/mini';
import { gatewayTarget } from '../../gateway/contract.ts';
import { adminUrl, type Connection } from '../domain/connection/connection.ts';
import { ApiError } from '../domain/api-problem.ts';
import { lenientText } from '../domain/text/lenient-text.ts';
import { bearerToken, reportMissingToken, reportRejectedToken } from './bearer-tokens.ts';
import { sendSignedIn } from './session/sign-in-again.ts';

/**
 * Longer than the gateway's own limits for a call and a check, so that the gateway's answer, which says more, arrives
 * first.
 */
const defaultTimeoutMs = 40_000;

/** Services inside AI Core set fields to null or spell them differently: one odd field must not cost the others. */
const errorEnvelope = z.object({
  error: z.object({
    code: lenientText,
    message: lenientText,
    requestId: lenientText,
    request_id: lenientText,
    target: lenientText,
  }),
});

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  /** Tried instead of the connection's own token before it is stored. */
  readonly token?: string | undefined;
  /** A sign-in page is reported as an answer, and nobody is asked to sign in. */
  readonly tellsSignIn?: boolean | undefined;
}

export interface AdminRequest extends CallOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The part after `/v2/admin/`, already encoded. */
  readonly path: string;
  readonly body?: unknown;
  /** Besides the usual headers: the resource group, or the scope. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent even if the page is left meanwhile. */
  readonly keepalive?: boolean | undefined;
}

/**
 * The one HTTP client: calls the admin API of a connection and parses the answer, or throws `ApiError`. When the
 * session has ended, it waits until the user has signed in again.
 */
export function callAdminApi<T>(
  connection: Connection,
  request: AdminRequest,
  schema: z.ZodMiniType<T>,
): Promise<T> {
  const { signal, tellsSignIn } = request;
  const call = () => callOnce(connection, request, schema);
  if (tellsSignIn) return call();
  return sendSignedIn(call, { door: adminUrl(connection, 'tenantInfo'), urgent: isUrgent(request), signal });
}

/** What is written somebody has asked for just now; the page reads by itself. */
function isUrgent({ method }: AdminRequest): boolean {
  return method !== 'GET';
}

async function callOnce<T>(
  connection: Connection,
  request: AdminRequest,
  schema: z.ZodMiniType<T>,
): Promise<T> {
  const token = findToken(connection, request);
  const response = await send(adminUrl(connection, request.path), request, token);
  if (response.status === 401 && token !== undefined && !isSignInPage(response))
    reportRejectedToken(connection, token, isUrgent(request));
  return readAnswer(response, schema);
}

/** Calls the gateway's own API, at a path of this origin, in the same way. */
export function callGateway<T>(request: AdminRequest, schema: z.ZodMiniType<T>): Promise<T> {
  const { path, signal } = request;
  const call = async () => readAnswer(await send(path, request, undefined), schema);
  return sendSignedIn(call, { door: '/config.json', urgent: isUrgent(request), signal });
}

/** Parses an answer of the admin API or the gateway, or throws `ApiError`. */
export async function readAnswer<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  if (isSignInPage(response)) throw new ApiError({ kind: 'sign-in', status: response.status, message: '' });
  const body = await response.text().catch((error: unknown) => {
    // Whatever the body says, the status is a refusal.
    if (!response.ok) return '';
    throw cutOff(error);
  });
  if (!response.ok) throw httpError(response, body);
  const parsed = schema.safeParse(parseJson(body));
  if (!parsed.success) {
    throw new ApiError({
      kind: 'contract',
      status: response.status,
      message: '',
      requestId: requestIdHeader(response),
    });
  }
  return parsed.data;
}

/** An answer that broke off. A caller who has aborted it needs no error. */
function cutOff(error: unknown): unknown {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return error;
  return new ApiError({ kind: name === 'TimeoutError' ? 'timeout' : 'network', message: '' });
}

function findToken(connection: Connection, request: AdminRequest): string | undefined {
  if (connection.auth === 'proxy') return undefined;
  const token = request.token ?? bearerToken(connection);
  if (token !== undefined) return token;
  reportMissingToken(connection, isUrgent(request));
  throw new ApiError({ kind: 'http', status: 401, code: 'TokenMissing', message: '' });
}

async function send(url: string, request: AdminRequest, token: string | undefined): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', ...request.headers });
  // Even without a body: the gateway rejects any write that a form of another site could send.
  if (!['GET', 'DELETE'].includes(request.method)) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  // Makes SAP's approuter answer a read without a session like a write, without redirecting to a page.
  if (url.startsWith('/')) headers.set('x-requested-with', 'XMLHttpRequest');
  const timeout = AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs);
  try {
    return await fetch(url, {
      method: request.method,
      headers,
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
      cache: 'no-store',
      keepalive: request.keepalive ?? false,
      credentials: 'same-origin',
      // Not followed: only a sign-in page in front of the API redirects scripts.
      redirect: 'manual',
    });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ApiError({ kind: timeout.aborted ? 'timeout' : 'network', message: '' });
  }
}

const acceptedSchema = z.object({ message: z.optional(z.string()) });

/** A write: nothing of its answer is used except that it succeeded. */
export async function sendWrite(connection: Connection, request: AdminRequest): Promise<void> {
  await callAdminApi(connection, request, acceptedSchema);
}

function isSignInPage(response: Response): boolean {
  if (response.type === 'opaqueredirect') return true;
  // The approuter's answer does not even have a content type.
  return response.status === 401 && /^(?:text\/html\b|$)/i.test(response.headers.get('content-type') ?? '');
}

/** An empty body becomes `null`. */
function parseJson(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function httpError(response: Response, body: string): ApiError {
  const envelope = errorEnvelope.safeParse(parseJson(body));
  const error = envelope.success ? envelope.data.error : undefined;
  return new ApiError({
    kind: error?.code === 'SignInRequired' ? 'sign-in' : 'http',
    status: response.status,
    code: error?.code,
    message: error?.message ?? plainSentence(response, body),
    requestId: error?.requestId ?? error?.request_id ?? requestIdHeader(response),
    retryAfterSeconds: parseRetryAfter(response.headers.get('retry-after')),
    answeredBy: error && whoAnswered(error),
  });
}

/** Without a code or a message, an error body is not AI Core's, whatever the status. */
function whoAnswered({ code, message, target }: z.infer<typeof errorEnvelope>['error']) {
  if (target === gatewayTarget) return 'gateway';
  return code !== undefined && message !== undefined ? 'ai-core' : undefined;
}

/** The message of the proxy in front of AI Core, such as “Jwt is expired”: a line of text rather than a page. */
function plainSentence({ headers }: Response, body: string): string {
  const isText = headers.get('content-type')?.startsWith('text/plain');
  const sentence = body.trim();
  return isText && /^[^<>{}\r\n]{1,200}$/.test(sentence) ? sentence : '';
}

function requestIdHeader(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined;
}

/** Seconds from a `Retry-After` header in either of its forms (RFC 9110, 10.2.3). */
export function parseRetryAfter(value: string | null, now = Date.now()): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
