import { Button } from '../buttons/button.tsx';
import { Alert, type AlertProps } from '../feedback/alert.tsx';
import { ProblemSentences } from '../feedback/problem-sentences.tsx';
import { useTexts } from '../texts/texts.ts';
import type { WriteState } from './use-write.ts';

interface WriteFailureAlertProps extends Pick<AlertProps, 'sx'> {
  readonly write: WriteState;
}

/** Why a write failed and what became of it; if that is unknown, a button asks again. */
export function WriteFailureAlert({ write: { failure, askAgain }, ...rest }: WriteFailureAlertProps) {
  const { outcome } = useTexts('problems');
  if (!failure) return undefined;
  return (
    <Alert severity="error" {...rest}>
      <ProblemSentences error={failure.error} outcome={failure.outcome} />
      {failure.outcome === 'unknown' && (
        <Button color="inherit" size="small" sx={{ mt: 1, ml: -0.5 }} onClick={() => void askAgain()}>
          {outcome.askAgain}
        </Button>
      )}
    </Alert>
  );
}
