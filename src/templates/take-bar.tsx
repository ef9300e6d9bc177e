import Box from '@mui/material/Box';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { useBarRoom } from '../ui/layout/use-bar-room.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { DiffRow } from './diff/diff-rows.ts';

interface TakeBarProps {
  readonly text: string;
  /** Undefined while there is no result to take. */
  readonly diff: readonly DiffRow[] | undefined;
  readonly fileName: string | undefined;
  /** The result is not of what the text and the choice are now. */
  readonly disabled: boolean;
  readonly onTaken: () => void;
}

/** What changed, and the result to take away. It stays in sight wherever the page is scrolled to. */
export function TakeBar({ text, diff, fileName, disabled, onTaken }: TakeBarProps) {
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
  // With nothing below it, it ends the sheet.
  '&:not(:has(~ *))': { mb: { xs: -2, sm: -3 }, borderBottom: 0 },
  '& strong': { color: 'success.main' },
  '& strong + span': { display: { xs: 'none', sm: 'inline' }, color: 'text.secondary' },
  '@media print': { display: 'none' },
} as const;
