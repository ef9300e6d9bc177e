import { useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { dropEarlier, earlierMemory, takeOver } from '../api/gateway-memory/take-over.ts';
import { useLocalStore } from '../api/browser-storage/local-store.ts';
import { browserMemory, secretMemory } from '../api/browser-storage/secret-memory.ts';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { toApiError } from '../domain/api-problem.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import { ProblemSentences } from '../ui/feedback/problem-sentences.tsx';
import { GuardedButton } from '../ui/guard/guarded-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/**
 * Offers to share what only this browser remembered of a tenant with everybody who uses its gateway; gone once
 * answered.
 */
export function TakeOverNotice() {
  const texts = useTexts('takeOver');
  const { id, baseUrl } = useConnection();
  const mayWrite = useMayWrite('dockerRegistrySecrets');
  useLocalStore(browserMemory);
  const count = earlierMemory(id).length;
  const [state, setState] = useState<'asked' | 'sending' | { readonly failed: Error }>('asked');
  if (count === 0) return undefined;
  const send = () => {
    setState('sending');
    takeOver(id, baseUrl).then(
      () => secretMemory.load(id),
      (error: unknown) => setState({ failed: toApiError(error) }),
    );
  };
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <>
          <Button color="inherit" size="small" onClick={() => dropEarlier(id)}>
            {texts.drop}
          </Button>
          <GuardedButton
            allowed={mayWrite}
            color="inherit"
            size="small"
            aria-busy={state === 'sending'}
            onClick={() => state !== 'sending' && send()}
          >
            {texts.share}
          </GuardedButton>
        </>
      }
    >
      {texts.question(count)}
      {typeof state === 'object' && <ProblemSentences error={state.failed} />}
    </Alert>
  );
}
