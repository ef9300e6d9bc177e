import { useState } from 'react';
import { testConnection, type ConnectionTestResult } from '../api/connection-test.ts';
import type { Connection } from '../domain/connection/connection.ts';

interface TestedConnection extends ConnectionTestResult {
  readonly connection: Connection;
}

/** Runs a connection test and holds its diagnosis; only the latest test counts. */
export function useConnectionTest() {
  const [pending, setPending] = useState(false);
  const [tested, setTested] = useState<TestedConnection>();

  const test = async (connection: Connection, token?: string) => {
    setPending(true);
    setTested(undefined);
    const result = await testConnection(connection, token);
    setTested({ connection, ...result });
    setPending(false);
  };
  return { pending, tested, test };
}
