import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { buildErrorEnvelope, type GatewayFailure } from '../common/error-envelope.ts';
import { bareAnswerHeaders } from './headers.ts';

/** Answers a request that Node itself refuses before Fastify sees it, in the shape of every other error. */
export function answerClientError(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const failure = failures[error.code ?? ''] ?? malformed;
  const requestId = randomUUID();
  const body = JSON.stringify(buildErrorEnvelope(failure, requestId));
  const headers = {
    ...bareAnswerHeaders,
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': requestId,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const statusLine = `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}\r\n`;
  // Stops reading: the client may go on sending after the refusal.
  socket.end(`${statusLine}${lines.join('')}\r\n${body}`, () => socket.destroy());
}

const malformed: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'The request is malformed.',
};

const failures: Record<string, GatewayFailure> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'RequestTimeout',
    message: 'The request did not arrive in time.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HeadersTooLarge',
    message: 'The request headers are too large.',
  },
};
