import type { FastifyInstance } from 'fastify';
import '../common/probe.ts';
import type { Store } from '../store/store.ts';
import { answerInTime } from '../store/store-answer.ts';

const config = { open: true, probe: true } as const;

/**
 * `GET /healthz`: 200 while this process takes calls, 503 once it was told to stop; it depends on nothing else. `GET
 * /readyz`: whether it can serve now, which requires that its store accepts writes.
 */
export function registerHealth(app: FastifyInstance, store: Store): void {
  let probing: Promise<unknown> | undefined;
  /** Only one probe runs at a time, however many ask. */
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
 * Writes, because a read can succeed even if the disk is full, the database is locked, or the server has become a
 * replica: then every write would be refused.
 */
async function writeProbe({ db }: Store): Promise<void> {
  const claimedAt = new Date().toISOString();
  await db
    .insertInto('sentNotices')
    .values({ kind: 'probe', day: '', claimedAt })
    .onConflict((conflict) => conflict.columns(['kind', 'day']).doUpdateSet({ claimedAt }))
    .execute();
}
