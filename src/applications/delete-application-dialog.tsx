import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { deleteApplication, findApplication, invalidateApplications } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { saysAbsent } from '../domain/api-problem.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useWrite, type WriteSuccess } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface DeleteApplicationDialogProps {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

export function DeleteApplicationDialog({ name, onDeleted, onClose }: DeleteApplicationDialogProps) {
  const texts = useTexts('applications');
  const connection = useConnection();
  const queryClient = useQueryClient();

  const write = useWrite<string>({
    send: (gone) => deleteApplication(connection, gone),
    saysDone: saysAbsent,
    findOut: async (gone) => ((await findApplication(connection, gone)) ? 'not-done' : 'done'),
    refresh: () => invalidateApplications(queryClient, connection),
    onDone: (_gone, how) => onDeleted(how),
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteApplication}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Typography variant="body2">{texts.deleteText}</Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
