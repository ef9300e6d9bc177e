import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Access } from '../access/access.ts';
import type { AdminApi } from '../forwarding/admin-api.ts';
import type { Tenant, TenantRegistry } from '../forwarding/tenants.ts';
import '../sign-in/person.ts';
import { createLastAnswers, type Known } from './last-answers.ts';
import { readTenant, type TenantAnswer } from './tenant-reader.ts';

/** What the overview needs. */
export interface OverviewOptions {
  tenants: TenantRegistry;
  access: Access;
  adminApi: AdminApi;
}

/** One line of the answer. */
type OverviewLine = { tenant: string } & (
  | {
      secrets: Known['secrets'];
      ageMs: number;
      /** Another line for this tenant follows. */
      renewing?: true;
    }
  | { problem: Extract<TenantAnswer, { problem: unknown }>['problem'] }
);

/**
 * `GET /api/overview`: a line of JSON for each visible tenant. What is known already comes at once, with its age, and
 * is followed by the tenant's current answer.
 */
export function registerOverview(app: FastifyInstance, { tenants, access, adminApi }: OverviewOptions): void {
  const answers = createLastAnswers((tenant) => readTenant(adminApi, tenant, randomUUID()));

  app.get('/api/overview', async ({ person }, reply) => {
    const visible = tenants
      .list()
      .filter(({ id }) => access.may(person, 'read', { tenantId: id, resource: 'dockerRegistrySecrets' }));
    return (
      reply
        .header('content-type', 'application/x-ndjson; charset=utf-8')
        // Otherwise a proxy in front would hold the lines back until there are many.
        .header('x-accel-buffering', 'no')
        .send(Readable.from(writeLines(visible)))
    );
  });

  async function* writeLines(visible: readonly Tenant[]): AsyncGenerator<string> {
    const known = visible.flatMap((tenant) => {
      const found = answers.find(tenant);
      return found === undefined ? [] : [toLine(tenant, found, true)];
    });
    if (known.length > 0) yield known.map((line) => toText(line)).join('');
    yield* asTheyArrive(
      visible.map(async (tenant) => {
        const answer = await answers.renew(tenant);
        const found = answers.find(tenant);
        const line: OverviewLine =
          'problem' in answer || found === undefined
            ? { tenant: tenant.id, problem: 'problem' in answer ? answer.problem : { status: 500, body: '' } }
            : toLine(tenant, found, false);
        return toText(line);
      }),
    );
  }
}

function toLine({ id }: Tenant, { secrets, readAt }: Known, renewing: boolean): OverviewLine {
  const ageMs = Math.max(0, Date.now() - readAt);
  return { tenant: id, secrets, ageMs, ...(renewing && { renewing }) };
}

function toText(line: OverviewLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** The results in the order in which they arrive. */
async function* asTheyArrive(promises: readonly Promise<string>[]): AsyncGenerator<string> {
  const arrived: string[] = [];
  let wake: (() => void) | undefined;
  for (const promise of promises) {
    void promise.then((text) => {
      arrived.push(text);
      wake?.();
    });
  }
  for (let sent = 0; sent < promises.length;) {
    if (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const batch = arrived.splice(0);
    sent += batch.length;
    yield batch.join('');
  }
}
