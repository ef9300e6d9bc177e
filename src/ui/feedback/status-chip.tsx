import Box from '@mui/material/Box';
import { CircleCheck, CircleX, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { smallIconProps } from '../icon-props.ts';

export type StatusTone = 'success' | 'info' | 'warning' | 'error' | 'neutral';

interface StatusChipProps {
  readonly tone: StatusTone;
  /** A more specific icon than the tone's own. */
  readonly Icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}

/** A state as an icon and a word; light enough for every row of a table. */
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

/** Exported with the chip's style for tables that are too large for a component in each row. */
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
  // Forced colours remove the background.
  '@media (forced-colors: active)': { border: '1px solid' },
  printColorAdjust: 'exact',
} as const;
