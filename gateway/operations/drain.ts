import type { FastifyInstance } from 'fastify';
import '../common/probe.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';

/** Lets a process end without cutting what it has begun. */
interface Drain {
  /** From when the process was told to stop. */
  readonly begun: boolean;
  /** Refuses new requests from now on; resolves when those under way have ended, or after `maxMs` milliseconds. */
  begin(maxMs: number): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    drain: Drain;
  }
}

/** Counts the handlers that run, in all routes that are registered after it. */
export function registerDrain(app: FastifyInstance): void {
  const running = new Set<Promise<unknown>>();
  let begun = false;

  app.addHook('onRoute', (route) => {
    const { handler } = route;
    // A handler also runs on where its browser has left: a write that was begun counts until it has its answer.
    route.handler = function countedHandler(request, reply) {
      const result = handler.call(this, request, reply);
      const ended = Promise.resolve(result).then(
        () => void running.delete(ended),
        () => void running.delete(ended),
      );
      running.add(ended);
      return result;
    };
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!begun) return done();
    reply.header('connection', 'close');
    if (request.routeOptions.config.probe === true) return done();
    return void sendFailure(reply.header('retry-after', '5'), stopping);
  });
  app.decorate('drain', {
    get begun() {
      return begun;
    },
    async begin(maxMs) {
      begun = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, maxMs);
      });
      await Promise.race([Promise.all(running), late]);
      clearTimeout(timer);
    },
  });
}

const stopping: GatewayFailure = {
  status: 503,
  code: 'GatewayStopping',
  message: 'The gateway is shutting down. Nothing was sent.',
};
