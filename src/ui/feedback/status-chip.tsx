import Box from '@mui/material/Box';
import { CircleCheck, CircleX, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { smallIconProps } from '../icon-props.ts';

export type StatusTone = 'success' | 'info' | 'warning' | 'error' | 'neutral';

interface StatusChipProps {
  readonly tone: StatusTone;
  /** Its sign, where that of its tone says too little. */
  readonly Icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}

/** A state in words, with its sign; light enough for each row of a table. */
export function StatusChip({ tone, Icon = icons[tone], children }: StatusChipProps) {
  return (
    <Box component="span" sx={{ ...chipStyle, ...toneStyles[tone] }}>
      {Icon && <Icon {...smallIconProps} />}
      {children}
    </Box>
  );
}

const icons = {
  success: CircleCheck,
  info: LoaderCircle,
  warning: TriangleAlert,
  error: CircleX,
  neutral: undefined,
} as const;

/** For a plain element, where hundreds of rows change within a second. */
export const toneStyles = {
  success: { color: 'success.main', bgcolor: 'success.soft' },
  info: { color: 'accent.text', bgcolor: 'accent.soft' },
  warning: { color: 'warning.main', bgcolor: 'warning.soft' },
  error: { color: 'error.main', bgcolor: 'error.soft' },
  neutral: { color: 'text.secondary', bgcolor: 'ground.press' },
} as const;

export const chipStyle = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  minHeight: 20,
  px: 0.75,
  borderRadius: '4px',
  typography: 'caption',
  whiteSpace: 'nowrap',
  verticalAlign: 'middle',
  '& > svg': { flex: 'none' },
  '& > .lucide-loader-circle': { animation: 'turn 1.6s linear infinite' },
  // There the ground is gone.
  '@media (forced-colors: active)': { border: '1px solid' },
  printColorAdjust: 'exact',
} as const;
