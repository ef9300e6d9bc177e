import Box from '@mui/material/Box';

interface QuotaMeterProps {
  readonly used: number;
  /** Undefined where there is no limit. */
  readonly max: number | undefined;
  /** The same in words; the bar only repeats it. */
  readonly text: string;
}

/** How much of a quota is used. */
export function QuotaMeter({ used, max, text }: QuotaMeterProps) {
  return (
    <Box component="span" sx={meterStyle}>
      {max !== undefined && (
        <span aria-hidden>
          <span style={{ width: `${max === 0 ? 100 : Math.min(100, (100 * used) / max)}%` }} />
        </span>
      )}
      {text}
    </Box>
  );
}

const meterStyle = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 1,
  whiteSpace: 'nowrap',
  '& > span': { width: 64, height: 4, borderRadius: '2px', bgcolor: 'divider', overflow: 'hidden' },
  '& > span > span': { display: 'block', height: '100%', bgcolor: 'text.disabled' },
} as const;
