import { expect } from 'vitest';
import {
  buildSecretBody,
  startTestSimulator,
  type Reply,
  type TestSimulator,
  type TestTenant,
} from './test-simulator.ts';
import type { SimulatorOptions } from '../start-simulator.ts';

const tenantId = 'acme-forecast';
const path = '/dockerRegistrySecrets';

/** A tenant whose calls fail on request, and the functions that tests need. */
export interface FailingTenant extends TestTenant {
  readonly simulator: TestSimulator;
  readonly create: (secretName: string, signal?: AbortSignal) => Promise<Reply>;
  readonly exists: (secretName: string) => Promise<boolean>;
  readonly setFailure: (kind: string) => Promise<void>;
  /**
   * Creates a secret that is never answered, waits until the call was received, and returns whether it has no answer.
   */
  readonly isLeftUnanswered: (secretName: string) => Promise<boolean>;
}

/** Starts a simulator and uses its second tenant, which is empty. */
export async function startFailingTenant(options?: SimulatorOptions): Promise<FailingTenant> {
  const simulator = await startTestSimulator(options);
  const tenant = await simulator.tenant(tenantId);
  const create: FailingTenant['create'] = (name, signal) =>
    tenant.call('POST', path, { body: buildSecretBody(name), ...(signal && { signal }) });
  return {
    ...tenant,
    simulator,
    create,
    exists: async (name) => (await simulator.inspect(`/tenants/${tenantId}/secrets/${name}`)).status === 200,
    setFailure: async (kind) => {
      await simulator.inspect(`/tenants/${tenantId}/failure?kind=${kind}`, 'POST');
    },
    isLeftUnanswered: async (name) => {
      const client = new AbortController();
      const outcome = create(name, client.signal).then(
        () => 'answered',
        () => 'aborted',
      );
      await expect
        .poll(async () => (await simulator.inspect('/journal')).json)
        .toContainEqual(expect.objectContaining({ tenantId, method: 'POST', path: `/v2/admin${path}` }));
      client.abort();
      return (await outcome) === 'aborted';
    },
  };
}
