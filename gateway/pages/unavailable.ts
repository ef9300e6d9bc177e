import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import { isNavigation } from '../common/navigation.ts';
import { sendBarePage, type BarePage } from './bare-page.ts';

/** Answers while something the gateway needs is unavailable: a person gets a page, a call gets `failure`. */
export function answerUnavailable(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: GatewayFailure & { status: 503 },
): FastifyReply {
  void reply.header('retry-after', '5');
  return isNavigation(request) ? sendBarePage(reply, page) : sendFailure(reply, failure);
}

const page: BarePage = { status: 503, says: 'unavailable', link: { to: 'openConsole', href: '/' } };
