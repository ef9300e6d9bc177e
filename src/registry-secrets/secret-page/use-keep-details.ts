import { useState } from 'react';
import { rememberDetails, type SecretDetails } from '../../api/browser-storage/remembered-secrets.ts';
import { useConnection } from '../../api/current-connection.tsx';
import { toApiError } from '../../domain/api-problem.ts';

/** Keeps what was typed of a secret; `failure` is why it was not kept, until the next attempt. */
export function useKeepDetails(onKept: () => void) {
  const connection = useConnection();
  const [failure, setFailure] = useState<Error>();
  const keep = async (details: SecretDetails) => {
    setFailure(undefined);
    try {
      await rememberDetails(connection, details, new Date());
    } catch (error) {
      setFailure(toApiError(error));
      return;
    }
    onKept();
  };
  return { keep, failure };
}
