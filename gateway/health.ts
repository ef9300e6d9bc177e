import type { FastifyInstance } from 'fastify';

/** `GET /healthz`: that this process answers; it asks no one else. */
export function registerHealth(app: FastifyInstance): void {
  app.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
}
