import Box from '@mui/material/Box';
import { useState } from 'react';
import { useConnection } from '../../api/current-connection.tsx';
import { imagePullSecretsList } from '../../domain/pull-secret/snippets.ts';
import { toCsv } from '../../domain/text/csv.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DownloadButton } from '../../ui/download-button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { SecretRow } from './secret-rows.ts';

interface ExportListDialogProps {
  readonly rows: readonly SecretRow[];
  readonly onClose: () => void;
}

/** Saves secrets as a file: what is known of them, for a spreadsheet, or the lines that templates need. */
export function ExportListDialog({ rows, onClose }: ExportListDialogProps) {
  const texts = useTexts('exportList');
  const { close } = useTexts('common');
  const connection = useConnection();
  const [format, setFormat] = useState<'csv' | 'yaml'>('csv');
  const text =
    format === 'csv' ? listAsCsv(rows, texts.columns) : imagePullSecretsList(rows.map(({ name }) => name));
  return (
    <Dialog
      wide
      heading={texts.heading(rows.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{close}</Button>
          <DownloadButton
            label={texts.download}
            text={text}
            filename={`${connection.id}-secrets.${format}`}
            mediaType={format === 'csv' ? 'text/csv' : 'application/yaml'}
            size="medium"
          />
        </>
      }
    >
      <Box sx={{ mb: 1.5, color: 'text.secondary' }}>{texts.note}</Box>
      <Box sx={{ mb: 1.5, width: 'fit-content' }}>
        <SegmentedChoice
          label={texts.format}
          options={(['csv', 'yaml'] as const).map((value) => ({ value, label: texts.formats[value] }))}
          value={format}
          onChange={setFormat}
        />
      </Box>
      <CodeBlock code={text} label={texts.formats[format]} />
    </Dialog>
  );
}

/** One line per registry, so that a spreadsheet can sort by it; a secret without any has one line too. */
function listAsCsv(rows: readonly SecretRow[], columns: readonly string[]): string {
  const lines = rows.flatMap(({ name, registries, expiresAt = '', changedAt = '' }) =>
    (registries.length === 0 ? [{ host: '', username: '' }] : registries).map(({ host, username = '' }) => [
      name,
      host,
      username,
      expiresAt,
      changedAt,
    ]),
  );
  return toCsv([columns, ...lines]);
}
