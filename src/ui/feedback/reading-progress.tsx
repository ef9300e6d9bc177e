import Box from '@mui/material/Box';
import { unseenStyle } from '../unseen-style.ts';
import { ProgressBar } from './progress-bar.tsx';

interface ReadingProgressProps {
  readonly label: string;
  readonly read: number;
  readonly failed: number;
  readonly total: number;
  readonly text: (done: number, total: number) => string;
}

/** A bar while many are being read. Who does not see it go is told that it has. */
export function ReadingProgress({ label, read, failed, total, text }: ReadingProgressProps) {
  const ended = read + failed;
  return (
    <>
      {ended < total && <ProgressBar label={label} value={ended} total={total} text={text(ended, total)} />}
      <Box role="status" sx={unseenStyle}>
        {ended === total && text(read, total)}
      </Box>
    </>
  );
}
