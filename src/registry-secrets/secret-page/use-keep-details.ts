import { useState } from 'react';
import { rememberDetails, type SecretDetails } from '../../api/browser-storage/remember-details.ts';
import { findRemembered, restoreSecret } from '../../api/browser-storage/change-remembered.ts';
import { useRememberedSecrets } from '../../api/browser-storage/remembered-secrets.ts';
import { useConnection } from '../../api/current-connection.tsx';
import { toApiError } from '../../domain/api-problem.ts';
import { showToast } from '../../ui/toasts/toasts.ts';

/**
 * Stores the details typed for a secret, says so, and offers to undo it; `failure` is why it was not stored, until the
 * next attempt.
 */
export function useKeepDetails(name: string, { said, onKept }: { said: string; onKept: () => void }) {
  const connection = useConnection();
  const now = useRememberedSecrets(connection).get(name);
  // As it was when the dialog was opened, whoever else may change it meanwhile.
  const [known] = useState(now);
  const [seen, setSeen] = useState(now);
  const [failure, setFailure] = useState<Error>();
  const keep = async (details: SecretDetails) => {
    setFailure(undefined);
    try {
      const before = await rememberDetails(connection, details, { before: known, seen }, new Date());
      showToast({ text: said, undo: () => restoreSecret(connection, name, before) });
      onKept();
    } catch (error) {
      setFailure(toApiError(error));
      // Saving again after seeing the changes of others overwrites them.
      setSeen(findRemembered(connection, name));
    }
  };
  return { known, keep, failure };
}
