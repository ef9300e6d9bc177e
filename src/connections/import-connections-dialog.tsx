import Box from '@mui/material/Box';
import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import type { Connection } from '../domain/connection/connection.ts';
import type { ConnectionsFileResult } from '../domain/connection/connections-file.ts';
import { planImport } from '../domain/connection/connections-import.ts';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toasts/toasts.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { useBatches } from '../ui/use-batches.tsx';
import { fullAddress } from './full-address.ts';
import { changeConnections } from './change-connections.ts';

interface ImportDialogProps {
  readonly name: string;
  readonly result: ConnectionsFileResult;
  readonly offered: readonly Connection[];
  readonly added: readonly Connection[];
  readonly onClose: () => void;
}

/** What would happen to each connection of a file, or what is wrong with the file. */
export function ImportConnectionsDialog({ name, result, offered, added, onClose }: ImportDialogProps) {
  const texts = useTexts('connections');
  const { cancel, close } = useTexts('common');
  const steps = result.ok ? planImport(result.connections, offered, added) : [];
  const planned = useBatches(steps);
  const problems = useBatches(result.ok ? [] : result.problems);
  if (!result.ok) {
    return (
      <Dialog
        heading={texts.importTitle}
        onClose={onClose}
        actions={<Button onClick={onClose}>{close}</Button>}
      >
        <Alert severity="error">
          <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{texts.importFailed(name)}</Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
            {problems.shown.map((problem) => (
              <li key={JSON.stringify(problem)}>{texts.fileProblem(problem)}</li>
            ))}
          </Box>
          {problems.more}
        </Alert>
      </Dialog>
    );
  }

  const changes = steps.filter(({ action }) => action === 'add' || action === 'replace');
  const apply = () => {
    const imported = changes.map(({ connection }) => connection);
    const undo = changeConnections('save', imported, added);
    showToast({ text: texts.changes.imported(imported.map(({ label }) => label)), undo });
    onClose();
  };
  return (
    <Dialog
      heading={texts.importTitle}
      onClose={onClose}
      wide
      actions={
        changes.length === 0 ? (
          <Button onClick={onClose}>{close}</Button>
        ) : (
          <>
            <Button variant="outlined" onClick={onClose}>
              {cancel}
            </Button>
            <Button variant="contained" onClick={apply} autoFocus>
              {texts.importButton(changes.length)}
            </Button>
          </>
        )
      }
    >
      {changes.length === 0 && <Box sx={{ mb: 1.5 }}>{texts.importNothing}</Box>}
      <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2', overflowWrap: 'anywhere' }}>
        {planned.shown.map((step) => (
          <Box component="li" key={step.connection.id} sx={{ mb: 1 }}>
            <strong>{step.connection.label}</strong> {texts.importActions[step.action]}
            {step.action === 'replace' && <code> {fullAddress(step.replaced, location.origin)}</code>}
            <Box component="code" sx={{ display: 'block', color: 'text.secondary' }}>
              {fullAddress(step.connection, location.origin)}
            </Box>
          </Box>
        ))}
      </Box>
      {planned.more}
    </Dialog>
  );
}
