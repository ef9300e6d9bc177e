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

/** Chooses a file; a dialog then shows what importing it would do, or why that is impossible. */
export function ImportConnectionsButton({ offered, added }: ImportButtonProps) {
  const texts = useTexts('connections');
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ name: string; result: ConnectionsFileResult }>();

  const read = async (file: File | undefined) => {
    if (!file) return;
    // One byte more than allowed, to notice a file that is too large without reading all of it.
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
          // Lets the same file be chosen again after it was fixed.
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
