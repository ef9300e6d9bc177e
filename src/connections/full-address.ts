import { adminUrl, type Connection } from '../domain/connection/connection.ts';

/** Where calls go, as a person reads it: the whole address with `/v2/admin/…` at its end. */
export function fullAddress(connection: Pick<Connection, 'baseUrl'>, pageOrigin: string): string {
  const address = adminUrl(connection, '…');
  return address.startsWith('/') ? `${pageOrigin}${address}` : address;
}
