import Box from '@mui/material/Box';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { smallIconProps } from '../icon-props.ts';

export interface NativeSelectProps extends ComponentProps<'select'> {
  /** A pill to filter with, next to chips: as wide as its value, and coloured while it filters. */
  readonly pill?: boolean;
}

/** A native select with the console's arrow instead of the system's. */
export function NativeSelect({ pill = false, ...select }: NativeSelectProps) {
  return (
    <Box component="span" sx={pill ? { ...selectStyle, ...pillStyle } : selectStyle}>
      <select {...select} data-on={select.value === '' ? undefined : ''} />
      <ChevronDown {...smallIconProps} />
    </Box>
  );
}

const selectStyle = {
  position: 'relative',
  display: 'inline-flex',
  flex: 'none',
  maxWidth: '100%',
  '& > select': {
    appearance: 'none',
    boxSizing: 'border-box',
    minWidth: 0,
    maxWidth: '100%',
    height: 32,
    pl: 1.25,
    pr: 3.5,
    border: 1,
    borderColor: 'rule.control',
    borderRadius: '6px',
    bgcolor: 'background.paper',
    color: 'text.primary',
    font: 'inherit',
    textOverflow: 'ellipsis',
    cursor: 'pointer',
  },
  '& > select:hover': { borderColor: 'text.disabled' },
  '& > select:focus-visible': { outlineOffset: -1 },
  '& option': { bgcolor: 'background.paper', color: 'text.primary' },
  '& > svg': {
    position: 'absolute',
    right: 8,
    top: 'calc(50% - 7px)',
    color: 'text.disabled',
    pointerEvents: 'none',
  },
  '@media (pointer: coarse)': { '& > select': { height: 44 } },
  // On paper it shows what is selected.
  '@media print': { '& > select': { p: 0, border: 0 }, '& > svg': { display: 'none' } },
} as const;

const pillStyle = {
  '& > select': {
    ...selectStyle['& > select'],
    fieldSizing: 'content',
    maxWidth: 200,
    height: 28,
    borderColor: 'rule.strong',
    borderRadius: '14px',
    color: 'text.secondary',
    fontSize: '0.75rem',
  },
  '& > select:hover': { borderColor: 'rule.control', color: 'text.primary' },
  '& > select:focus-visible': { outlineOffset: 2 },
  '& > [data-on]': { bgcolor: 'accent.soft', borderColor: 'accent.line', color: 'accent.text' },
  '& > [data-on] + svg': { color: 'accent.text' },
  '@media (pointer: coarse)': { '& > select': { height: 44, borderRadius: '22px' } },
  '@media print': { display: 'none' },
} as const;
