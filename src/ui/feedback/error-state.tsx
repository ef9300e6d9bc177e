import { Button } from '../buttons/button.tsx';
import { Alert } from './alert.tsx';
import { useTexts } from '../texts/texts.ts';
import { ProblemText } from './problem-text.tsx';

/**
 * Shown in place of a view that could not be read: what happened, what to do, the server's words and the request id.
 */
export function ErrorState({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const texts = useTexts('common');
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {texts.retry}
        </Button>
      }
    >
      <ProblemText error={error} />
    </Alert>
  );
}
