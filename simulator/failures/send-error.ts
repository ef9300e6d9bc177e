import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SapError, internalError } from './sap-error.ts';

const frameworkErrors = new Map<number, readonly [code: string, message: string]>([
  [400, ['InvalidRequest', 'The request is malformed.']],
  [413, ['PayloadTooLarge', 'The request body is too large.']],
  [415, ['UnsupportedMediaType', 'The content type is not supported by this call.']],
]);

/** Turns any failure into AI Core's error. The message of an unexpected one is not sent. */
function toSapError(error: FastifyError | SapError): SapError {
  if (error instanceof SapError) return error;
  const { statusCode = 500 } = error;
  const known = frameworkErrors.get(statusCode);
  return known ? new SapError(statusCode, ...known) : internalError();
}

/** Sends a failure as AI Core does: in its envelope, unless the error has another form. */
export function sendError(
  error: FastifyError | SapError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const sapError = toSapError(error);
  return reply
    .code(sapError.status)
    .headers(sapError.headers)
    .send(sapError.buildBody({ requestId: request.id, path: pathOf(request) }));
}

/** The path of a call, without its query. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}
