import type { FastifyInstance } from 'fastify';

/** `GET /healthz`: 200 while this process takes calls, 503 once it is told to stop. It asks no one else. */
export function registerHealth(app: FastifyInstance): void {
  app.get('/healthz', { config: { open: true } }, async (_request, reply) => {
    const { begun } = app.drain;
    reply.code(begun ? 503 : 200).header('cache-control', 'no-store');
    return reply.send({ status: begun ? 'stopping' : 'ok' });
  });
}
