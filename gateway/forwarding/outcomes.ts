import type { OutgoingHttpHeaders } from 'node:http';
import * as z from 'zod';
import { buildErrorEnvelope, type GatewayFailure } from '../common/error-envelope.ts';
import { isJsonType } from '../common/json-type.ts';
import { parseShortJson } from '../common/parse-json.ts';
import type { UpstreamAnswer, UpstreamFault } from './upstream.ts';

/** What the browser gets for an answer of the admin API. */
export interface Outcome {
  status: number;
  headers: OutgoingHttpHeaders;
  body: string | Buffer;
}

/** What the browser gets when the admin API gave no answer. */
export const faultOutcomes: Record<UpstreamFault, GatewayFailure> = {
  timeout: { status: 504, code: 'GatewayTimeout', message: 'AI Core did not answer in time.' },
  unreachable: { status: 502, code: 'UpstreamUnreachable', message: 'AI Core could not be reached.' },
  reset: {
    status: 502,
    code: 'UpstreamReset',
    message: 'The connection to AI Core broke before it answered.',
  },
  malformed: {
    status: 502,
    code: 'UpstreamMalformed',
    message: 'The answer did not come from the AI Core admin API. It is unknown what it did.',
  },
};

const envelopeSchema = z.object({
  error: z.object({ code: z.unknown(), requestId: z.unknown().optional() }),
});
const maxErrorBytes = 64 * 1024;
const maxTextBytes = 1024;

/**
 * Passes an answer of the admin API on, byte by byte, and turns everything else into the error envelope. Only errors
 * are parsed. Of the answer's headers only type, Retry-After and request id are kept.
 */
export function mapAnswer(answer: UpstreamAnswer, requestId: string): Outcome {
  const { status, headers: received, body } = answer;
  const upstreamId = readRequestId(received['x-request-id']) ?? requestId;
  const headers: OutgoingHttpHeaders = { 'cache-control': 'no-store', 'x-request-id': upstreamId };
  const retryAfter = readRetryAfter(received['retry-after']);
  if (retryAfter !== undefined) headers['retry-after'] = retryAfter;
  const { 'content-encoding': encoding = 'identity', 'content-type': type } = received;
  const isJson = encoding === 'identity' && isJsonType(type);

  if (body.length === 0 && (status === 202 || status === 204)) return { status, headers, body: '' };
  headers['content-type'] = 'application/json; charset=utf-8';
  if (status < 300 && isJson && body.length > 0) return { status, headers, body };
  if (status < 400) return buildFailure(faultOutcomes.malformed, headers, upstreamId);

  const envelope = isJson && body.length <= maxErrorBytes ? parseEnvelope(body) : undefined;
  if (envelope !== undefined) {
    headers['x-request-id'] = readRequestId(envelope.error.requestId) ?? upstreamId;
    return { status, headers, body };
  }
  if (isFrontProxyText(answer)) {
    headers['content-type'] = 'text/plain; charset=utf-8';
    return { status, headers, body };
  }
  if (!isMeaningfulByItself(status)) return buildFailure(faultOutcomes.malformed, headers, upstreamId);
  const message = `AI Core answered with status ${status} and no explanation.`;
  return buildFailure({ status, code: 'UpstreamError', message }, headers, upstreamId);
}

function parseEnvelope(body: Buffer): z.infer<typeof envelopeSchema> | undefined {
  return envelopeSchema.safeParse(parseShortJson(body.toString('utf8'))).data;
}

/**
 * Load balancers send these as HTML in place of the API; any other status, above all 404, means that this is not the
 * API.
 */
function isMeaningfulByItself(status: number): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

/** The proxy in front of AI Core (Envoy) refuses tokens with a line of plain text, such as "Jwt is expired". */
function isFrontProxyText({ status, headers, body }: UpstreamAnswer): boolean {
  if ((status !== 401 && status !== 403) || body.length === 0 || body.length > maxTextBytes) return false;
  return headers['content-encoding'] === undefined && /^text\/plain\b/i.test(headers['content-type'] ?? '');
}

function buildFailure(failure: GatewayFailure, headers: OutgoingHttpHeaders, requestId: string): Outcome {
  return { status: failure.status, headers, body: JSON.stringify(buildErrorEnvelope(failure, requestId)) };
}

/** Ids are shown and copied, so only a well-formed one is passed on. */
function readRequestId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}

/** Seconds or a date (RFC 9110, 10.2.3). Anything else might not be valid in a header. */
function readRetryAfter(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w ,:-]{1,40}$/.test(value) ? value : undefined;
}
