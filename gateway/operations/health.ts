import type { FastifyInstance } from 'fastify';
import '../common/probe.ts';
import type { Store } from '../store/store.ts';
import { answerInTime } from '../store/store-answer.ts';

const config = { open: true, probe: true } as const;

/**
 * `GET /healthz`: 200 while this process takes calls, 503 once it is told to stop; it asks no one else. `GET /readyz`:
 * whether it can serve now, for which its store must take what is written.
 */
export function registerHealth(app: FastifyInstance, store: Store): void {
  let probing: Promise<unknown> | undefined;
  /** However many ask, and however long it takes: one at a time. */
  const probe = () => (probing ??= writeProbe(store).finally(() => (probing = undefined)));

  app.get('/healthz', { config }, async (_request, reply) => {
    const { begun } = app.drain;
    reply.code(begun ? 503 : 200).header('cache-control', 'no-store');
    return reply.send({ status: begun ? 'stopping' : 'ok' });
  });
  app.get('/readyz', { config }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (app.drain.begun) return reply.code(503).send({ status: 'stopping' });
    try {
      await answerInTime(probe());
      return await reply.send({ status: 'ready' });
    } catch (error) {
      request.log.error({ err: error }, 'the store accepts no writes');
      return reply.code(503).send({ status: 'store unavailable' });
    }
  });
}

/**
 * What can only be read says nothing of a full disk, a lock or a server that became a copy: in front of all of them
 * every write would be refused.
 */
async function writeProbe({ db }: Store): Promise<void> {
  const claimedAt = new Date().toISOString();
  await db
    .insertInto('sentNotices')
    .values({ kind: 'probe', day: '', claimedAt })
    .onConflict((conflict) => conflict.columns(['kind', 'day']).doUpdateSet({ claimedAt }))
    .execute();
}
