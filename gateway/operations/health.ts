import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import '../common/probe.ts';
import type { Store } from '../store/store.ts';
import { answerInTime } from './store-answer.ts';

const config = { open: true, probe: true } as const;

/**
 * `GET /healthz`: 200 while this process takes calls, 503 once it is told to stop; it asks no one else. `GET /readyz`:
 * whether it can serve now, for which it needs its store.
 */
export function registerHealth(app: FastifyInstance, store: Store): void {
  app.get('/healthz', { config }, async (_request, reply) => {
    const { begun } = app.drain;
    reply.code(begun ? 503 : 200).header('cache-control', 'no-store');
    return reply.send({ status: begun ? 'stopping' : 'ok' });
  });
  app.get('/readyz', { config }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (app.drain.begun) return reply.code(503).send({ status: 'stopping' });
    try {
      await answerInTime(sql`select 1`.execute(store.db));
      return await reply.send({ status: 'ready' });
    } catch (error) {
      request.log.error({ err: error }, 'the store does not answer');
      return reply.code(503).send({ status: 'store unavailable' });
    }
  });
}
