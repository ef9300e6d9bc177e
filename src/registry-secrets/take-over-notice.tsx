import Button from '@mui/material/Button';
import { useState } from 'react';
import { useEarlierMemory } from '../api/browser-storage/earlier-memory.ts';
import { useConnection } from '../api/current-connection.tsx';
import { toApiError } from '../domain/api-problem.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import { ProblemText } from '../ui/feedback/problem-text.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** Offers what this browser alone remembered of a tenant to all who use its gateway; gone once it is answered. */
export function TakeOverNotice() {
  const texts = useTexts('takeOver');
  const { count, takeOver, drop } = useEarlierMemory(useConnection());
  const [state, setState] = useState<'asked' | 'sending' | { readonly failed: Error }>('asked');
  if (count === 0) return undefined;
  const send = () => {
    setState('sending');
    takeOver().then(
      () => setState('asked'),
      (error: unknown) => setState({ failed: toApiError(error) }),
    );
  };
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <>
          <Button color="inherit" size="small" onClick={drop}>
            {texts.drop}
          </Button>
          <Button
            color="inherit"
            size="small"
            aria-busy={state === 'sending'}
            onClick={() => state !== 'sending' && send()}
          >
            {texts.share}
          </Button>
        </>
      }
    >
      {texts.question(count)}
      {typeof state === 'object' && <ProblemText error={state.failed} />}
    </Alert>
  );
}
