import type { Dispatcher } from 'undici';
import { createDispatcher, type ProxySettings } from './dispatcher.ts';

/** The calls of each tenant, kept apart so that a tenant whose API hangs does not slow down another. */
export interface TenantLanes {
  /**
   * Does `work` over the tenant's own connections. Calls do not queue: the caller is better told to come back later.
   * @throws {LaneFullError} when this tenant already has as many running calls as allowed.
   */
  run<T>(tenantId: string, work: (dispatcher: Dispatcher) => Promise<T>): Promise<T>;
  /** Ends every running call. */
  destroy(): Promise<void>;
}

/** The tenant has too many running calls, so this one was not started. */
export class LaneFullError extends Error {
  override readonly name = 'LaneFullError';
}

/** One browser sends up to 24 calls of a rollout at once, and several may be open. */
const maxCallsPerTenant = 64;
/** A list of ten thousand secrets takes 1 MB; the quota is 50. */
const maxAnswerBytes = 2 * 1024 * 1024;

interface Lane {
  agent: Dispatcher;
  underWay: number;
}

/** Lanes are opened at a tenant's first call; the caller must destroy them. */
export function createTenantLanes(proxy: ProxySettings): TenantLanes {
  const lanes = new Map<string, Lane>();

  function openLane(tenantId: string): Lane {
    const agent = createDispatcher({ proxy, maxConnections: maxCallsPerTenant, maxAnswerBytes });
    const lane = { agent, underWay: 0 };
    lanes.set(tenantId, lane);
    return lane;
  }

  return {
    async run(tenantId, work) {
      const lane = lanes.get(tenantId) ?? openLane(tenantId);
      if (lane.underWay >= maxCallsPerTenant) throw new LaneFullError();
      lane.underWay += 1;
      try {
        return await work(lane.agent);
      } finally {
        lane.underWay -= 1;
      }
    },
    async destroy() {
      await Promise.all([...lanes.values()].map(({ agent }) => agent.destroy()));
    },
  };
}
