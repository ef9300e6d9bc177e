import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { gatewayTarget } from '../contract.ts';
import { parseJson } from '../common/parse-json.ts';

/**
 * How a call ended: `done` and `failed` are certain, `refused` means that the gateway decided so and nothing was sent,
 * and after `unknown` it may or may not have taken effect.
 */
export const outcomes = ['done', 'failed', 'refused', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** What an answer says about its call. */
export interface Ending {
  outcome: Outcome;
  status: number;
  /** The code of the gateway's own error. */
  code: string | undefined;
  /** AI Core's own id of the request. */
  aiCoreRequestId: string | undefined;
}

const envelopeSchema = z.object({ error: z.object({ code: z.string(), target: z.literal(gatewayTarget) }) });
const maxErrorLength = 64 * 1024;
/** After these AI Core may have done what was asked, although no answer said so. */
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

/** Reads how a call ended from the answer that is about to be sent. `payload` is its body. */
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
  // For an answer without an explanation the status decides.
  if (code === 'UpstreamError') return unknownStatuses.has(status) ? 'unknown' : 'failed';
  return refusals.has(code) ? 'refused' : 'failed';
}

function readGatewayCode(payload: unknown): string | undefined {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return undefined;
  if (payload.length > maxErrorLength) return undefined;
  return envelopeSchema.safeParse(parseJson(payload.toString())).data?.error.code;
}
