import { randomUUID } from 'node:crypto';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
} from 'fastify';
import { createAccess, registerAccess, type Access } from './access/access.ts';
import { registerApprovalGate } from './approvals/approval-gate.ts';
import { registerApprovalRoutes } from './approvals/approval-routes.ts';
import { registerPlainBodies } from './calls/plain-body.ts';
import { registerChecks, type CheckSettings } from './checks/register-checks.ts';
import { registerAudit, type AuditSettings } from './audit/audit.ts';
import { registerConfigJson } from './config-json.ts';
import { isTooDeep } from './common/parse-json.ts';
import type { GatewayErrorCode } from './contract.ts';
import { sendFailure } from './common/error-envelope.ts';
import { createFirstCalls } from './first-calls.ts';
import { noProxy, type ProxySettings } from './forwarding/dispatcher.ts';
import { createAdminApi } from './forwarding/admin-api.ts';
import { registerForwarding } from './forwarding/forwarding.ts';
import { registerRequestLog } from './operations/logging.ts';
import { registerDrain, registerDrainEnd } from './operations/drain.ts';
import { registerNotes } from './notes/notes.ts';
import { registerAuditRoutes } from './audit/audit-routes.ts';
import { registerOverview } from './overview/overview.ts';
import { registerHealth } from './operations/health.ts';
import { defaultLimits, registerLimits } from './operations/limits.ts';
import { createMetrics, registerMetrics, type Metrics } from './operations/metrics.ts';
import { answerUnavailable } from './pages/unavailable.ts';
import { answerClientError } from './security/client-errors.ts';
import { answerBadAddress } from './security/bad-address.ts';
import { registerSecurity, type SecurityOptions } from './security/security.ts';
import { registerSignIn } from './sign-in/sign-in.ts';
import type { SignInSettings } from './sign-in/sign-in-settings.ts';
import { createAddressTest } from './sign-in/trusted-proxies.ts';
import type { LimitSettings, MetricsSettings } from './settings/service-variables.ts';
import { registerStaticFiles } from './static-files.ts';
import { StoreError } from './store/store-error.ts';
import type { Store } from './store/store.ts';
import type { TenantRegistry } from './forwarding/tenants.ts';

/** Everything that tests and production may set differently. */
export interface AppOptions extends SecurityOptions {
  tenants: TenantRegistry;
  logger: FastifyBaseLogger;
  store: Store;
  signIn: SignInSettings;
  /** Addresses and networks of the proxies whose headers are believed: where a call came from, and who calls. */
  trustedProxies: readonly string[];
  /** The file that says which groups may do what. */
  accessFile: string | undefined;
  /** The folder of the built console; without it only the API is served. */
  distFolder: string | undefined;
  proxy?: ProxySettings;
  /** Checks of credentials; undefined offers none. */
  checks?: Omit<CheckSettings, 'proxy'> | undefined;
  audit?: AuditSettings;
  limits?: LimitSettings;
  metrics?: MetricsSettings;
  /** A change to more tenants than this needs a second person; undefined never asks for one. */
  approvalAbove?: number | undefined;
  /** Metrics that are counted before the app exists. */
  counted?: Metrics;
  /** Where the daily notice about expiring secrets goes. */
  webhookUrl?: string | undefined;
  /** For one forwarded call, in milliseconds. */
  upstreamTimeoutMs?: number;
  /** For a connection on which nothing moves, in milliseconds; longer than a call may take. */
  stallTimeoutMs?: number;
  /** The largest request body, in bytes. */
  bodyLimit?: number;
}

/** The gateway, ready to listen or to be injected into. If building it fails, everything is closed again. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const isTrusted = createAddressTest(options.trustedProxies);
  const app = createServer(options, isTrusted);
  try {
    await registerAll(app, options, isTrusted);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** A generic secret may hold 1 MiB of values, which base64 makes a third larger. */
const maxBodyBytes = 2 * 1024 * 1024;

type AddressTest = ReturnType<typeof createAddressTest>;

function createServer(options: AppOptions, isTrusted: AddressTest): FastifyInstance {
  const { stallTimeoutMs = 60_000, bodyLimit = maxBodyBytes } = options;
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: (address: string) => isTrusted(address),
    bodyLimit,
    requestTimeout: 60_000,
    // A browser that does not read its answer keeps that answer in our memory.
    connectionTimeout: stallTimeoutMs,
    forceCloseConnections: true,
    // Node would refuse a request without a Host in its own format; our own check refuses it too.
    http: { requireHostHeader: false },
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (_error, request, reply) => answerBadAddress(request, reply),
  });
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (!isTooDeep(body)) return readJson(request, body, done);
    return done(Object.assign(new Error('the body is too deep'), { statusCode: 400 }));
  });
  // By default Node silently drops headers after the 2,000th, even an Origin. Their size in bytes stays limited.
  app.server.maxHeadersCount = 0;
  // Node would answer an unknown `Expect` header itself, bypassing the checks: treat it as a normal request.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  return app;
}

async function registerAll(app: FastifyInstance, options: AppOptions, isTrusted: AddressTest): Promise<void> {
  const {
    tenants,
    store,
    upstreamTimeoutMs = 30_000,
    proxy = noProxy,
    checks,
    audit = { stdout: false, retentionDays: 400 },
    limits = defaultLimits,
    metrics = { port: undefined, token: undefined },
    counted = createMetrics(),
    approvalAbove,
  } = options;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  // Set before any route, because existing routes would keep the default handler, which shows an error's own message.
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const isOfStore = error instanceof StoreError;
    const status = isOfStore && error.isOfCaller ? 400 : (error.statusCode ?? 500);
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    if (status >= 500 && isOfStore) return answerUnavailable(request, reply, storeUnavailable);
    return sendFailure(reply, describeBadRequest(status));
  });
  registerRequestLog(app);
  registerSecurity(app, options);
  registerDrain(app);
  const signIn = await registerSignIn(app, options.signIn, { store, proxy, isTrusted });
  const access = await openAccess(app, options);
  registerAccess(app, access, tenants);
  await registerLimits(app, limits);
  registerPlainBodies(app);
  if (approvalAbove !== undefined) registerApprovalGate(app, { store, access, above: approvalAbove });
  registerAudit(app, { store, settings: audit, onEvent: (event) => counted.countAudit(event) });
  registerHealth(app, store);
  const offersChecks = checks !== undefined;
  registerConfigJson(app, { tenants, access, settings: options.signIn, signIn, offersChecks, approvalAbove });
  if (checks) registerChecks(app, { ...checks, proxy });
  const adminApi = createAdminApi({ proxy, timeoutMs: upstreamTimeoutMs });
  app.addHook('onClose', () => adminApi.destroy());
  registerForwarding(app, { tenants, adminApi });
  registerAuditRoutes(app, { store, tenants, access, retentionDays: audit.retentionDays });
  if (approvalAbove !== undefined) registerApprovalRoutes(app, { store, tenants, access });
  registerOverview(app, { tenants, access, adminApi });
  const asksWho = options.signIn.mode !== 'off';
  const { webhookUrl } = options;
  const expiries = registerNotes(app, { store, tenants, access, proxy, asksWho, webhookUrl });
  await registerMetrics(app, counted, { settings: metrics, store, expiries, host: options.host });
  await registerStaticFiles(app, options.distFolder, createFirstCalls(tenants, access));
  registerDrainEnd(app);
}

async function openAccess(app: FastifyInstance, { accessFile, signIn, logger }: AppOptions): Promise<Access> {
  // Loaded only when used, because it brings a YAML parser.
  const file =
    accessFile === undefined
      ? undefined
      : (await import('./access/access-file.ts')).openAccessFile(accessFile, { logger });
  app.addHook('onClose', async () => file?.close());
  return createAccess(file, { issuerGivesRoles: signIn.mode === 'xsuaa' });
}

const badRequests: Record<number, [GatewayErrorCode, string]> = {
  413: ['BodyTooLarge', 'The request is too large.'],
  429: ['TooManyRequests', 'Too many calls in a minute. Nothing was sent.'],
  415: ['UnsupportedMediaType', 'The request must be JSON.'],
};

const storeUnavailable = {
  status: 503,
  code: 'StoreUnavailable',
  message: 'The gateway cannot read or save its data at the moment. Try again in a minute.',
} as const;

/** Replaces Fastify's own messages, which can quote the request. */
function describeBadRequest(status: number) {
  if (status >= 500) return { status: 500, code: 'InternalError', message: 'The gateway failed.' } as const;
  const [code, message] = badRequests[status] ?? ['BadRequest', 'The request is malformed.'];
  return { status, code, message };
}
