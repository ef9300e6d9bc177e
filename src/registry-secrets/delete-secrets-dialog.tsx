import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import type { BulkRun } from '../api/runs/bulk-run.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { useBulkRun } from '../api/runs/use-bulk-run.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { UnsavedChangesGuard } from '../ui/form/unsaved-changes-guard.tsx';
import { savingLocally } from '../ui/form/use-write.ts';
import { RunView } from '../ui/run/run-view.tsx';
import { SecretLink } from '../ui/secret-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { startDeletion } from './start-deletion.ts';

/** Deletes several secrets after their number was typed, as a run that can be cancelled. */
export function DeleteSecretsDialog({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const texts = useTexts('deleteSecrets');
  const connection = useConnection();
  const refresh = useInvalidate('dockerRegistrySecrets');
  const [run, setRun] = useState<BulkRun>();

  if (run) return <DeletionDialog run={run} connection={connection} onClose={onClose} />;
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
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** The run itself. The dialog stays open until it has ended; leaving the page asks first, and cancels it. */
function DeletionDialog({ run, connection, onClose }: DeletionDialogProps) {
  const texts = useTexts('deleteSecrets');
  const { close } = useTexts('common');
  const snapshot = useBulkRun(run);
  const { phase, rows, counts } = snapshot;
  const active = phase !== 'ended';
  const secrets = useQuery(secretsQuery(connection)).data;
  const present = useMemo(() => new Set(secrets?.map(({ name }) => name)), [secrets]);
  // Links to the secrets that still exist, once the run has ended.
  const linkOf = useCallback(
    (name: string) =>
      !active && present.has(name) ? <SecretLink tenant={connection.id} name={name} /> : <code>{name}</code>,
    [active, present, connection.id],
  );
  const closeAfterEnd = () => {
    if (!active) onClose();
  };

  return (
    <Dialog
      wide
      heading={
        active
          ? texts.runHeading(rows.length, connection.label)
          : texts.doneHeading(counts.done, counts.failed, connection.label)
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
        linkOf={linkOf}
      />
      <UnsavedChangesGuard dirty={active} words={texts.leave} />
    </Dialog>
  );
}

function nameItself(name: string): string {
  return name;
}
