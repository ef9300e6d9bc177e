import { Button } from '../buttons/button.tsx';
import { ProblemSentences } from '../feedback/problem-sentences.tsx';
import { useTexts } from '../texts/texts.ts';
import type { WriteFailure } from './use-write.ts';

interface WriteFailureTextProps {
  readonly failure: WriteFailure;
  readonly onAskAgain: () => Promise<void>;
}

/** Why a write failed and what became of it; where that is not known yet, a button asks once more. */
export function WriteFailureText({ failure, onAskAgain }: WriteFailureTextProps) {
  const { outcome } = useTexts('problems');
  return (
    <>
      <ProblemSentences error={failure.error} outcome={failure.outcome} />
      {failure.outcome === 'unknown' && (
        <Button color="inherit" size="small" sx={{ mt: 1, ml: -0.5 }} onClick={() => void onAskAgain()}>
          {outcome.askAgain}
        </Button>
      )}
    </>
  );
}
