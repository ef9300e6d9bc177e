import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import * as z from 'zod';
import { allowedRoutes, buildAdminPath, buildAdminQuery, type AllowedRoute } from './allow-list.ts';
import { sendFailure, type GatewayFailure } from '../error-envelope.ts';
import type { ProxySettings } from './dispatcher.ts';
import { faultOutcomes, mapAnswer } from './outcomes.ts';
import type { Tenant, TenantRegistry } from './tenants.ts';
import { TokenRequestError } from './token-request.ts';
import { callUpstream, createUpstreamAgent, UpstreamError, type UpstreamAnswer } from './upstream.ts';

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
    const agent = createUpstreamAgent(options.proxy);
    let isClosing = false;
    api.addHook('onClose', () => {
      isClosing = true;
      return agent.destroy();
    });
    for (const [pattern, route] of Object.entries(allowedRoutes)) {
      api.all(`/api/tenants/:tenantId${pattern}`, (request, reply) =>
        forward(request, reply, { agent, pattern, route, isClosing: () => isClosing, ...options }),
      );
    }
  });
}

interface RouteOptions extends ForwardingOptions {
  agent: Dispatcher;
  pattern: string;
  route: AllowedRoute;
  isClosing: () => boolean;
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
  try {
    const query = buildAdminQuery(request.url, route.query);
    const answer = await callWithToken(request, tenant, `${path}${query}`, options);
    const outcome = mapAnswer(answer, request.id);
    return await reply.code(outcome.status).headers(outcome.headers).send(outcome.body);
  } catch (error) {
    const failure = mapFailure(error);
    if (failure === undefined) throw error;
    // Where the browser went away or the gateway ends, that is no failure of the admin API.
    const level = reply.raw.destroyed || options.isClosing() ? 'debug' : 'warn';
    request.log[level]({ tenant: tenant.id, code: failure.code }, 'the admin API gave no answer');
    return sendFailure(reply, failure);
  }
}

/** One call, and one more with a new token when the first was answered with 401. */
async function callWithToken(
  request: FastifyRequest,
  tenant: Tenant,
  path: string,
  { agent, timeoutMs }: RouteOptions,
): Promise<UpstreamAnswer> {
  // What was begun to be written is written, also when the browser has gone.
  const signal = request.method === 'GET' ? request.signal : undefined;
  const deadline = performance.now() + timeoutMs;
  const api = new URL(tenant.apiUrl);
  const call = (token: string) =>
    callUpstream(agent, {
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
  const token = await tenant.tokens.token();
  const answer = await call(token);
  if (answer.status !== 401) return answer;
  const renewed = await tenant.tokens.renew(token);
  return renewed === undefined ? answer : call(renewed);
}

function mapFailure(error: unknown): GatewayFailure | undefined {
  if (error instanceof UpstreamError) return faultOutcomes[error.fault];
  if (error instanceof TokenRequestError) {
    return { status: 502, code: 'TokenRequestFailed', message: error.message };
  }
  return undefined;
}

const notFound: GatewayFailure = { status: 404, code: 'NotFound', message: 'There is no such call here.' };
const methodNotAllowed: GatewayFailure = {
  status: 405,
  code: 'MethodNotAllowed',
  message: 'This call does not exist with this method.',
};
const unknownTenant: GatewayFailure = {
  status: 404,
  code: 'UnknownTenant',
  message: 'There is no service key for this tenant.',
};
