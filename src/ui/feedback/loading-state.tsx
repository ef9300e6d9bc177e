import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTexts } from '../texts/texts.ts';

/** Grey lines in the place of what is being loaded. */
export function LoadingState({ lines = 5 }: { lines?: number }) {
  const texts = useTexts('common');
  return (
    <Box role="status" aria-label={texts.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={44} />
      ))}
    </Box>
  );
}
