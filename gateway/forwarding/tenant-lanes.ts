import type { Dispatcher } from 'undici';
import { createDispatcher, type ProxySettings } from './dispatcher.ts';

/** The calls of each tenant, kept apart so that one whose API hangs takes nothing from another. */
export interface TenantLanes {
  /**
   * Does `work` over the tenant's own connections. Nothing waits in line: it is better told to come back.
   * @throws {LaneFullError} when as many calls of this tenant are under way as there may be.
   */
  run<T>(tenantId: string, work: (dispatcher: Dispatcher) => Promise<T>): Promise<T>;
  /** Ends every call under way. */
  destroy(): Promise<void>;
}

/** So many calls of one tenant are under way that this one was not begun. */
export class LaneFullError extends Error {
  override readonly name = 'LaneFullError';
}

/** A browser sends 24 calls of a rollout at once, and more than one may be open. */
const maxCallsPerTenant = 64;
/** A list of ten thousand secrets, whose quota is 50, takes 1 MB. */
const maxAnswerBytes = 2 * 1024 * 1024;

interface Lane {
  agent: Dispatcher;
  underWay: number;
}

/** Lanes for tenants that are named later; whoever makes them destroys them. */
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
