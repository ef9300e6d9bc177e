import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import type { Connection } from '../domain/connection/connection.ts';
import { maxFileLength, parseConnectionsFile } from '../domain/connection/connections-file.ts';
import type { ConnectionsFileResult } from '../domain/connection/connections-file.ts';
import { iconProps } from '../ui/icon-props.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { ImportConnectionsDialog } from './import-connections-dialog.tsx';

const unreadable: ConnectionsFileResult = { ok: false, problems: [{ code: 'unreadable' }] };

interface ImportButtonProps {
  readonly offered: readonly Connection[];
  readonly added: readonly Connection[];
}

/** Chooses a file; a dialog then shows what importing it does, or why it cannot be. */
export function ImportConnectionsButton({ offered, added }: ImportButtonProps) {
  const texts = useTexts('connections');
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ name: string; result: ConnectionsFileResult }>();

  const read = async (file: File | undefined) => {
    if (!file) return;
    // One more than is allowed, so that too much is noticed and not all of it read.
    const result = await file
      .slice(0, maxFileLength + 1)
      .text()
      .then(parseConnectionsFile, () => unreadable);
    setChosen({ name: file.name, result });
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={texts.importFile}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // The same file, mended, can then be chosen again.
          event.target.value = '';
        }}
      />
      <Button variant="outlined" startIcon={<Upload {...iconProps} />} onClick={() => input.current?.click()}>
        {texts.import}
      </Button>
      {chosen && (
        <ImportConnectionsDialog
          {...chosen}
          offered={offered}
          added={added}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
