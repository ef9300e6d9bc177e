import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import type { Connection } from '../../domain/connection/connection.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { findNamedTenants } from './pasted-names.ts';

interface PasteNamesDialogProps {
  readonly connections: readonly Connection[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Selects the tenants in a pasted list, and reports names that are not tenants here. */
export function PasteNamesDialog({ connections, onSelect, onClose }: PasteNamesDialogProps) {
  const texts = useTexts('rollout');
  const { cancel } = useTexts('common');
  const [text, setText] = useState('');
  const { ids, unknown, ambiguous } = useMemo(() => findNamedTenants(connections, text), [connections, text]);

  return (
    <Dialog
      heading={texts.pasteNames}
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {cancel}
          </Button>
          <Button
            variant="contained"
            disabled={ids.length === 0}
            onClick={() => {
              onSelect(ids);
              onClose();
            }}
          >
            {texts.selectNamed(ids.length)}
          </Button>
        </>
      }
    >
      <TextField
        multiline
        minRows={4}
        maxRows={12}
        label={texts.names}
        helperText={texts.namesHint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoFocus
        slotProps={{ htmlInput: { spellCheck: false } }}
        sx={{ mt: 1 }}
      />
      <Box role="status" sx={{ mt: 1, typography: 'body2', overflowWrap: 'anywhere' }}>
        {unknown.length > 0 && <div>{texts.namesUnknown(unknown)}</div>}
        {ambiguous.length > 0 && <div>{texts.namesAmbiguous(ambiguous)}</div>}
      </Box>
    </Dialog>
  );
}
