import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { decidePlan, plansQuery, type ApprovalPlan, type PlanDecision } from '../api/approvals.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { Button } from '../ui/buttons/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useConfirmClose } from '../ui/form/unsaved-changes-guard.tsx';
import { useWrite } from '../ui/form/use-write.ts';
import { WriteFailureAlert } from '../ui/form/write-failure-alert.tsx';
import { showToast } from '../ui/toasts/toasts.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { PlanFacts } from './plan-facts.tsx';
import type { PlanSet } from './plan-set.ts';
import { RunLink } from './run-link.tsx';
import { useSetTitle } from './set-title.ts';

interface PlanDialogProps {
  readonly set: PlanSet;
  readonly connections: readonly Connection[];
  readonly onClose: () => void;
}

/** The state that each decision leads to, and the states it is possible in. */
const decisions = {
  approve: { to: 'approved', from: ['waiting'] },
  decline: { to: 'declined', from: ['waiting'] },
  withdraw: { to: 'withdrawn', from: ['waiting', 'approved'] },
  revoke: { to: 'revoked', from: ['approved'] },
} as const;

function isOpenFor(decision: PlanDecision, state: ApprovalPlan['state'] | undefined): boolean {
  return decisions[decision].from.some((one) => one === state);
}

/** The content of the plans, and the possible decisions. */
export function PlanDialog({ set, connections, onClose }: PlanDialogProps) {
  const texts = useTexts('approvals');
  const common = useTexts('common');
  const title = useSetTitle(connections)(set);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { queryKey } = plansQuery();
  const write = useWrite<PlanDecision>({
    send: async (decision) => {
      // After an attempt whose answer was lost, some may be decided already.
      for (const plan of set.plans.filter(({ state }) => isOpenFor(decision, state)))
        await decidePlan(plan, decision, reason.trim());
    },
    findOut: async (decision) => {
      const all = await client.fetchQuery(plansQuery());
      const found = set.plans.map(({ id }) => all.find((one) => one.id === id)?.state);
      if (found.every((state) => state === decisions[decision].to)) return 'done';
      return found.some((state) => isOpenFor(decision, state)) ? 'not-done' : 'unknown';
    },
    refresh: () => client.invalidateQueries({ queryKey }),
    onDone: (decision) => {
      showToast({ text: texts.decided[decision](set.first.partOf ? title.text : set.first.name) });
      onClose();
    },
  });
  const isBusy = write.pending !== undefined;
  const asksReason = set.mayDecide || set.mayRevoke;
  const { close, question } = useConfirmClose(asksReason && reason.trim() !== '', onClose);
  const decide = (decision: PlanDecision) => {
    const lacksReason = (decision === 'decline' || decision === 'revoke') && reason.trim() === '';
    setIsMissing(lacksReason);
    if (lacksReason) field.current?.focus();
    else if (!isBusy) void write.run(decision);
  };

  return (
    <Dialog
      wide
      heading={title.wording}
      name={title.name}
      onClose={() => !isBusy && close()}
      actions={
        <>
          <Button onClick={close}>{common.close}</Button>
          {set.isOwn && isOpenFor('withdraw', set.state) && (
            <Button variant="outlined" aria-busy={isBusy} onClick={() => decide('withdraw')}>
              {texts.withdraw}
            </Button>
          )}
          {set.mayDecide && (
            <>
              <Button variant="outlined" color="error" aria-busy={isBusy} onClick={() => decide('decline')}>
                {texts.decline}
              </Button>
              <Button variant="contained" aria-busy={isBusy} onClick={() => decide('approve')}>
                {texts.approve}
              </Button>
            </>
          )}
          {set.mayRevoke && (
            <Button variant="outlined" color="error" aria-busy={isBusy} onClick={() => decide('revoke')}>
              {texts.revoke}
            </Button>
          )}
          <RunLink set={set} title={title.text} />
        </>
      }
    >
      {set.plans.map((plan) => (
        <Box key={plan.id} component="section" aria-label={plan.name} sx={planStyle}>
          <PlanFacts plan={plan} connections={connections} />
        </Box>
      ))}
      {asksReason && (
        <Box sx={{ mt: 2 }}>
          <MuiTextField
            label={set.mayDecide ? texts.reason : texts.reasonToRevoke}
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
      <WriteFailureAlert write={write} sx={{ mt: 2 }} />
    </Dialog>
  );
}

const planStyle = { '& + &': { mt: 3, pt: 2, borderTop: 1, borderColor: 'divider' } } as const;
