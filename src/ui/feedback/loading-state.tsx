import Box from '@mui/material/Box';
import { useTexts } from '../texts/texts.ts';

/** Grey bars in rows of a table's height, in the place of what is being loaded; not shown for a mere moment. */
export function LoadingState({ lines = 8 }: { lines?: number }) {
  const texts = useTexts('common');
  return (
    <Box role="status" aria-label={texts.loading} sx={listStyle}>
      {Array.from({ length: lines }, (_, line) => (
        <Box key={line} sx={lineStyle}>
          <Box sx={{ width: `${barWidths[line % barWidths.length]}%` }} />
          <Box sx={{ width: '12%', ml: 'auto' }} />
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
  '& > div': { height: 8, borderRadius: '4px', bgcolor: 'ground.press' },
} as const;
