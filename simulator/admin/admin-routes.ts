import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FrontProxyError } from '../failures/front-proxy-error.ts';
import { SapError } from '../failures/sap-error.ts';
import { pathOf, sendError } from '../failures/send-error.ts';
import type { TokenAuthority } from '../oauth/tokens.ts';
import type { Journal, JournalEntry } from '../state/journal.ts';
import type { TenantState, TenantStore } from '../state/tenant-store.ts';
import { callDecorator, pause, setCall } from './answer-call.ts';
import { registerApplicationRoutes } from './application-routes.ts';
import { registerGenericSecretRoutes } from './generic-secret-routes.ts';
import { registerObjectStoreRoutes } from './object-store-routes.ts';
import { registerRepositoryRoutes } from './repository-routes.ts';
import { registerResourceGroupRoutes } from './resource-group-routes.ts';
import { registerSecretRoutes } from './secret-routes.ts';
import { registerTenantRoutes } from './tenant-routes.ts';

/** What the admin API needs. Each call takes at least `latencyMs`. */
interface AdminState {
  readonly settings: { readonly latencyMs: number };
  readonly tokens: TokenAuthority;
  readonly tenants: TenantStore;
  readonly journal: Journal;
}

/** The tenant whose token a call carries. The front proxy refuses every other call. */
function authenticate({ headers }: FastifyRequest, { tokens, tenants }: AdminState): TenantState {
  const token = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new FrontProxyError('jwt-missing');
  const check = tokens.check(token);
  const tenant = check.ok ? tenants.find(check.zoneId) : undefined;
  if (tenant) return tenant;
  throw new FrontProxyError(!check.ok && check.reason === 'expired' ? 'jwt-expired' : 'jwt-invalid');
}

const requestIdSchema = z.string().optional().catch(undefined);

function requireContentType(request: FastifyRequest): void {
  const isMergePatch = /^application\/merge-patch\+json\b/i.test(request.headers['content-type'] ?? '');
  if (isMergePatch && request.method !== 'PATCH') {
    throw new SapError(415, 'UnsupportedMediaType', 'This call takes application/json only.');
  }
}

/** Registers everything under `/v2`: the token decides the tenant, and unknown calls are a 501. */
export function registerAdminRoutes(app: FastifyInstance, state: AdminState): void {
  const journalEntries = new WeakMap<FastifyRequest, JournalEntry>();
  app.decorateRequest(callDecorator);
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  app.addHook('onRequest', async (request) => {
    const requestId = requestIdSchema.parse(request.headers['x-request-id']);
    const entry: JournalEntry = { method: request.method, path: pathOf(request), requestId };
    state.journal.add(entry);
    journalEntries.set(request, entry);
    const tenant = authenticate(request, state);
    entry.tenantId = tenant.seed.id;
    setCall(request, { tenant, entry });
    if (state.settings.latencyMs > 0) await pause(state.settings.latencyMs);
    if (request.is404) throw new SapError(501, 'NotImplemented', 'The simulator does not know this call.');
    requireContentType(request);
  });

  app.addHook('onSend', async (request, reply) => {
    const entry = journalEntries.get(request);
    if (entry) entry.status = reply.statusCode;
  });

  app.setErrorHandler<FastifyError | SapError>(sendError);
  // Never reached, because the hook above answers. It makes the hooks apply to unknown calls too.
  app.setNotFoundHandler(async () => undefined);
  registerSecretRoutes(app);
  registerRepositoryRoutes(app);
  registerApplicationRoutes(app);
  registerResourceGroupRoutes(app);
  registerObjectStoreRoutes(app);
  registerGenericSecretRoutes(app);
  registerTenantRoutes(app);
}
