import type { OutgoingHttpHeaders } from 'node:http';
import * as z from 'zod';
import { buildErrorEnvelope, type GatewayFailure } from '../error-envelope.ts';
import { parseJson } from '../service-keys/service-key.ts';
import type { UpstreamAnswer, UpstreamFault } from './upstream.ts';

/** What the browser gets for an answer of the admin API. */
export interface Outcome {
  status: number;
  headers: OutgoingHttpHeaders;
  body: string | Buffer;
}

/** What the browser gets when the admin API gave no answer. */
export const faultOutcomes: Record<UpstreamFault, GatewayFailure> = {
  timeout: { status: 504, code: 'GatewayTimeout', message: 'The admin API did not answer in time.' },
  unreachable: { status: 502, code: 'UpstreamUnreachable', message: 'The admin API could not be reached.' },
  reset: {
    status: 502,
    code: 'UpstreamReset',
    message: 'The connection to the admin API broke before it answered.',
  },
  malformed: {
    status: 502,
    code: 'UpstreamMalformed',
    message: 'The answer is not one of the admin API: it is not the JSON that was expected.',
  },
};

const envelopeSchema = z.looseObject({ error: z.looseObject({ code: z.unknown() }) });

/**
 * Passes a sound answer on as it came and puts every other one into the error envelope. Only type, Retry-After
 * and request id of the answer's headers survive.
 */
export function mapAnswer(answer: UpstreamAnswer, requestId: string): Outcome {
  const { status, headers: received, body } = answer;
  const upstreamId = readRequestId(received['x-request-id']) ?? requestId;
  const headers: OutgoingHttpHeaders = { 'cache-control': 'no-store', 'x-request-id': upstreamId };
  if (received['retry-after'] !== undefined) headers['retry-after'] = received['retry-after'];
  const json = isJsonType(received['content-type'])
    ? parseJson(body.toString('utf8'))
    : ({ ok: false } as const);

  if (status < 300 && body.length === 0 && (status === 202 || status === 204)) {
    return { status, headers, body: '' };
  }
  headers['content-type'] = 'application/json; charset=utf-8';
  if (status < 300 && json.ok) return { status, headers, body };
  if (status < 400) return buildFailure(faultOutcomes.malformed, headers, upstreamId);

  const envelope = envelopeSchema.safeParse(json.ok ? json.value : undefined);
  if (envelope.success) {
    const { error } = envelope.data;
    const knownId = readRequestId(error['requestId']) ?? upstreamId;
    headers['x-request-id'] = knownId;
    const kept = { ...envelope.data, error: { ...error, requestId: knownId } };
    return { status, headers, body: JSON.stringify(kept) };
  }
  if (!json.ok && body.length > 0 && !isMeaningfulByItself(status)) {
    return buildFailure(faultOutcomes.malformed, headers, upstreamId);
  }
  const message = `The admin API answered with status ${status} and without an explanation.`;
  return buildFailure({ status, code: 'UpstreamError', message }, headers, upstreamId);
}

/** Load balancers say these in HTML in the API's place; a 404 in HTML says that this is not the API at all. */
function isMeaningfulByItself(status: number): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

function buildFailure(failure: GatewayFailure, headers: OutgoingHttpHeaders, requestId: string): Outcome {
  return { status: failure.status, headers, body: JSON.stringify(buildErrorEnvelope(failure, requestId)) };
}

function isJsonType(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
}

/** Ids are shown and copied, so only a sane one is taken over. */
function readRequestId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}
