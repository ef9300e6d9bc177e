import { Download } from 'lucide-react';
import { Button } from '../ui/buttons/button.tsx';
import type { Connection } from '../domain/connection/connection.ts';
import { formatConnectionsFile } from '../domain/connection/connections-file.ts';
import { saveFile } from '../ui/save-file.ts';
import { iconProps } from '../ui/icon-props.ts';
import { useTexts } from '../ui/texts/texts.ts';

/** Saves the list as a file, without any credential. */
export function ExportConnectionsButton({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('connections');
  return (
    <Button
      variant="outlined"
      startIcon={<Download {...iconProps} />}
      disabled={connections.length === 0}
      onClick={() => saveFile(texts.exportFile, formatConnectionsFile(connections), 'application/json')}
    >
      {texts.export}
    </Button>
  );
}
