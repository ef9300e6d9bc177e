import Box from '@mui/material/Box';
import { useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import type { BulkRun } from '../api/runs/bulk-run.ts';
import { useBulkRun } from '../api/runs/use-bulk-run.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { UnsavedChangesGuard } from '../ui/form/unsaved-changes-guard.tsx';
import { savingLocally } from '../ui/form/use-write.ts';
import { RunView } from '../ui/run/run-view.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { startDeletion } from './start-deletion.ts';

/** Deletes several secrets after their number was typed, as a run that can be stopped. */
export function DeleteSecretsDialog({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const texts = useTexts('deleteSecrets');
  const connection = useConnection();
  const refresh = useInvalidate('dockerRegistrySecrets');
  const [run, setRun] = useState<BulkRun>();

  if (run) return <DeletionDialog run={run} tenant={connection.label} onClose={onClose} />;
  return (
    <ConfirmByNameDialog
      heading={texts.headingOfMany(names.length)}
      tenant={connection.label}
      name={String(names.length)}
      nameLabel={texts.typeNumber}
      confirmLabel={texts.delete}
      write={savingLocally(false)}
      onConfirm={() => setRun(startDeletion({ connection, names, refresh }))}
      onClose={onClose}
    >
      <Box sx={{ typography: 'body2' }}>{texts.consequence}</Box>
      <Box sx={{ mt: 1, typography: 'body2', overflowWrap: 'anywhere' }}>
        <code>{names.join(', ')}</code>
      </Box>
    </ConfirmByNameDialog>
  );
}

interface DeletionDialogProps {
  readonly run: BulkRun;
  readonly tenant: string;
  readonly onClose: () => void;
}

/** The run itself. It stays until it has ended: who leaves the page is asked, and stops it. */
function DeletionDialog({ run, tenant, onClose }: DeletionDialogProps) {
  const texts = useTexts('deleteSecrets');
  const { close } = useTexts('common');
  const snapshot = useBulkRun(run);
  const { phase, rows, counts } = snapshot;
  const active = phase !== 'ended';
  const closeAfterEnd = () => {
    if (!active) onClose();
  };

  return (
    <Dialog
      wide
      heading={
        active ? texts.runHeading(rows.length, tenant) : texts.doneHeading(counts.done, counts.failed, tenant)
      }
      onClose={closeAfterEnd}
      actions={
        <Button onClick={closeAfterEnd} disabled={active}>
          {close}
        </Button>
      }
    >
      <RunView
        snapshot={snapshot}
        controls={run}
        label={texts.outcomes}
        targetHeading={texts.secret}
        labelOf={nameItself}
      />
      <UnsavedChangesGuard dirty={active} words={texts.leave} />
    </Dialog>
  );
}

function nameItself(name: string): string {
  return name;
}
