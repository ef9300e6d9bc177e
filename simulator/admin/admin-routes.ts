import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tenantDecorator, pause, setTenant } from './answer-call.ts';
import type { JournalEntry } from '../state/journal.ts';
import { registerRepositoryRoutes } from './repository-routes.ts';
import { SapError, buildErrorEnvelope, internalError, unauthorized } from '../failures/sap-error.ts';
import { registerSecretRoutes } from './secret-routes.ts';
import type { SimulatorState } from '../simulator-state.ts';
import { registerTenantRoutes } from './tenant-routes.ts';
import type { TenantState } from '../state/tenant-store.ts';

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

function authenticate({ headers }: FastifyRequest, { tokens, tenants }: SimulatorState): TenantState {
  const token = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) {
    throw unauthorized('The bearer token is missing.');
  }
  const check = tokens.check(token);
  const tenant = check.ok ? tenants.find(check.zoneId) : undefined;
  if (!tenant) {
    const isExpired = !check.ok && check.reason === 'expired';
    throw unauthorized(isExpired ? 'The token has expired.' : 'The token is not valid.');
  }
  return tenant;
}

const frameworkErrors = new Map<number, [status: number, code: string, message: string]>([
  [400, [400, 'InvalidRequest', 'The request is malformed.']],
  [413, [413, 'PayloadTooLarge', 'The request body is too large.']],
  [415, [415, 'UnsupportedMediaType', 'The content type is not supported by this call.']],
]);

/** Turns whatever failed into AI Core's error. What is not foreseen keeps its message to itself. */
function toSapError(error: FastifyError | SapError): SapError {
  if (error instanceof SapError) {
    return error;
  }
  const known = error.statusCode === undefined ? undefined : frameworkErrors.get(error.statusCode);
  return known ? new SapError(...known) : internalError();
}

/** Sends a failure in AI Core's envelope. */
export function sendError(
  error: FastifyError | SapError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const sapError = toSapError(error);
  return reply
    .code(sapError.status)
    .headers(sapError.headers)
    .send(buildErrorEnvelope(sapError, request.id, pathOf(request)));
}

function requireContentType(request: FastifyRequest): void {
  const isMergePatch = /^application\/merge-patch\+json\b/i.test(request.headers['content-type'] ?? '');
  if (isMergePatch && request.method !== 'PATCH') {
    throw new SapError(415, 'UnsupportedMediaType', 'This call takes application/json only.');
  }
}

/** Registers everything under `/v2`: the token decides the tenant, and unknown calls are a 501. */
export function registerAdminRoutes(app: FastifyInstance, state: SimulatorState): void {
  const journalEntries = new WeakMap<FastifyRequest, JournalEntry>();
  app.decorateRequest(tenantDecorator, null);
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  app.addHook('onRequest', async (request) => {
    const entry: JournalEntry = {
      tenantId: null,
      method: request.method,
      path: pathOf(request),
      status: null,
    };
    state.journal.add(entry);
    journalEntries.set(request, entry);
    const tenant = authenticate(request, state);
    entry.tenantId = tenant.seed.id;
    setTenant(request, tenant);
    if (state.settings.latencyMs > 0) {
      await pause(state.settings.latencyMs);
    }
    if (request.is404) {
      throw new SapError(501, 'NotImplemented', 'The simulator does not know this call.');
    }
    requireContentType(request);
  });

  app.addHook('onSend', async (request, reply) => {
    const entry = journalEntries.get(request);
    if (entry) {
      entry.status = reply.statusCode;
    }
  });

  app.setErrorHandler<FastifyError | SapError>(sendError);
  // Never reached: the hook above answers. It makes the hooks hold for unknown calls as well.
  app.setNotFoundHandler(async () => undefined);
  registerSecretRoutes(app);
  registerRepositoryRoutes(app);
  registerTenantRoutes(app);
}
