import { adminUrl, type Connection } from '../domain/connection/connection.ts';

/** The full URL of the calls, ending in `/v2/admin/…`, to show. */
export function fullAddress(connection: Pick<Connection, 'baseUrl'>, pageOrigin: string): string {
  const address = adminUrl(connection, '…');
  return address.startsWith('/') ? `${pageOrigin}${address}` : address;
}
