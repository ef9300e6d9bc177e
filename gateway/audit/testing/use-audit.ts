import { expect } from 'vitest';
import type { TestStore } from '../../testing/test-stores.ts';
import { useGateway } from '../../testing/use-gateway.ts';
import type { AuditEvent } from '../audit-event.ts';

/** Credentials that the log must not hold. */
export const planted = [
  'ghp_0123456789abcdefghijABCDEFGHIJ456789',
  'planted-registry-password',
  'planted-git-password',
];
export const [token = '', password = '', gitPassword = ''] = planted;

export const secrets = '/api/tenants/acme/v2/admin/dockerRegistrySecrets';

export function dockerConfig(auths: Record<string, unknown>): unknown {
  return { '.dockerconfigjson': JSON.stringify({ auths }) };
}

/** {@link useGateway}, with functions that register a secret and read the log. */
export function useAudit(openTestStore: () => Promise<TestStore>) {
  const { opened, call } = useGateway(openTestStore);

  const readEvents = async (query = '', groups = 'admins') => {
    const answer = await call({ url: `/api/audit${query}`, groups });
    expect(answer.statusCode).toBe(200);
    return answer.json<{ events: AuditEvent[]; next?: number }>();
  };
  const readOutcomes = async (query: string) =>
    (await readEvents(query)).events.map(({ name, outcome }) => [name, outcome]);
  const register = (name: string, tenant = 'acme') =>
    call({
      method: 'POST',
      url: secrets.replace('acme', tenant),
      body: { name, data: dockerConfig({ 'ghcr.io': { username: 'octo', password } }) },
    });

  return { opened, call, readEvents, readOutcomes, register };
}
