import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startTestSimulator, type TestSimulator, type TestTenant } from './test-simulator.ts';

type TenantClient = Pick<TestTenant, 'call'>;

/** One simulator for all tests of a file, reset to the seed before each, with clients for its tenants. */
export function useTestSimulator() {
  let simulator: TestSimulator | undefined;
  const running = (): TestSimulator => {
    if (!simulator) throw new Error('the simulator runs while tests do');
    return simulator;
  };
  beforeAll(async () => {
    simulator = await startTestSimulator();
  });
  beforeEach(async () => {
    await running().inspect('/reset', 'POST');
  });
  afterAll(() => running().close());
  const clientOf = (id: string): TenantClient => {
    let client: Promise<TestTenant> | undefined;
    return {
      call: async (...request) => {
        client ??= running().tenant(id);
        return (await client).call(...request);
      },
    };
  };
  return {
    running,
    vision: clientOf('acme-vision'),
    forecast: clientOf('acme-forecast'),
    chat: clientOf('globex-chat'),
  };
}
