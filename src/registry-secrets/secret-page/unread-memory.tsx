import type { MemoryState } from '../../api/browser-storage/secret-memory.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import { LoadingState } from '../../ui/feedback/loading-state.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface UnreadMemoryProps {
  readonly memory: MemoryState;
  readonly onRetry: () => void;
}

/** In the place of what is remembered of a secret, until it is read. */
export function UnreadMemory({ memory, onRetry }: UnreadMemoryProps) {
  const { unread } = useTexts('secretPage');
  const { retry } = useTexts('common');
  if (memory === 'reading') return <LoadingState />;
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
