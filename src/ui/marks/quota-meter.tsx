import Box from '@mui/material/Box';
import type { Quota } from '../../domain/connection/quota.ts';

interface QuotaMeterProps {
  readonly quota: Quota;
  /** The same in words; the bar only repeats them. */
  readonly text: (used: number, max: number | undefined) => string;
}

export function QuotaMeter({ quota: { used, max }, text }: QuotaMeterProps) {
  return (
    <Box component="span" sx={meterStyle}>
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
    forcedColorAdjust: 'none',
  },
  '& > span > span': { display: 'block', height: '100%', bgcolor: 'text.disabled' },
} as const;
