import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { notFound, type QuotaOf } from '../failures/sap-error.ts';
import { pageQuerySchema, parseRequest, requireBody } from './admin-schemas.ts';
import { answerCall, type Effect } from './answer-call.ts';
import type { PageQuery } from './list-page.ts';

interface ObjectKind {
  /** After `/admin/`. */
  readonly path: string;
  /** Path parameters of the calls that name one object. */
  readonly pathSchema: z.ZodType<{ readonly name: string }>;
  readonly quota: QuotaOf;
}

/** Calls on one kind of object. Each validates its request, and returns what to do to the tenant. */
interface ObjectRoutes {
  list(prepare: (query: PageQuery, request: FastifyRequest, reply: FastifyReply) => Effect): void;
  create(prepare: (bytes: Buffer, request: FastifyRequest) => readonly [name: string, effect: Effect]): void;
  /** Calls that name an object; `below` follows its name. */
  named(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    prepare: (name: string, request: FastifyRequest) => Effect,
    below?: string,
  ): void;
}

/** Functions that register the calls on one kind. */
export function objectRoutes(app: FastifyInstance, { path, pathSchema, quota }: ObjectKind): ObjectRoutes {
  const url = `/admin/${path}`;
  return {
    list: (prepare) => {
      app.get(url, async (request, reply) => {
        const query = parseRequest(pageQuerySchema, request.query);
        return answerCall(request, reply, { effect: prepare(query, request, reply) });
      });
    },
    create: (prepare) => {
      app.post(url, async (request, reply) => {
        const [name, effect] = prepare(requireBody(request.body), request);
        return answerCall(request, reply, { named: { name, ...quota }, effect });
      });
    },
    named: (method, prepare, below = '') => {
      const handler = async (request: FastifyRequest, reply: FastifyReply) => {
        const { name } = parseRequest(pathSchema, request.params);
        return answerCall(request, reply, { named: { name, ...quota }, effect: prepare(name, request) });
      };
      app.route({ method, url: `${url}/:name${below}`, handler });
    },
  };
}

/** What is stored under a name; a 404 if there is nothing. `kind` begins its sentence. */
export function requireStored<T>(stored: ReadonlyMap<string, T>, kind: string, name: string): T {
  const found = stored.get(name);
  if (found === undefined) throw notFound(`${kind} ${name} was not found.`);
  return found;
}
