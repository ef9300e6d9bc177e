import Box from '@mui/material/Box';
import { isFull, type Quota } from '../../domain/connection/quota.ts';

interface QuotaMeterProps {
  readonly quota: Quota;
  /** The same in words; the bar only repeats them. */
  readonly text: (used: number, max: number | undefined) => string;
  /** It is to become full; any other is amber then, because nothing more can be created. */
  readonly isGoal?: boolean;
}

/** How much of a quota is used. */
export function QuotaMeter({ quota, text, isGoal = false }: QuotaMeterProps) {
  const { used, max } = quota;
  return (
    <Box component="span" data-full={(!isGoal && isFull(quota)) || undefined} sx={meterStyle}>
      {max !== undefined && (
        <span aria-hidden>
          <span style={{ width: `${max === 0 ? 100 : Math.min(100, (100 * used) / max)}%` }} />
        </span>
      )}
      {text(used, max)}
    </Box>
  );
}

const meterStyle = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 1,
  whiteSpace: 'nowrap',
  '& > span': {
    width: 64,
    height: 4,
    borderRadius: '2px',
    bgcolor: 'divider',
    overflow: 'hidden',
    printColorAdjust: 'exact',
    forcedColorAdjust: 'none',
  },
  '& > span > span': { display: 'block', height: '100%', bgcolor: 'text.disabled' },
  '&[data-full]': { color: 'warning.main', fontWeight: 600 },
  '&[data-full] > span > span': { bgcolor: 'warning.mark' },
} as const;
