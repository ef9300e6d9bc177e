import { useState } from 'react';
import { bearerToken } from '../api/bearer-tokens.ts';
import { testConnection } from '../api/connection-test.ts';
import type { Connection } from '../domain/connection/connection.ts';
import type { ConnectionDiagnosis } from '../domain/connection/connection-diagnosis.ts';

interface TestedConnection {
  readonly connection: Connection;
  readonly diagnosis: ConnectionDiagnosis;
  readonly hasToken: boolean;
}

/** Runs a connection test and holds its diagnosis; only the latest test counts. */
export function useConnectionTest() {
  const [pending, setPending] = useState(false);
  const [tested, setTested] = useState<TestedConnection>();

  const test = async (connection: Connection, token?: string) => {
    setPending(true);
    setTested(undefined);
    const hasToken = token !== undefined || bearerToken(connection) !== undefined;
    const diagnosis = await testConnection(connection, token);
    setTested({ connection, diagnosis, hasToken });
    setPending(false);
  };
  return { pending, tested, test };
}
