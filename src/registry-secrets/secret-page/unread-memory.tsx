import { Button } from '../../ui/buttons/button.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

/** Replaces what is remembered of a secret if it could not be read. */
export function UnreadMemory({ onRetry }: { readonly onRetry: () => void }) {
  const { unread } = useTexts('secretPage');
  const { retry } = useTexts('common');
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {retry}
        </Button>
      }
    >
      {unread}
    </Alert>
  );
}
