import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import '../common/probe.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';

/** Lets a process end without cutting what it has begun. */
interface Drain {
  /** From when the process was told to stop. */
  readonly begun: boolean;
  /** The answer of a call is decided, and all is done that is to be done before it goes back. */
  leave(request: FastifyRequest, reply: FastifyReply): void;
  /** Refuses new requests from now on; resolves when those under way have ended, or after `maxMs` milliseconds. */
  begin(maxMs: number): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    drain: Drain;
  }
}

/** What has arrived and was not read yet is answered too. */
const arrivingMs = 50;

/** Counts the calls under way, from when they were read to their end, before all hooks that do something for them. */
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
    // Its body took longer than the process has: nothing was done yet.
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
      // Where its browser has left, a write still had to get its end.
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

/** Comes after all hooks that do something before an answer goes back. */
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
