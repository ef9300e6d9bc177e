import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { gatewayTarget } from '../contract.ts';
import { parseJson } from '../common/parse-json.ts';

/**
 * How a call ended: `done` and `failed` are sure, `refused` is the gateway's own decision and nothing was sent, and
 * after `unknown` it may have taken effect or not.
 */
export const outcomes = ['done', 'failed', 'refused', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** What an answer tells of its call. */
export interface Ending {
  outcome: Outcome;
  status: number;
  /** Of the gateway's own errors. */
  code: string | undefined;
  /** AI Core's own id of the request. */
  aiCoreRequestId: string | undefined;
}

const envelopeSchema = z.object({ error: z.object({ code: z.string(), target: z.literal(gatewayTarget) }) });
const maxErrorLength = 64 * 1024;
/** After which AI Core may have done what it was told, though it did not say so. */
const unknownCodes = new Set([
  'GatewayTimeout',
  'UpstreamReset',
  'UpstreamMalformed',
  'StoreUnavailable',
  'InternalError',
]);
const unknownStatuses = new Set([408, 502, 504]);
const refusals = new Set([
  'AccessDenied',
  'UnknownTenant',
  'SignInRequired',
  'TooManyRequests',
  'ApprovalNeeded',
  'ApprovalUnavailable',
]);

/** Reads how a call ended, from the answer that is on its way. `payload` is what will be sent. */
export function readEnding(reply: FastifyReply, payload: unknown): Ending {
  const status = reply.statusCode;
  const code = status < 400 ? undefined : readGatewayCode(payload);
  const id = String(reply.getHeader('x-request-id') ?? '');
  return {
    outcome: judge(status, code),
    status,
    code,
    aiCoreRequestId: id === '' || id === reply.request.id ? undefined : id,
  };
}

function judge(status: number, code: string | undefined): Outcome {
  if (status < 400) return 'done';
  if (code === undefined) return unknownStatuses.has(status) ? 'unknown' : 'failed';
  if (unknownCodes.has(code)) return 'unknown';
  // The status speaks for an answer without an explanation.
  if (code === 'UpstreamError') return unknownStatuses.has(status) ? 'unknown' : 'failed';
  return refusals.has(code) ? 'refused' : 'failed';
}

function readGatewayCode(payload: unknown): string | undefined {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return undefined;
  if (payload.length > maxErrorLength) return undefined;
  return envelopeSchema.safeParse(parseJson(payload.toString())).data?.error.code;
}
