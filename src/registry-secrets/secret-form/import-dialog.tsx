import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import { readImportFile } from '../../domain/pull-secret/import/decode-import-file.ts';
import { importCredentials } from '../../domain/pull-secret/import/import-credentials.ts';
import { openEntry } from '../../domain/pull-secret/import/import-result.ts';
import type {
  ImportedEntry,
  ImportResult,
  ImportSuccess,
} from '../../domain/pull-secret/import/import-result.ts';
import { recogniseProvider } from '../../domain/registry/provider-host.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useConfirmClose } from '../../ui/form/unsaved-changes-guard.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { toggled } from '../../ui/toggled.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { ImportFindings, type FoundRegistry } from './import-findings.tsx';
import type { RegistryValues } from './secret-form-values.ts';

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onImport: (imported: { registries: RegistryValues[]; secretName?: string | undefined }) => void;
}

/** Reads what is pasted, dropped or chosen, shows the result, and hands over the selected registries. */
export function ImportDialog({ onClose, onImport }: ImportDialogProps) {
  const texts = useTexts('importTexts');
  const { cancel } = useTexts('common');
  const [text, setText] = useState('');
  const [result, setResult] = useState<ImportResult>();
  const [taken, setTaken] = useState<ReadonlySet<FoundRegistry>>(new Set());
  const [keepExtra, setKeepExtra] = useState(false);

  const show = (next: ImportResult) => {
    setResult(next);
    setTaken(new Set(next.ok ? wantedOf(next) : []));
  };
  const read = (next: string) => {
    setText(next);
    void importCredentials(next).then(show);
  };
  const readFile = async (file: File) => {
    const decoded = await readImportFile(file);
    if ('text' in decoded) read(decoded.text);
    else show({ ok: false, problem: decoded.problem });
  };

  const { close, question } = useConfirmClose(text !== '', onClose);
  const found = result?.ok ? result : undefined;
  const registries = found ? [...found.entries, ...found.leftOut].filter((each) => taken.has(each)) : [];
  const add = () =>
    onImport({
      secretName: found?.secretName,
      registries: registries.map((each) => toValues('reason' in each ? openEntry(each) : each, keepExtra)),
    });

  return (
    <Dialog
      heading={texts.heading}
      onClose={close}
      wide
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {cancel}
          </Button>
          <Button variant="contained" disabled={registries.length === 0} onClick={add}>
            {texts.add(registries.length)}
          </Button>
        </>
      }
    >
      <Box
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const file = event.dataTransfer.files[0];
          if (!file) return;
          event.preventDefault();
          void readFile(file);
        }}
      >
        <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 1.5 }}>{texts.intro}</Box>
        <MuiTextField
          label={texts.field}
          value={text}
          onChange={(event) => read(event.target.value)}
          multiline
          minRows={5}
          maxRows={10}
          autoFocus
          autoComplete="off"
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
        <FileButton label={texts.chooseFile} onFile={(file) => void readFile(file)} />
      </Box>
      <Box aria-live="polite" sx={{ mt: 1 }}>
        {result?.ok === false && (text !== '' || result.problem.code !== 'empty') && (
          <Alert severity="error" role="note">
            {texts.problem(result.problem)}
          </Alert>
        )}
        {found && (
          <ImportFindings
            found={found}
            taken={taken}
            onToggle={(registry) => setTaken(toggled(taken, registry))}
            keepExtra={keepExtra}
            onKeepExtra={setKeepExtra}
          />
        )}
      </Box>
      {question}
    </Dialog>
  );
}

/** Complete entries, and incomplete ones with more than a host; a login command names the host on purpose. */
function wantedOf({ entries, leftOut, format }: ImportSuccess): FoundRegistry[] {
  const isLogin = ['docker-login', 'kubectl-command', 'credential-fields'].includes(format);
  return [
    ...entries,
    ...leftOut.filter(({ username, password }) => isLogin || (username ?? password) !== undefined),
  ];
}

function toValues({ host, username, password, extra }: ImportedEntry, keepExtra: boolean): RegistryValues {
  return {
    provider: recogniseProvider(host).id,
    host,
    username,
    accessToken: password,
    ...(keepExtra && extra && { extra }),
  };
}
