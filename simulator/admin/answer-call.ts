import type { FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as delay } from 'node:timers/promises';
import { SapError, type QuotaOf } from '../failures/sap-error.ts';
import { failureOfName, type Failure } from '../failures/reserved-names.ts';
import { failureOfTenant } from '../failures/tenant-failures.ts';
import type { JournalEntry } from '../state/journal.ts';
import type { TenantState } from '../state/tenant-store.ts';

interface Answer {
  readonly status: 200 | 202;
  /** Undefined if the API's description names none. */
  readonly body?: object;
}

interface NamedResource extends QuotaOf {
  readonly name: string;
}

/** What a route knows about a call: the resource it names, if any, and how to carry it out. */
interface Call {
  readonly named?: NamedResource;
  readonly effect: Effect;
}

/** What a call does. Throws `SapError` if AI Core would refuse. */
export type Effect = (tenant: TenantState) => Answer;

/** A call with a valid token: its tenant, and its entry in the journal. */
interface AdmittedCall {
  readonly tenant: TenantState;
  readonly entry: JournalEntry;
}

/** Name of the request decorator that holds the admitted call. */
export const callDecorator = 'admittedCall';

/** Records that a request was admitted. */
export function setCall(request: FastifyRequest, call: AdmittedCall): void {
  request.setDecorator(callDecorator, call);
}

/** Waits, without keeping a process alive whose server has closed. */
export async function pause(milliseconds: number): Promise<void> {
  await delay(milliseconds, undefined, { ref: false });
}

/** Carries out a validated admin call, or makes it fail as the tenant or the resource's name asks. */
export async function answerCall(
  request: FastifyRequest,
  reply: FastifyReply,
  call: Call,
): Promise<FastifyReply> {
  const { tenant, entry } = request.getDecorator<AdmittedCall>(callDecorator);
  const effect = (): Answer => {
    const answer = call.effect(tenant);
    if (request.method !== 'GET') entry.written = true;
    return answer;
  };
  const failure = failureOfCall(request.method, tenant, call);
  if (failure?.kind === 'error') throw failure.error;
  if (failure?.kind === 'hang' || failure?.kind === 'reset') {
    return loseAnswer(request, reply, failure, effect);
  }
  if (failure?.kind === 'slow') await pause(failure.milliseconds);
  const answer = carryOut(effect, failure);
  return failure?.kind === 'malformed' ? sendMalformed(reply, answer) : send(reply, answer);
}

function failureOfCall(method: string, tenant: TenantState, { named }: Call): Failure | undefined {
  const isWrite = method !== 'GET';
  if (isWrite) tenant.writes += 1;
  const failure =
    failureOfTenant(tenant.failure, isWrite ? tenant.writes : undefined) ??
    (named && failureOfName(named.name, method, named));
  // Reads of a resource whose writes lose their answers must work, because they show whether it exists.
  const losesWriteOnly = failure && 'afterWrite' in failure && failure.afterWrite;
  return losesWriteOnly && !isWrite ? undefined : failure;
}

function carryOut(effect: () => Answer, failure: Failure | undefined): Answer {
  try {
    return effect();
  } catch (error) {
    const isTaken = error instanceof SapError && error.status === 409;
    throw isTaken && failure?.kind === 'taken' ? failure.error : error;
  }
}

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).send(body);
}

function sendMalformed(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  const text = JSON.stringify(body ?? {});
  return reply
    .code(status)
    .type('application/json')
    .send(text.slice(0, text.length / 2));
}

function loseAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Extract<Failure, { readonly afterWrite: boolean }>,
  effect: () => Answer,
): FastifyReply {
  if (failure.afterWrite) effect();
  reply.hijack();
  if (failure.kind === 'reset') request.raw.socket.resetAndDestroy();
  return reply;
}
