import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendBarePage, type BarePage } from '../pages/bare-page.ts';
import { sendFailure } from '../common/error-envelope.ts';
import { isNavigation } from '../common/navigation.ts';
import { bareAnswerHeaders, buildContentSecurityPolicy } from './headers.ts';

/**
 * Answers a malformed address, such as one with half an escape: a person gets a page, a call gets an error. Sets its
 * own headers, because hooks may not have run.
 */
export function answerBadAddress(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(bareAnswerHeaders);
  if (!isNavigation(request)) return void sendFailure(reply, badAddress);
  request.cspNonce = randomBytes(16).toString('base64url');
  void reply
    .header('x-request-id', request.id)
    .header('content-security-policy', buildContentSecurityPolicy(request.cspNonce, []));
  void sendBarePage(reply, page);
}

/** Does not quote the address, which may contain anything. */
const badAddress = { status: 400, code: 'BadRequest', message: 'The address is malformed.' } as const;
const page: BarePage = {
  status: 400,
  says: 'badAddress',
  link: { to: 'openConsole', href: '/' },
};
