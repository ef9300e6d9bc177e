import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import {
  allowedRoutes,
  buildAdminPath,
  buildAdminQuery,
  buildScopeHeaders,
  type AllowedRoute,
} from './allow-list.ts';
import { sendFailure, unknownTenant, type GatewayFailure } from '../common/error-envelope.ts';
import { parseJson } from '../common/parse-json.ts';
import type { AdminApi } from './admin-api.ts';
import { faultOutcomes, mapAnswer } from './outcomes.ts';
import { LaneFullError } from './tenant-lanes.ts';
import type { TenantRegistry } from './tenants.ts';
import { TokenRequestError } from './token-request.ts';
import { UpstreamError } from './upstream.ts';

/** What forwarding needs to know. */
export interface ForwardingOptions {
  tenants: TenantRegistry;
  adminApi: AdminApi;
}

const paramsSchema = z.object({ tenantId: z.string(), name: z.string().optional() });

/** `/api/tenants/{id}/v2/admin/…`: the allow-listed calls of the admin API, with the tenant's token. */
export function registerForwarding(app: FastifyInstance, options: ForwardingOptions): void {
  app.register(async (api) => {
    // Bodies pass through byte by byte: parsing and writing them anew could change them.
    api.removeAllContentTypeParsers();
    api.addContentTypeParser(
      ['application/json', 'application/merge-patch+json'],
      { parseAs: 'buffer' },
      (_request, body, done) => {
        if (typeof body === 'string' || isReadable(body)) done(null, body);
        else done(Object.assign(new Error('the body is no JSON'), { statusCode: 400 }));
      },
    );
    for (const [pattern, route] of Object.entries(allowedRoutes)) {
      api.all(`/api/tenants/:tenantId${pattern}`, (request, reply) =>
        forward(request, reply, { pattern, route, ...options }),
      );
    }
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Whether a body, where there is one, is JSON in plain UTF-8. What only AI Core could read, such as UTF-16, would pass
 * by all that is kept and asked of a write here: its name, its registries, and who approved it.
 */
function isReadable(body: Buffer): boolean {
  try {
    return body.length === 0 || parseJson(utf8.decode(body)) !== undefined;
  } catch {
    return false;
  }
}

interface RouteOptions extends ForwardingOptions {
  pattern: string;
  route: AllowedRoute;
}

async function forward(request: FastifyRequest, reply: FastifyReply, options: RouteOptions) {
  const { pattern, route } = options;
  const params = paramsSchema.parse(request.params);
  const path = buildAdminPath(pattern, params.name);
  if (path === undefined) return sendFailure(reply, notFound);
  if (!route.methods.includes(request.method)) {
    reply.header('allow', route.methods.join(', '));
    return sendFailure(reply, methodNotAllowed);
  }
  const scope = buildScopeHeaders(request.headers, route.scope);
  if (scope === undefined) return sendFailure(reply, badScope);
  const tenant = await options.tenants.search(params.tenantId);
  if (tenant === undefined) return sendFailure(reply, unknownTenant);
  const query = buildAdminQuery(request.url, route.query);
  try {
    const answer = await options.adminApi.send(tenant, {
      method: request.method,
      path: `${path}${query}`,
      requestId: request.id,
      body: readBody(request),
      // Without a charset, by which its bytes could say another thing than what was read of them here.
      contentType: request.headers['content-type']?.split(';', 1)[0],
      scope,
      // What was begun to be written is written, also when the browser has gone.
      reader: request.method === 'GET' ? reply.raw : undefined,
    });
    const outcome = mapAnswer(answer, request.id);
    return await reply.code(outcome.status).headers(outcome.headers).send(outcome.body);
  } catch (error) {
    const failure = mapFailure(error);
    if (failure === undefined) {
      // A fault of our own; the call may have been sent, so nothing is promised.
      request.log.error({ err: error }, 'a forwarded call failed');
      return sendFailure(reply, faultOutcomes.malformed);
    }
    // Where the browser went away, that is no failure of the admin API.
    const level = reply.raw.destroyed ? 'debug' : 'warn';
    request.log[level]({ tenant: tenant.id, code: failure.code }, 'the admin API gave no answer');
    if (failure === laneFull) reply.header('retry-after', '2');
    return sendFailure(reply, failure);
  }
}

/** What is written. A deletion says what it is about by its path alone: whatever else came with it stays here. */
function readBody({ method, body }: FastifyRequest): Buffer | undefined {
  return method !== 'DELETE' && Buffer.isBuffer(body) && body.length > 0 ? body : undefined;
}

/** What to answer where the admin API gave no answer; undefined for a fault of our own. */
export function mapFailure(error: unknown): GatewayFailure | undefined {
  if (error instanceof LaneFullError) return laneFull;
  if (error instanceof UpstreamError) return faultOutcomes[error.fault];
  if (error instanceof TokenRequestError) {
    return { status: 502, code: 'TokenRequestFailed', message: error.message };
  }
  return undefined;
}

const notFound: GatewayFailure = {
  status: 404,
  code: 'NotFound',
  message: 'The gateway does not offer this call.',
};
const methodNotAllowed: GatewayFailure = {
  status: 405,
  code: 'MethodNotAllowed',
  message: 'The gateway does not offer this call with this method.',
};
const badScope: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'The header with the resource group or scope is malformed. Nothing was sent.',
};
const laneFull: GatewayFailure = {
  status: 503,
  code: 'TenantBusy',
  message: 'Too many requests for this tenant are waiting for AI Core. This one was not sent.',
};
