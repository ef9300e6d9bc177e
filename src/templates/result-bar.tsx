import Box from '@mui/material/Box';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { useBarRoom } from '../ui/layout/use-bar-room.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { DiffRow } from './diff/diff-rows.ts';

interface ResultBarProps {
  readonly text: string;
  /** Undefined while there is no result. */
  readonly diff: readonly DiffRow[] | undefined;
  readonly fileName: string | undefined;
  /** The result does not match the current text and choice. */
  readonly disabled: boolean;
  readonly onTaken: () => void;
}

/** The number of changes, and buttons to copy or save the result. It is always visible. */
export function ResultBar({ text, diff, fileName, disabled, onTaken }: ResultBarProps) {
  const texts = useTexts('templates');
  const room = useBarRoom('top', 'foot');
  const count = (kind: DiffRow['kind']) => diff?.filter((row) => row.kind === kind).length ?? 0;
  return (
    <Box ref={room} sx={barStyle}>
      <Box role="status" sx={{ mr: 'auto' }}>
        {diff?.length === 0 && texts.unchanged}
        {diff && diff.length > 0 && (
          <>
            <strong>{texts.changes(count('added'), count('removed'))}</strong>
            <span> {texts.otherLines}</span>
          </>
        )}
      </Box>
      <DownloadButton
        label={texts.download}
        text={text}
        filename={fileName ?? texts.defaultFileName}
        mediaType="application/yaml"
        disabled={disabled}
        onSaved={onTaken}
      />
      <CopyButton primary text={text} label={texts.copy} disabled={disabled} onCopied={onTaken} />
    </Box>
  );
}

const barStyle = {
  position: 'sticky',
  top: { xs: 56, sm: 48 },
  bottom: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 64,
  mx: 'calc(-1 * var(--gutter))',
  px: 'var(--gutter)',
  bgcolor: 'background.paper',
  borderBlock: '1px solid',
  borderColor: 'divider',
  // At the end of the page it also ends the sheet.
  '&:not(:has(~ *))': { mb: { xs: -2, sm: -3 }, borderBottom: 0 },
  '& strong': { color: 'success.main' },
  '& strong + span': { display: { xs: 'none', sm: 'inline' }, color: 'text.secondary' },
  '@media print': { display: 'none' },
} as const;
