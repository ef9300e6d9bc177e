import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach } from 'vitest';
import { buildTestKey, startFakeUpstream, type FakeUpstream } from '../../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../../testing/test-app.ts';

export const base = '/api/tenants/acme';
export const secrets = `${base}/v2/admin/dockerRegistrySecrets`;
export const json = { 'content-type': 'application/json' };

/** For each test a gateway with the tenant `acme`, with its own fake AI Core and token server. */
export function useForwarding() {
  let upstream: FakeUpstream;
  let app: FastifyInstance;
  beforeEach(async () => {
    upstream = await startFakeUpstream();
    app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }));
  });
  afterEach(async () => {
    await app.close();
    await upstream.close();
  });

  return { app: () => app, upstream: () => upstream };
}
