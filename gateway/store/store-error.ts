import type { CompiledQuery, DatabaseConnection, Dialect } from 'kysely';
import { errorCode } from '../common/error-code.ts';

/** The store failed, whichever database it is. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** The code of the database or Node; empty if there is none. */
  readonly code: string;

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'the store failed', { cause });
    this.code = errorCode(cause, '');
  }

  /** Whether the caller sent something that cannot be stored: PostgreSQL's class of data exceptions. */
  get isOfCaller(): boolean {
    return /^22\w{3}$/.test(this.code);
  }
}

/** Turns every failure of the database into a `StoreError`, so that it is not taken for a bug of the gateway. */
export function tellStoreErrors<T extends Dialect>(dialect: T): T {
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = () => {
    const driver = createDriver();
    const init = driver.init.bind(driver);
    const acquire = driver.acquireConnection.bind(driver);
    const known = new WeakSet<DatabaseConnection>();
    driver.init = () => told(init);
    driver.acquireConnection = async () => {
      const connection = await told(acquire);
      if (!known.has(connection)) tellOf(connection);
      known.add(connection);
      return connection;
    };
    return driver;
  };
  return dialect;
}

function tellOf(connection: DatabaseConnection): void {
  const executeQuery: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection);
  connection.executeQuery = <R>(query: CompiledQuery) => told(() => executeQuery<R>(query));
}

async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreError(error);
  }
}
