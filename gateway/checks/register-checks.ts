import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { networkOf } from '../common/caller-network.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import '../sign-in/person.ts';
import { CheckGate, defaultLimits, type GateLimits } from './check-gate.ts';
import { CheckSession, type NetworkSettings } from './check-session.ts';
import { maxImagesPerCheck } from './contract.ts';
import { checkRegistry, registryAddress } from './registry-check.ts';
import { checkRepository, repositoryAddress } from './repository-check.ts';

/** What checks need. */
export interface CheckSettings extends NetworkSettings {
  readonly limits?: GateLimits;
  /** For one check as a whole, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A key file of Google's has 3 kB; nothing longer fits into a header. */
const bodyLimit = 64 * 1024;
/** Only for people who may save credentials: others have no reason to try them or to reach addresses from here. */
const options = { bodyLimit, config: { right: 'write' } } as const;

const username = z.string().min(1).max(1024);
const password = z.string().min(1).max(16_384);
const repository = z
  .string()
  .max(255)
  .regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/);
const reference = z.string().regex(/^(?:\w[\w.-]{0,127}|sha(?:256|384|512):[a-f0-9]{64,128})$/);

const registryRequest = z.object({
  registry: z.string().max(512),
  username,
  password,
  images: z.array(z.object({ repository, reference })).max(maxImagesPerCheck).optional(),
});
const repositoryRequest = z.object({
  url: z.string().max(2048),
  username,
  password,
  // Without white space and control characters, because it goes into a line of git's protocol.
  revision: z
    .string()
    .max(255)
    .regex(/^[^\s\p{Cc}]*$/u)
    .optional(),
  path: z.string().max(1024).optional(),
});

/**
 * `POST /api/registry-checks` and `POST /api/repository-checks`: tries once whether a credential works. The credential
 * is in memory until the answer is there, and in no log, error or answer.
 */
export function registerChecks(app: FastifyInstance, settings: CheckSettings): void {
  const { limits = defaultLimits, timeoutMs = 25_000 } = settings;
  const gate = new CheckGate(limits);

  async function check(
    request: FastifyRequest,
    reply: FastifyReply,
    address: URL,
    work: (session: CheckSession) => Promise<object>,
  ): Promise<FastifyReply> {
    const entry = gate.enter(callerOf(request), address.host);
    if (!entry.open) {
      return sendFailure(reply.header('retry-after', String(entry.retryAfterSeconds)), tooMany);
    }
    // Not `request.signal`: that ends with the body of the request.
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), gone.signal]);
    const session = new CheckSession(settings, signal);
    try {
      const outcome = await work(session);
      const answer = { ...outcome, ...(session.wentByProxy && { byProxy: true }) };
      return await reply.send(answer);
    } finally {
      entry.leave();
      await session.close();
    }
  }

  app.post('/api/registry-checks', options, async (request, reply) => {
    const parsed = registryRequest.safeParse(request.body);
    const base = parsed.success ? registryAddress(parsed.data.registry) : undefined;
    if (!parsed.success || !base) return sendFailure(reply, badRequest);
    return check(request, reply, base, (session) => checkRegistry(session, base, parsed.data));
  });
  app.post('/api/repository-checks', options, async (request, reply) => {
    const parsed = repositoryRequest.safeParse(request.body);
    const address = parsed.success ? repositoryAddress(parsed.data.url) : undefined;
    if (!parsed.success || !address) return sendFailure(reply, badRequest);
    return check(request, reply, address, (session) => checkRepository(session, address, parsed.data));
  });
}

/**
 * A signed-in person counts wherever they are; the address only counts without sign-in, since many people may share
 * one.
 */
function callerOf({ person, ip }: FastifyRequest): string {
  return person ? `person ${person.issuer} ${person.id}` : `address ${networkOf(ip)}`;
}

/** Does not say what was wrong, because that could quote part of a credential. */
const badRequest: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'This cannot be checked: an https host or address, a username and a token are needed.',
};
const tooMany: GatewayFailure = {
  status: 429,
  code: 'TooManyChecks',
  message: 'Too many checks at once. This one was not started.',
};
