import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { deleteSecret, invalidateSecrets, secretExists } from '../api/docker-registry-secrets.ts';
import { forgetSecret } from '../api/browser-storage/remembered-secrets.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemText } from '../ui/feedback/problem-text.tsx';
import { savingLocally, useWrite } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';

type Outcome = 'deleted' | Error;

interface DeleteDialogProps {
  readonly names: readonly string[];
  readonly onClose: () => void;
  /** After one was deleted, in the place of closing. */
  readonly onDeleted?: () => void;
}

/** Deletes one secret after its name was typed, or several after their number was, one after the other. */
export function DeleteDialog({ names, onClose, onDeleted = onClose }: DeleteDialogProps) {
  const texts = useTexts('deleteSecrets');
  const { close } = useTexts('common');
  const connection = useConnection();
  const queryClient = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [removing, setRemoving] = useState(false);
  const [done, setDone] = useState(false);
  const [only = ''] = names;

  const remove = async (name: string) => {
    await deleteSecret(connection, name);
    forgetSecret(connection, name);
  };
  const removeOne = useWrite<string>({
    send: (name) => deleteSecret(connection, name),
    findOut: async (name) => ((await secretExists(connection, name)) ? 'not-done' : 'done'),
    refresh: () => invalidateSecrets(queryClient, connection),
    onDone: (name) => {
      forgetSecret(connection, name);
      onDeleted();
    },
  });
  const removeAll = async () => {
    setRemoving(true);
    for (const name of names) {
      const outcome: Outcome = await remove(name).then(
        () => 'deleted',
        (error: unknown) => (error instanceof Error ? error : new Error()),
      );
      setOutcomes((known) => new Map(known).set(name, outcome));
    }
    await invalidateSecrets(queryClient, connection);
    setDone(true);
  };

  const progress = outcomes.size > 0 && (
    <>
      <Box sx={{ mt: 2, typography: 'body2' }}>
        <label>
          {texts.progress(outcomes.size, names.length)} <progress value={outcomes.size} max={names.length} />
        </label>
      </Box>
      <Box component="ul" sx={{ pl: 2.5, mb: 0, typography: 'body2' }}>
        {[...outcomes].map(([name, outcome]) => (
          <li key={name}>
            <strong>{name}</strong>: {outcome === 'deleted' ? texts.deleted : <ProblemText error={outcome} />}
          </li>
        ))}
      </Box>
    </>
  );

  if (done) {
    const failed = [...outcomes.values()].filter((outcome) => outcome !== 'deleted').length;
    return (
      <Dialog
        heading={texts.doneHeading(outcomes.size - failed, failed)}
        onClose={onClose}
        actions={<Button onClick={onClose}>{close}</Button>}
      >
        {progress}
      </Dialog>
    );
  }
  const several = names.length > 1;
  return (
    <ConfirmByNameDialog
      heading={several ? texts.headingOfMany(names.length) : texts.heading(only)}
      name={several ? String(names.length) : only}
      nameLabel={several ? texts.typeNumber : texts.typeName}
      confirmLabel={texts.delete}
      write={several ? savingLocally(removing) : removeOne}
      onConfirm={() => void (several ? removeAll() : removeOne.run(only))}
      onClose={onClose}
    >
      <Box sx={{ typography: 'body2' }}>{texts.consequence}</Box>
      {several && (
        <Box sx={{ mt: 1, typography: 'body2', overflowWrap: 'anywhere' }}>{texts.names(names)}</Box>
      )}
      <Box aria-live="polite">{progress}</Box>
    </ConfirmByNameDialog>
  );
}
