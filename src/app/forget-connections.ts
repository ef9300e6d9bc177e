import { watchAddedConnections } from '../api/browser-storage/added-connections.ts';
import { forgetBearerToken } from '../api/bearer-tokens.ts';
import { forgetAllSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { isOfConnection } from '../api/query-keys.ts';
import { onceSaved } from '../ui/guard/unsaved.ts';
import { queryClient } from './query-client.ts';

/** Discards everything read through a connection when its id is removed or gets another address. */
export function forgetChangedConnections(): void {
  watchAddedConnections((connection, next) => {
    forgetBearerToken(connection);
    // What the browser remembers of its secrets cannot be read again: it is only discarded with the address.
    if (next?.baseUrl !== connection.baseUrl) forgetAllSecrets(connection);
    // The connection's id is the second part of the key of everything read through it.
    // A form with unsaved input depends on what was read.
    onceSaved(() =>
      queryClient.removeQueries({ predicate: ({ queryKey }) => isOfConnection(queryKey, connection.id) }),
    );
  });
}
