import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import '../common/probe.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';

/** Lets the process end without cutting off running calls. */
interface Drain {
  /** True once the process was told to stop. */
  readonly begun: boolean;
  /** Marks a call as done: everything that must happen before its answer is sent has happened. */
  leave(request: FastifyRequest, reply: FastifyReply): void;
  /** Refuses new requests from now on; resolves when running ones have ended, or after `maxMs` milliseconds. */
  begin(maxMs: number): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    drain: Drain;
  }
}

/** Requests that have arrived but were not read yet are answered too. */
const arrivingMs = 50;

/** Counts running calls, from when they were read to their end. Registered before all hooks that act on calls. */
export function registerDrain(app: FastifyInstance): void {
  const underWay = new Set<FastifyRequest>();
  let begun = false;
  let whenIdle: (() => void) | undefined;
  const end = (request: FastifyRequest) => {
    underWay.delete(request);
    if (underWay.size === 0) whenIdle?.();
  };

  app.addHook('onRequest', (request, reply, done) => {
    if (!begun) return done();
    reply.header('connection', 'close');
    if (request.routeOptions.config.probe === true) return done();
    return void sendFailure(reply.header('retry-after', '5'), stopping);
  });
  app.addHook('preHandler', (request, reply, done) => {
    // The body arrived after the stop began: nothing was done yet.
    if (begun && request.routeOptions.config.probe !== true)
      return void sendFailure(reply.headers({ connection: 'close', 'retry-after': '5' }), stopping);
    underWay.add(request);
    return done();
  });
  app.decorate('drain', {
    get begun() {
      return begun;
    },
    leave(request, { raw }) {
      // If the browser has left, `close` has already happened, but the end of the write still had to be stored.
      if (raw.destroyed) end(request);
      else raw.once('close', () => end(request));
    },
    async begin(maxMs) {
      begun = true;
      await sleep(arrivingMs);
      if (underWay.size === 0) return;
      const idle = new Promise<void>((resolve) => {
        whenIdle = resolve;
      });
      await Promise.race([idle, sleep(maxMs, undefined, { ref: false })]);
    },
  });
}

/** Registered after all hooks that do something before an answer is sent. */
export function registerDrainEnd(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    app.drain.leave(request, reply);
    done();
  });
}

const stopping: GatewayFailure = {
  status: 503,
  code: 'GatewayStopping',
  message: 'The gateway is shutting down. Nothing was sent.',
};
