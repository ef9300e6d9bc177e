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

/** What forwarding needs. */
export interface ForwardingOptions {
  tenants: TenantRegistry;
  adminApi: AdminApi;
}

const paramsSchema = z.object({ tenantId: z.string(), name: z.string().optional() });

/** `/api/tenants/{id}/v2/admin/…`: the allow-listed calls of the admin API, with the tenant's token. */
export function registerForwarding(app: FastifyInstance, options: ForwardingOptions): void {
  app.register(async (api) => {
    // Bodies pass through byte by byte: parsing and serialising them again could change them.
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
 * Whether a body is empty or JSON in plain UTF-8. A body that only AI Core could read, such as UTF-16, would bypass
 * everything recorded and required of a write here: its name, its registries and its approval.
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
      // Without the charset, which could give the bytes another meaning than the one read here.
      contentType: request.headers['content-type']?.split(';', 1)[0],
      scope,
      // A write that has started is finished, even if the browser has gone.
      reader: request.method === 'GET' ? reply.raw : undefined,
    });
    const outcome = mapAnswer(answer, request.id);
    return await reply.code(outcome.status).headers(outcome.headers).send(outcome.body);
  } catch (error) {
    const failure = mapFailure(error);
    if (failure === undefined) {
      // A bug of our own; the call may have been sent, so the answer promises nothing.
      request.log.error({ err: error }, 'a forwarded call failed');
      return sendFailure(reply, faultOutcomes.malformed);
    }
    // If the browser went away, the admin API has not failed.
    const level = reply.raw.destroyed ? 'debug' : 'warn';
    request.log[level]({ tenant: tenant.id, code: failure.code }, 'the admin API gave no answer');
    if (failure === laneFull) reply.header('retry-after', '2');
    return sendFailure(reply, failure);
  }
}

/** The body of a write. A deletion is described by its path alone, so any body it has is not sent. */
function readBody({ method, body }: FastifyRequest): Buffer | undefined {
  return method !== 'DELETE' && Buffer.isBuffer(body) && body.length > 0 ? body : undefined;
}

/** What to answer if the admin API gave no answer; undefined for a bug of our own. */
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
