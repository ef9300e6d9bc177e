import Box from '@mui/material/Box';

interface QuotaMeterProps {
  readonly used: number;
  readonly max: number;
  /** The same in words; the bar only repeats it. */
  readonly text: string;
}

/** How much of a quota is used. */
export function QuotaMeter({ used, max, text }: QuotaMeterProps) {
  const share = max === 0 ? 1 : Math.min(1, used / max);
  return (
    <Box component="span" sx={meterStyle}>
      <span aria-hidden>
        <span style={{ width: `${100 * share}%` }} />
      </span>
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
