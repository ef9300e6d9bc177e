import { watchAddedConnections } from '../api/browser-storage/added-connections.ts';
import { forgetBearerToken } from '../api/bearer-tokens.ts';
import { forgetAllSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { isOfConnection } from '../api/query-keys.ts';
import { onceSaved } from '../ui/guard/unsaved.ts';
import { queryClient } from './query-client.ts';

/** Drops all that is known through a connection as soon as its id is removed or leads elsewhere. */
export function forgetChangedConnections(): void {
  watchAddedConnections((connection, next) => {
    forgetBearerToken(connection);
    // What the browser remembers of its secrets cannot be read again: it goes with the address only.
    if (next?.baseUrl !== connection.baseUrl) forgetAllSecrets(connection);
    // The connection's id stands second in the key of all that was read through it.
    // A form that something is typed into stands on what was read.
    onceSaved(() =>
      queryClient.removeQueries({ predicate: ({ queryKey }) => isOfConnection(queryKey, connection.id) }),
    );
  });
}
