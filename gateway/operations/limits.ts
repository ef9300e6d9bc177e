import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { isRead } from '../calls/call.ts';
import { networkOf } from '../common/caller-network.ts';
import type { LimitSettings } from '../settings/service-variables.ts';
import '../sign-in/person.ts';
import { SteadyCounts } from './steady-counts.ts';

/** The limits without settings. */
export const defaultLimits: LimitSettings = { writesPerMinute: 300, signInsPerMinute: 60 };

const timeWindow = 60_000;
const paramsSchema = z.object({ tenantId: z.string().default('') }).catch({ tenantId: '' });

/** Answers 429 with Retry-After above the limits, before anything is sent; each gateway counts separately. */
export async function registerLimits(app: FastifyInstance, settings: LimitSettings): Promise<void> {
  await app.register(rateLimit, { global: false, store: SteadyCounts });
  const limitWrites = app.rateLimit({
    timeWindow,
    max: settings.writesPerMinute,
    keyGenerator: (request) => `write ${callerOf(request)} ${paramsSchema.parse(request.params).tenantId}`,
  });
  const limitSignIns = app.rateLimit({
    timeWindow,
    max: settings.signInsPerMinute,
    keyGenerator: ({ ip }) => `sign-in ${networkOf(ip)}`,
  });
  app.addHook('onRequest', async function limit(request, reply) {
    const { url = '' } = request.routeOptions;
    // Not limited: a logout token is proven by its signature, and a hundred sessions may end at once.
    if (url === '/auth/back-channel-logout') return undefined;
    if (/^\/(?:auth\/|calendar\.ics)/.test(url)) return limitSignIns.call(app, request, reply);
    const isWrite = url.startsWith('/api/') && !isRead(request);
    return isWrite ? limitWrites.call(app, request, reply) : undefined;
  });
}

function callerOf({ person, ip }: FastifyRequest): string {
  return person === undefined ? networkOf(ip) : JSON.stringify([person.issuer, person.id]);
}
