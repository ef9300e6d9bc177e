import Box from '@mui/material/Box';
import { lifeLeft, type ExpiryState } from '../../domain/token/expiry.ts';

/**
 * The next 90 days of a credential as a bar that burns down, with a tick at day 14. Purely visual: the words beside it
 * say the same. Without a state, the end is unknown.
 */
export function Fuse({ expiry }: { expiry: ExpiryState | undefined }) {
  const left = expiry && lifeLeft(expiry);
  return (
    <Box component="span" aria-hidden data-kind={expiry?.kind ?? 'unknown'} sx={fuseStyle}>
      {left !== undefined && <i style={{ width: `${100 * left}%` }} />}
    </Box>
  );
}

/** For a plain element with `data-kind` that contains a bar as wide as what is left. */
export const fuseStyle = {
  '--burn': 'var(--mui-palette-text-disabled)',
  position: 'relative',
  display: 'inline-block',
  flex: 'none',
  width: 64,
  height: 4,
  borderRadius: '2px',
  bgcolor: 'divider',
  printColorAdjust: 'exact',
  forcedColorAdjust: 'none',
  '& > i': {
    position: 'absolute',
    inset: '0 auto 0 0',
    minWidth: 4,
    borderRadius: '2px',
    bgcolor: 'var(--burn)',
  },
  '&::after': {
    content: '""',
    position: 'absolute',
    top: -2,
    left: `${(100 * 14) / 90}%`,
    width: '1px',
    height: 8,
    bgcolor: 'rule.control',
  },
  '&[data-kind=soon]': { '--burn': 'var(--mui-palette-warning-mark)' },
  '&[data-kind=expired]': { '--burn': 'var(--mui-palette-error-mark)', bgcolor: 'error.line' },
  '&[data-kind=none]': { height: '1px', bgcolor: 'rule.strong' },
  '&[data-kind=unknown]': {
    height: 0,
    bgcolor: 'transparent',
    borderTop: '1px dashed',
    borderColor: 'rule.control',
  },
  '&[data-kind=none]::after, &[data-kind=unknown]::after': { content: 'none' },
} as const;
