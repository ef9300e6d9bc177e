import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import * as z from 'zod';
import { allowedRoutes, buildAdminPath, buildAdminQuery, type AllowedRoute } from './allow-list.ts';
import { sendFailure, unknownTenant, type GatewayFailure } from '../common/error-envelope.ts';
import type { ProxySettings } from './dispatcher.ts';
import { faultOutcomes, mapAnswer } from './outcomes.ts';
import { createTenantLanes, LaneFullError, type TenantLanes } from './tenant-lanes.ts';
import type { Tenant, TenantRegistry } from './tenants.ts';
import { TokenRequestError } from './token-request.ts';
import { callUpstream, UpstreamError, type UpstreamAnswer } from './upstream.ts';

/** What forwarding needs to know. */
export interface ForwardingOptions {
  tenants: TenantRegistry;
  /** For one call including its token and its repetition. */
  timeoutMs: number;
  proxy: ProxySettings;
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
      (_request, body, done) => done(null, body),
    );
    const lanes = createTenantLanes(options.proxy);
    api.addHook('onClose', () => lanes.destroy());
    for (const [pattern, route] of Object.entries(allowedRoutes)) {
      api.all(`/api/tenants/:tenantId${pattern}`, (request, reply) =>
        forward(request, reply, { lanes, pattern, route, ...options }),
      );
    }
  });
}

interface RouteOptions extends ForwardingOptions {
  lanes: TenantLanes;
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
  const tenant = await options.tenants.search(params.tenantId);
  if (tenant === undefined) return sendFailure(reply, unknownTenant);
  const query = buildAdminQuery(request.url, route.query);
  try {
    const answer = await options.lanes.run(tenant.id, (dispatcher) =>
      callWithToken(request, { tenant, dispatcher, path: `${path}${query}`, timeoutMs: options.timeoutMs }),
    );
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

interface TenantCall {
  tenant: Tenant;
  dispatcher: Dispatcher;
  /** With its query. */
  path: string;
  timeoutMs: number;
}

/** One call, and one more with a new token when the first was answered with 401. */
async function callWithToken(
  request: FastifyRequest,
  { tenant, dispatcher, path, timeoutMs }: TenantCall,
): Promise<UpstreamAnswer> {
  // What was begun to be written is written, also when the browser has gone.
  const signal = request.method === 'GET' ? request.signal : undefined;
  const deadline = performance.now() + timeoutMs;
  const api = new URL(tenant.apiUrl);
  const call = (token: string) =>
    callUpstream(dispatcher, {
      method: request.method,
      origin: api.origin,
      path: `${api.pathname.replace(/\/$/, '')}${path}`,
      token,
      requestId: request.id,
      body: Buffer.isBuffer(request.body) ? request.body : undefined,
      contentType: request.headers['content-type'],
      timeoutMs: Math.max(1, deadline - performance.now()),
      signal,
    });
  const callWith = async (token: string) => {
    const answer = await call(token);
    if (answer.status !== 401) tenant.tokens.confirm(token);
    return answer;
  };
  const token = await tenant.tokens.token();
  const answer = await callWith(token);
  if (answer.status !== 401) return answer;
  const renewed = await tenant.tokens.renew(token);
  return renewed === undefined ? answer : callWith(renewed);
}

function mapFailure(error: unknown): GatewayFailure | undefined {
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
const laneFull: GatewayFailure = {
  status: 503,
  code: 'TenantBusy',
  message: 'Too many requests for this tenant are waiting for AI Core. This one was not sent.',
};
