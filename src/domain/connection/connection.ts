import type { TenantAccess } from './access.ts';
import { trimEnd } from '../text/trim-end.ts';

/**
 * Access to one tenant's admin API. `baseUrl` is a path of this origin or an absolute https address, to which
 * `/v2/admin/…` is appended. With `proxy`, the proxy adds the credentials; with `bearer`, this console sends a token
 * that it only holds in memory.
 */
export interface Connection {
  readonly id: string;
  readonly label: string;
  readonly baseUrl: string;
  readonly auth: 'proxy' | 'bearer';
  readonly demo?: boolean | undefined;
  /** What the signed-in user may do there; everything if absent. */
  readonly access?: TenantAccess | undefined;
}

/** The full address of an admin call; `path` follows `/v2/admin/`. */
export function adminUrl(connection: Pick<Connection, 'baseUrl'>, path: string): string {
  return `${trimEnd(connection.baseUrl, '/')}/v2/admin/${path}`;
}
