import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';

interface LoadingStateProps {
  readonly lines?: number | undefined;
  readonly head?: ReactNode;
  /** Custom placeholder rows. */
  readonly children?: ReactNode;
}

/** Grey bars with the height of table rows, in place of what is loading. Not shown for very short loads. */
export function LoadingState({ lines = 8, head, children }: LoadingStateProps) {
  const texts = useTexts('common');
  return (
    <Box role="status" aria-label={texts.loading} sx={listStyle}>
      {head}
      {children ??
        Array.from({ length: lines }, (_, line) => (
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

/** A placeholder for a line of text. */
export const loadingBar = { height: 8, borderRadius: '4px', bgcolor: 'ground.press' } as const;

const lineStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 3,
  height: 'var(--row)',
  px: 'max(12px, var(--gutter, 0px))',
  borderBottom: 1,
  borderColor: 'rule.soft',
  '& > div': loadingBar,
} as const;
