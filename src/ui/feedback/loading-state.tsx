import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTexts } from '../texts/texts.ts';

/** Grey bars in rows of a table's height, in the place of what is being loaded; not shown for a mere moment. */
export function LoadingState({ lines = 8 }: { lines?: number }) {
  const texts = useTexts('common');
  return (
    <Box role="status" aria-label={texts.loading} sx={listStyle}>
      {Array.from({ length: lines }, (_, line) => (
        <Box key={line} sx={lineStyle}>
          <Skeleton height={8} width={`${barWidths[line % barWidths.length]}%`} />
          <Skeleton height={8} width="12%" sx={{ ml: 'auto' }} />
        </Box>
      ))}
    </Box>
  );
}

const barWidths = [24, 32, 20, 28];

const listStyle = {
  mx: 'calc(-1 * var(--gutter, 0px))',
  '@keyframes appear': { from: { visibility: 'hidden' } },
  animation: 'appear 200ms step-end',
} as const;

const lineStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 3,
  height: 40,
  px: 'max(12px, var(--gutter, 0px))',
  borderBottom: 1,
  borderColor: 'rule.soft',
} as const;
