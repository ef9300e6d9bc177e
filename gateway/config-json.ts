import type { FastifyInstance } from 'fastify';
import { sendCompressed } from './common/compression.ts';
import type { ConsoleConfig } from './contract.ts';
import type { Tenant, TenantRegistry } from './forwarding/tenants.ts';

/** `GET /config.json`: what this gateway offers, connections and perhaps checks, and the service keys that it cannot use. */
export function registerConfigJson(
  app: FastifyInstance,
  { tenants, offersChecks }: { tenants: TenantRegistry; offersChecks: boolean },
): void {
  app.get('/config.json', async (_request, reply) => {
    await tenants.refresh();
    const config: ConsoleConfig = {
      connections: tenants.list().map(describeConnection),
      problems: tenants.problems(),
      ...(offersChecks && { checks: true }),
    };
    reply.header('cache-control', 'no-store').header('content-type', 'application/json; charset=utf-8');
    return sendCompressed(reply, JSON.stringify(config));
  });
}

function describeConnection(tenant: Tenant): ConsoleConfig['connections'][number] {
  const { host } = new URL(tenant.apiUrl);
  const region = /^api\.ai\.(.+)\.ml\.hana\.ondemand\.com$/.exec(host)?.[1];
  return {
    id: tenant.id,
    label: tenant.label,
    baseUrl: `/api/tenants/${encodeURIComponent(tenant.id)}`,
    auth: 'proxy',
    host,
    ...(region === undefined ? {} : { region }),
    ...(tenant.demo ? { demo: true } : {}),
    ...(tenant.keyExpiresAt === undefined ? {} : { keyExpiresAt: tenant.keyExpiresAt }),
  };
}
