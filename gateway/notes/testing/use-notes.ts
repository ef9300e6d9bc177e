import type { TestStore } from '../../testing/test-stores.ts';
import { useGateway } from '../../testing/use-gateway.ts';
import type { SecretNote } from '../note-row.ts';

/** The moment that many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** {@link useGateway}, with functions that write a secret and its note. */
export function useNotes(openTestStore: () => Promise<TestStore>) {
  const { app, opened, call } = useGateway(openTestStore);

  const write = (method: 'POST' | 'PATCH' | 'DELETE', name: string, { user = 'Jo' } = {}) =>
    call({
      user,
      method,
      url: `/api/tenants/acme/v2/admin/dockerRegistrySecrets${method === 'POST' ? '' : `/${name}`}`,
      ...(method !== 'DELETE' && {
        body: {
          name,
          data: {
            '.dockerconfigjson': JSON.stringify({
              auths: { 'ghcr.io': { username: 'octo', password: 'invented' } },
            }),
          },
        },
      }),
    });
  const put = (name: string, body: unknown, groups = 'admins') =>
    call({ method: 'PUT', url: `/api/tenants/acme/secret-notes/${name}`, body, groups });
  const readNotes = async () =>
    (await call({ url: '/api/tenants/acme/secret-notes' })).json<{ notes: SecretNote[] }>().notes;

  return { app, opened, call, write, put, readNotes };
}
