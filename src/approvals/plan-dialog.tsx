import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { decidePlan, plansQuery, type ApprovalPlan, type PlanDecision } from '../api/approvals.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { Button } from '../ui/buttons/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { useAskedClosing } from '../ui/form/unsaved-changes-guard.tsx';
import { useWrite } from '../ui/form/use-write.ts';
import { WriteFailureText } from '../ui/form/write-failure-text.tsx';
import { showToast } from '../ui/toasts/toasts.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { PlanFacts } from './plan-facts.tsx';
import { RunLink } from './run-link.tsx';

interface PlanDialogProps {
  readonly plan: ApprovalPlan;
  readonly connections: readonly Connection[];
  readonly onClose: () => void;
}

const states = { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' } as const;

/** All that a plan says, and what may be decided about it. */
export function PlanDialog({ plan, connections, onClose }: PlanDialogProps) {
  const texts = useTexts('approvals');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { queryKey } = plansQuery();
  const write = useWrite<PlanDecision>({
    send: (decision) => decidePlan(plan, decision, reason.trim()),
    findOut: async (decision) => {
      const plans = await client.fetchQuery(plansQuery());
      const state = plans.find(({ id }) => id === plan.id)?.state;
      if (state === states[decision]) return 'done';
      return state === 'waiting' ? 'not-done' : 'unknown';
    },
    refresh: () => client.invalidateQueries({ queryKey }),
    onDone: (decision) => {
      showToast({ text: texts.decided[decision](plan.name) });
      onClose();
    },
  });
  const isBusy = write.pending !== undefined;
  const { close, question } = useAskedClosing(reason.trim() !== '', onClose);
  const decide = (decision: PlanDecision) => {
    const lacksReason = decision === 'decline' && reason.trim() === '';
    setIsMissing(lacksReason);
    if (lacksReason) field.current?.focus();
    else if (!isBusy) void write.run(decision);
  };

  return (
    <Dialog
      wide
      heading={texts.operations[plan.operation](plan.name)}
      onClose={() => !isBusy && close()}
      actions={
        <>
          <Button onClick={close}>{texts.close}</Button>
          {plan.isOwn && plan.state === 'waiting' && (
            <Button variant="outlined" aria-busy={isBusy} onClick={() => decide('withdraw')}>
              {texts.withdraw}
            </Button>
          )}
          {plan.mayDecide && (
            <>
              <Button variant="outlined" color="error" aria-busy={isBusy} onClick={() => decide('decline')}>
                {texts.decline}
              </Button>
              <Button variant="contained" aria-busy={isBusy} onClick={() => decide('approve')}>
                {texts.approve}
              </Button>
            </>
          )}
          <RunLink plan={plan} />
        </>
      }
    >
      <PlanFacts plan={plan} connections={connections} />
      {plan.mayDecide && (
        <Box sx={{ mt: 2 }}>
          <MuiTextField
            label={texts.reason}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            inputRef={field}
            error={isMissing && reason.trim() === ''}
            helperText={isMissing && reason.trim() === '' ? texts.reasonMissing : texts.reasonHint}
            autoComplete="off"
            fullWidth
            multiline
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
        </Box>
      )}
      {question}
      {write.failure && (
        <Alert severity="error" sx={{ mt: 2 }}>
          <WriteFailureText failure={write.failure} onAskAgain={write.askAgain} />
        </Alert>
      )}
    </Dialog>
  );
}
