import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from '../settings/config.ts';

/** A logger that writes JSON lines to `destination`, but never a body, header, URL or message of a foreign error. */
export function createLogger(level: LogLevel, destination: DestinationStream): FastifyBaseLogger {
  return pino(
    {
      level,
      base: null,
      serializers: {
        err: describeError,
        req: () => undefined,
        res: () => undefined,
      },
    },
    destination,
  );
}

/** Logs one line for each answer: method, route pattern, status, milliseconds, request id. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unmatched',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'answered');
    done();
  });
}

/** Messages of parsers and HTTP clients quote what they read, so only an error's kind, code and place are logged. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const place = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code: 'code' in error ? error.code : undefined, stack: place?.join('\n') };
}
