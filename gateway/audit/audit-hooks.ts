import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRead, readCall } from '../calls/call.ts';
import { readEnding, type Ending } from '../calls/outcome.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import '../sign-in/person.ts';
import type { AuditEvent } from './audit-event.ts';
import type { AuditLog } from './audit-log.ts';
import type { RefusalCounter } from './refusal-counter.ts';

/** Where events go besides the store. */
export interface AuditHookOptions {
  log: AuditLog;
  /** Counts the refusals that anybody could cause in any number. */
  refusals: RefusalCounter;
  /** Called with every event once it has ended. */
  onEvent: (event: AuditEvent) => void;
}

/** An event that has begun, with its id in the store. */
interface Begun {
  event: AuditEvent;
  id: number;
}

/**
 * Writes every call that changes something as begun before its handler runs, and its end before its answer is sent;
 * sign-ins, sign-outs and refusals are written when they are answered. A call that cannot be written is not made.
 * Refusals to people who have not signed in, or who call too often, are only counted.
 */
export function registerAuditHooks(app: FastifyInstance, { log, refusals, onEvent }: AuditHookOptions): void {
  const begun = new WeakMap<FastifyRequest, Begun>();

  app.addHook('preHandler', async (request, reply) => {
    if (isRead(request) || !isApi(request)) return undefined;
    const event: AuditEvent = { ...describe(request), outcome: 'begun' };
    try {
      begun.set(request, { event, id: await log.write(event) });
      return undefined;
    } catch (error) {
      request.log.error({ err: error }, 'the audit log cannot be written, so a call was not made');
      return sendFailure(reply.header('retry-after', '5'), unavailable);
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const known = begun.get(request);
    const ending = readEnding(reply, payload);
    const durationMs = Math.round(reply.elapsedTime);
    try {
      if (known !== undefined) {
        begun.delete(request);
        const event = finish(known.event, ending, durationMs);
        onEvent(event);
        await log.end(known.id, event);
      } else if (isEndless(request, ending)) {
        const { actor } = describe(request);
        refusals.add({ status: ending.status, address: request.ip, actor, now: Date.now() });
      } else if (request.person !== undefined && (isSignInRoute(request) || isRefused(request, ending))) {
        const event = finish(describe(request), ending, durationMs);
        await log.write(event);
        onEvent(event);
      }
    } catch (error) {
      // Not an event that had begun: its end is kept and tried again.
      request.log.error({ err: error }, 'an event could not be written to the audit log');
    }
    return payload;
  });
}

function finish(
  event: Omit<AuditEvent, 'outcome'>,
  { outcome, status, aiCoreRequestId }: Ending,
  durationMs: number,
): AuditEvent {
  return {
    ...event,
    outcome,
    status,
    ...(aiCoreRequestId !== undefined && { aiCoreRequestId }),
    durationMs,
  };
}

function describe(request: FastifyRequest): Omit<AuditEvent, 'outcome'> {
  const { person } = request;
  const { action, tenant, resource, name, subject } = readCall(request);
  return {
    time: new Date().toISOString(),
    requestId: request.id,
    action,
    ...(person && {
      actor: { id: person.id, name: person.name, issuer: person.issuer, groups: person.groups },
    }),
    address: request.ip,
    ...(tenant !== undefined && { tenant }),
    ...(resource !== undefined && { resource }),
    ...(name !== undefined && { name }),
    ...(subject !== undefined && { subject }),
  };
}

function isApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/api/') === true;
}

function isSignInRoute({ routeOptions }: FastifyRequest): boolean {
  return ['/auth/callback', '/auth/sign-out'].includes(routeOptions.url ?? '');
}

/**
 * People who have not signed in could fill the store with these, including failed sign-ins, and so could people who
 * call too often.
 */
function isEndless(request: FastifyRequest, ending: Ending): boolean {
  const { outcome, status } = ending;
  if (status === 429) return outcome === 'refused';
  if (request.person !== undefined) return false;
  return isRefused(request, ending) || (isSignInRoute(request) && status >= 400);
}

function isRefused(request: FastifyRequest, { outcome }: Ending): boolean {
  return outcome === 'refused' && isApi(request);
}

const unavailable: GatewayFailure = {
  status: 503,
  code: 'AuditUnavailable',
  message: 'The audit log cannot be written at the moment. Nothing was sent.',
};
