import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AuditEvent } from '../audit/audit-event.ts';
import { readEnding } from '../calls/outcome.ts';
import '../common/probe.ts';
import { BootError } from '../common/boot-error.ts';
import type { Expiries } from '../notes/expiries.ts';
import type { MetricsSettings } from '../settings/service-variables.ts';
import type { Store } from '../store/store.ts';
import { answerInTime } from '../store/store-answer.ts';

/** Metrics for Prometheus; none names a person, a secret or a tenant. */
export interface Metrics {
  registry: Registry;
  countAudit(event: AuditEvent): void;
  countTokenRequest(outcome: 'issued' | 'failed'): void;
}

/** Gauges are computed when they are read. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const audited = new Counter({
    name: 'console_audit_events_total',
    help: 'Events of the audit log that have ended',
    labelNames: ['action', 'outcome'] as const,
    registers,
  });
  const tokens = new Counter({
    name: 'console_token_requests_total',
    help: 'Requests for tokens of AI Core',
    labelNames: ['outcome'] as const,
    registers,
  });
  return {
    registry,
    countAudit: ({ action, outcome }) => audited.inc({ action, outcome }),
    countTokenRequest: (outcome) => tokens.inc({ outcome }),
  };
}

/** What the gauges are read from. */
export interface MetricsSources {
  settings: MetricsSettings;
  store: Store;
  expiries: Expiries;
  host: string;
}

/** The gateway's error codes for faults of the admin API. */
const faults = new Set([
  'GatewayTimeout',
  'UpstreamReset',
  'UpstreamMalformed',
  'UpstreamUnreachable',
  'UpstreamError',
  'TokenRequestFailed',
  'TenantBusy',
]);

/** Counts requests, and serves `/metrics` as the settings say. */
export async function registerMetrics(
  app: FastifyInstance,
  { registry }: Metrics,
  { settings, store, expiries, host }: MetricsSources,
): Promise<void> {
  const registers = [registry];
  const duration = new Histogram({
    name: 'console_request_duration_seconds',
    help: 'Requests by route, with the time until they were answered',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const upstream = new Counter({
    name: 'console_upstream_faults_total',
    help: 'Calls to which the admin API gave no answer of its own',
    labelNames: ['code'] as const,
    registers,
  });
  addGauges(registry, store, expiries);

  app.addHook('onSend', (_request, reply, payload, done) => {
    const { code } = readEnding(reply, payload);
    if (code !== undefined && faults.has(code)) upstream.inc({ code });
    done();
  });
  app.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    const route = routeOptions.url ?? 'unmatched';
    duration.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });

  const { port, token } = settings;
  if (token !== undefined) {
    app.get('/metrics', { config: { open: true, probe: true } }, async (request, reply) => {
      if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
        return reply.code(401).header('www-authenticate', 'Bearer').send('401\n');
      }
      return reply.header('content-type', registry.contentType).send(await registry.metrics());
    });
  }
  if (port !== undefined) await serve(app, registry, host, port);
}

function addGauges(registry: Registry, { db }: Store, expiries: Expiries): void {
  const sessions = new Gauge({
    name: 'console_sessions',
    help: 'Sessions of signed-in people',
    registers: [registry],
    async collect() {
      sessions.remove();
      const now = new Date().toISOString();
      const found = await fromStore(
        db
          .selectFrom('sessions')
          .select(db.fn.countAll().as('count'))
          .where('endsAt', '>', now)
          .executeTakeFirst(),
      );
      if (found) sessions.set(Number(found.count));
    },
  });
  const nextExpiry = new Gauge({
    name: 'console_next_expiry_days',
    help: 'Days until the next known credential ends; absent where no date is known',
    registers: [registry],
    async collect() {
      nextExpiry.remove();
      const now = Date.now();
      const ending = (await fromStore(expiries.listAll(3650))) ?? [];
      const ends = ending.map(({ expiresAt }) => endOf(expiresAt)).filter((end) => end >= now);
      if (ends.length > 0) nextExpiry.set((Math.min(...ends) - now) / dayMs);
    },
  });
}

/** Without the store there are still metrics, which are then needed most. */
function fromStore<T>(answer: Promise<T>): Promise<T | undefined> {
  return answerInTime(answer).catch(() => undefined);
}

const dayMs = 86_400_000;

/** In milliseconds since 1970. A day counts to its end, as the console shows it. */
function endOf(expiresAt: string): number {
  return Date.parse(expiresAt) + (expiresAt.includes('T') ? 0 : dayMs);
}

/** A separate server that serves nothing else and requires no token. */
async function serve(app: FastifyInstance, registry: Registry, host: string, port: number): Promise<void> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new BootError(`METRICS_PORT ${port} on ${host} cannot be used.`)));
    server.listen(port, host, resolve);
  });
  app.addHook('onClose', async () => {
    server.close();
    server.closeAllConnections();
  });
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hash(given), hash(wanted));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
