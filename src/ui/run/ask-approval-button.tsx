import { Button } from '../buttons/button.tsx';
import type { Write } from '../form/use-write.ts';
import { WriteFailureAlert } from '../form/write-failure-alert.tsx';
import { useTexts } from '../texts/texts.ts';

interface AskApprovalButtonProps<T> {
  readonly tenantCount: number;
  readonly wanted: T;
  readonly write: Write<T>;
  readonly disabled: boolean;
}

/** Submits plans for approval by a second person. */
export function AskApprovalButton<T>({ tenantCount, wanted, write, disabled }: AskApprovalButtonProps<T>) {
  const texts = useTexts('approvals');
  return (
    <>
      <Button
        variant="contained"
        disabled={disabled}
        aria-busy={write.pending !== undefined}
        onClick={() => void write.run(wanted)}
      >
        {texts.ask(tenantCount)}
      </Button>
      <WriteFailureAlert write={write} sx={{ flexBasis: '100%' }} />
    </>
  );
}
