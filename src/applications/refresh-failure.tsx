import { Alert } from '../ui/feedback/alert.tsx';
import type { WriteState } from '../ui/form/use-write.ts';
import { WriteFailureText } from '../ui/form/write-failure-text.tsx';

/** Why a refresh was not taken. */
export function RefreshFailure({ write }: { write: WriteState }) {
  if (!write.failure) return undefined;
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <WriteFailureText failure={write.failure} onAskAgain={write.askAgain} />
    </Alert>
  );
}
