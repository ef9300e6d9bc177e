import type { FastifyReply } from 'fastify';
import { gatewayTarget, type GatewayErrorCode } from '../contract.ts';

/** The gateway's own error, as the browser gets it. */
export interface GatewayFailure {
  status: number;
  code: GatewayErrorCode;
  message: string;
}

/** Also the answer for a tenant that the caller may not see, so that nobody can tell the two apart. */
export const unknownTenant: GatewayFailure = {
  status: 404,
  code: 'UnknownTenant',
  message: 'The gateway has no service key for this tenant.',
};

/** The admin API's error shape, filled by the gateway. */
export function buildErrorEnvelope(failure: GatewayFailure, requestId: string) {
  const { code, message } = failure;
  return { error: { code, message, requestId, target: gatewayTarget, details: {} } };
}

/** Answers with `failure` in the admin API's error shape, with the id under which the log has the request. */
export function sendFailure(reply: FastifyReply, failure: GatewayFailure): FastifyReply {
  return reply
    .code(failure.status)
    .header('cache-control', 'no-store')
    .header('x-request-id', reply.request.id)
    .header('content-type', 'application/json; charset=utf-8')
    .send(buildErrorEnvelope(failure, reply.request.id));
}
