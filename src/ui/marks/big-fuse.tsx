import Box from '@mui/material/Box';
import type { ExpiryState } from '../../domain/token/expiry.ts';
import { Fuse } from './fuse.tsx';

interface BigFuseProps {
  readonly expiry: ExpiryState | undefined;
  /** For its start, its tick and its end. */
  readonly labels: readonly [string, string, string];
}

/** A fuse as wide as its container, with a scale below it. The words beside it say the same. */
export function BigFuse({ expiry, labels }: BigFuseProps) {
  const [start, tick, end] = labels;
  const hasEnd = expiry !== undefined && expiry.kind !== 'none';
  return (
    <Box aria-hidden sx={bigFuseStyle}>
      <Fuse expiry={expiry} />
      {hasEnd && (
        <Box sx={scaleStyle}>
          <span>{start}</span>
          <span>{tick}</span>
          <span>{end}</span>
        </Box>
      )}
    </Box>
  );
}

const bigFuseStyle = {
  mt: 1.5,
  '& > [data-kind]': { display: 'block', width: '100%' },
  '& > [data-kind=valid], & > [data-kind=soon], & > [data-kind=expired]': { height: 8, borderRadius: '4px' },
  '& > [data-kind]::after': { top: -4, height: 16 },
} as const;

const scaleStyle = {
  position: 'relative',
  height: 16,
  mt: 1,
  color: 'text.disabled',
  fontSize: '0.6875rem',
  lineHeight: '1rem',
  '& > span': { position: 'absolute', left: 0 },
  // On a short fuse, beside the tick, so that it does not touch the label of the start.
  '& > :nth-of-type(2)': { left: `max(${(100 * 14) / 90}%, 46px)`, transform: 'translateX(-25%)' },
  '& > :last-of-type': { left: 'auto', right: 0 },
} as const;
