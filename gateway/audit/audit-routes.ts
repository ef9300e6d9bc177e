import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Access } from '../access/access.ts';
import { toCsvLine } from '../common/csv.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Store } from '../store/store.ts';
import type { AuditEvent } from './audit-event.ts';
import { auditFilterSchema, readAllEvents, readAuditPage, type AuditScope } from './audit-query.ts';

/** What the routes need to read the audit log. */
export interface AuditRouteOptions {
  store: Store;
  tenants: TenantRegistry;
  access: Access;
  retentionDays: number;
}

const querySchema = auditFilterSchema.extend({
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** `GET /api/audit`, page by page, and everything that matches a filter as `/api/audit.csv` and `/api/audit.json`. */
export function registerAuditRoutes(app: FastifyInstance, options: AuditRouteOptions): void {
  const { store, tenants, access, retentionDays } = options;
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    send: (query: z.infer<typeof querySchema>, scope: AuditScope) => unknown,
  ) {
    const scope = findAuditScope(request, tenants, access);
    if (scope !== 'all' && scope.length === 0) return sendFailure(reply, denied);
    const query = querySchema.safeParse(request.query);
    if (!query.success) return sendFailure(reply, badFilter);
    return send(query.data, scope);
  }

  // The console records here that a credential was copied or saved to a file. Nothing is sent to AI Core.
  app.post(
    '/api/tenants/:tenantId/credential-exports',
    { config: { action: 'export', resource: 'dockerRegistrySecrets' } },
    async (_request, reply) => reply.code(204).send(),
  );
  app.get('/api/audit', (request, reply) =>
    answer(request, reply, async ({ cursor, limit, ...filter }, scope) =>
      reply.send({
        ...(await readAuditPage(store.db, { scope, filter, before: cursor, limit })),
        keptDays: retentionDays,
      }),
    ),
  );
  app.get('/api/audit.csv', (request, reply) =>
    answer(request, reply, (filter, scope) =>
      sendFile(reply, 'csv', writeCsv(readAllEvents(store.db, { scope, filter }))),
    ),
  );
  app.get('/api/audit.json', (request, reply) =>
    answer(request, reply, (filter, scope) =>
      sendFile(reply, 'json', writeJson(readAllEvents(store.db, { scope, filter }))),
    ),
  );
}

/** The tenants whose events somebody may see. */
function findAuditScope(
  { person }: Pick<FastifyRequest, 'person'>,
  tenants: TenantRegistry,
  access: Access,
): AuditScope {
  if (access.auditsAll(person)) return 'all';
  const ids = tenants.list().map(({ id }) => id);
  return ids.filter((id) => access.describe(person, id).audit);
}

async function sendFile(
  reply: FastifyReply,
  kind: 'csv' | 'json',
  lines: AsyncGenerator<string>,
): Promise<FastifyReply> {
  // Read the first part before the headers are sent, so that a store that fails gives an error and not a broken file.
  const first = await lines.next();
  const type = kind === 'csv' ? 'text/csv' : 'application/json';
  return reply
    .header('content-type', `${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="audit-log.${kind}"`)
    .send(Readable.from(withFirst(first.value ?? '', lines)));
}

async function* withFirst(first: string, lines: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* lines;
}

async function* writeJson(events: AsyncIterable<AuditEvent>): AsyncGenerator<string> {
  let start = '[\n';
  for await (const event of events) {
    yield `${start}${JSON.stringify(event)}`;
    start = ',\n';
  }
  yield start === '[\n' ? '[]\n' : '\n]\n';
}

const columns: readonly [string, (event: AuditEvent) => string | number | undefined][] = [
  ['time', ({ time }) => time],
  ['user', ({ actor }) => actor?.name],
  ['user id', ({ actor }) => actor?.id],
  ['issuer', ({ actor }) => actor?.issuer],
  ['groups', ({ actor }) => actor?.groups.join(' ')],
  ['address', ({ address }) => address],
  ['action', ({ action }) => action],
  ['tenant', ({ tenant }) => tenant],
  ['resource', ({ resource }) => resource],
  ['name', ({ name }) => name],
  ['about', ({ subject }) => describeSubject(subject)],
  ['outcome', ({ outcome }) => outcome],
  ['status', ({ status }) => status],
  ['AI Core request id', ({ aiCoreRequestId }) => aiCoreRequestId],
  ['request id', ({ requestId }) => requestId],
  ['milliseconds', ({ durationMs }) => durationMs],
];

async function* writeCsv(events: AsyncIterable<AuditEvent>): AsyncGenerator<string> {
  let head = toCsvLine(columns.map(([name]) => name));
  for await (const event of events) {
    yield head + toCsvLine(columns.map(([, read]) => read(event)));
    head = '';
  }
  yield head;
}

function describeSubject(subject: AuditEvent['subject']): string {
  const registries = subject?.registries?.map(({ host, username }) =>
    username === undefined ? host : `${host} (${username})`,
  );
  return [
    ...(registries ?? []),
    subject?.url,
    subject?.revision,
    subject?.path,
    subject?.username,
    subject?.resourceGroup,
    subject?.storage,
    subject?.form,
    subject?.scope,
    ...(subject?.keys ?? []),
    ...Object.entries(subject?.settings ?? {}).map(([name, value]) => `${name}=${value}`),
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

const denied: GatewayFailure = {
  status: 403,
  code: 'AccessDenied',
  message: 'Your roles do not include the audit log.',
};
const badFilter: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'Not a valid filter of the audit log. Write times as 2026-11-28T10:00:00Z.',
};
