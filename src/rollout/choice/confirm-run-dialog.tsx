import Box from '@mui/material/Box';
import type { Connection } from '../../domain/connection/connection.ts';
import { ConfirmByNameDialog } from '../../ui/form/confirm-by-name-dialog.tsx';
import { savingLocally } from '../../ui/form/use-write.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import type { ChosenPlan } from './tenant-choice.ts';

interface ConfirmRunDialogProps {
  readonly request: RolloutRequest;
  readonly plan: ChosenPlan;
  readonly connections: readonly Connection[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Whether a plan destroys something: what it removes, or credentials it replaces. */
export function needsConfirmation({ counts }: ChosenPlan): boolean {
  return counts.update + counts.delete > 0;
}

/** Requires typing the number of tenants that lose something. */
export function ConfirmRunDialog({ request, plan, connections, onConfirm, onClose }: ConfirmRunDialogProps) {
  const texts = useTexts('rollout');
  const { replaces, removes } = useTexts('kinds');
  const { operation, kind, order } = request;
  const { name } = order;
  const losing = new Set(
    plan.steps
      .filter(({ action }) => action === 'update' || action === 'delete')
      .map(({ tenantId }) => tenantId),
  );
  const labels = connections.filter(({ id }) => losing.has(id)).map(({ label }) => label);
  return (
    <ConfirmByNameDialog
      heading={texts.confirmHeading(operation, name, losing.size)}
      name={String(losing.size)}
      nameLabel={texts.confirmLabel}
      confirmLabel={texts.confirm(operation)}
      write={savingLocally(false)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Box sx={{ typography: 'body2', overflowWrap: 'anywhere' }}>
        <div>{texts.confirmTenants(labels)}</div>
        {operation === 'rollout' ? replaces[kind] : removes[kind]}
      </Box>
    </ConfirmByNameDialog>
  );
}
