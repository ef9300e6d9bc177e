import type { Dispatcher } from 'undici';
import type { ProxySettings } from './dispatcher.ts';
import { createTenantLanes } from './tenant-lanes.ts';
import type { Tenant } from './tenants.ts';
import { callUpstream, type Reader, type UpstreamAnswer } from './upstream.ts';

/** One call, without the tenant's address and token. */
interface AdminCall {
  method: Dispatcher.HttpMethod;
  /** From `/v2/admin/` on, with its query. */
  path: string;
  requestId: string;
  body?: Buffer | undefined;
  contentType?: string | undefined;
  /** Headers that say where in the tenant. */
  scope?: Readonly<Record<string, string>> | undefined;
  /** Who gets the answer: when it closes, the call ends. */
  reader?: Reader | undefined;
}

/** The admin APIs of all tenants, each with its own connections. */
export interface AdminApi {
  /**
   * Makes one call with the tenant's token, and repeats it once with a new token if the answer is 401.
   * @throws {LaneFullError | TokenRequestError | UpstreamError}
   */
  send(tenant: Tenant, call: AdminCall): Promise<UpstreamAnswer>;
  /** Ends every running call. */
  destroy(): Promise<void>;
}

/** How the admin API is called. */
export interface AdminApiOptions {
  proxy: ProxySettings;
  /** For one call including its token and its repetition, in milliseconds. */
  timeoutMs: number;
}

/** Opens no connection before the first call; the caller must destroy it. */
export function createAdminApi({ proxy, timeoutMs }: AdminApiOptions): AdminApi {
  const lanes = createTenantLanes(proxy);
  return {
    send: (tenant, call) =>
      lanes.run(tenant.id, (dispatcher) => callWithToken(tenant, dispatcher, call, timeoutMs)),
    destroy: () => lanes.destroy(),
  };
}

async function callWithToken(
  tenant: Tenant,
  dispatcher: Dispatcher,
  { method, path, requestId, body, contentType, scope, reader }: AdminCall,
  timeoutMs: number,
): Promise<UpstreamAnswer> {
  const deadline = performance.now() + timeoutMs;
  const { origin, pathname } = tenant.apiUrl;
  const callWith = async (token: string) => {
    const answer = await callUpstream(dispatcher, {
      method,
      origin,
      path: pathname === '/' ? path : `${pathname}${path}`,
      token,
      requestId,
      body,
      contentType,
      scope,
      timeoutMs: Math.max(1, deadline - performance.now()),
      reader,
    });
    if (answer.status !== 401) tenant.tokens.confirm(token);
    return answer;
  };
  const token = await tenant.tokens.token();
  const answer = await callWith(token);
  if (answer.status !== 401) return answer;
  const renewed = await tenant.tokens.renew(token);
  return renewed === undefined ? answer : callWith(renewed);
}
