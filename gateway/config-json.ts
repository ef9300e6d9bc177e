import type { FastifyInstance } from 'fastify';
import type { Access } from './access/access.ts';
import { sendCompressed } from './common/compression.ts';
import type { ConsoleConfig } from './contract.ts';
import type { Tenant, TenantRegistry } from './forwarding/tenants.ts';
import type { SignInSettings } from './sign-in/sign-in-settings.ts';
import type { SignIn } from './sign-in/sign-in.ts';

/** Where the content of `/config.json` comes from. */
export interface ConfigSources {
  tenants: TenantRegistry;
  access: Access;
  settings: SignInSettings;
  signIn: SignIn;
  offersChecks: boolean;
  /** See `approvals/`. */
  approvalAbove: number | undefined;
}

/** `GET /config.json`: who has signed in, the connections they may see, and the service keys that cannot be used. */
export function registerConfigJson(
  app: FastifyInstance,
  { tenants, access, settings, signIn, offersChecks, approvalAbove }: ConfigSources,
): void {
  app.get('/config.json', async ({ person }, reply) => {
    await tenants.refresh();
    const visible = tenants.list().filter(({ id }) => access.sees(person, id));
    const auditsAny = access.auditsAll(person) || visible.some(({ id }) => access.describe(person, id).audit);
    const config: ConsoleConfig = {
      connections: visible.map((tenant) => ({
        ...describeConnection(tenant),
        ...(person === undefined ? {} : { access: access.describe(person, tenant.id) }),
      })),
      // A problem names a tenant or a file, so only those who may see all tenants get it.
      problems: access.seesAll(person) ? tenants.problems() : [],
      offers: [
        'notes',
        'overview',
        ...(auditsAny ? ['audit'] : []),
        ...(approvalAbove === undefined ? [] : ['approvals']),
      ],
      ...(approvalAbove !== undefined && { approvalAbove }),
      signIn: {
        mode: settings.mode,
        ...(settings.mode === 'off' && settings.exposed ? { exposed: true } : {}),
        ...(person === undefined ? {} : { person: { name: person.name } }),
        ...(person !== undefined && access.everybodyEdits ? { everybodyEdits: true } : {}),
        ...(signIn.signOutUrl === undefined ? {} : { signOutUrl: signIn.signOutUrl }),
      },
      ...(offersChecks && access.mayAnywhere(person, 'write') && { checks: true }),
    };
    reply.header('cache-control', 'no-store').header('content-type', 'application/json; charset=utf-8');
    return sendCompressed(reply, JSON.stringify(config));
  });
}

function describeConnection(tenant: Tenant): ConsoleConfig['connections'][number] {
  const { host } = tenant.apiUrl;
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
