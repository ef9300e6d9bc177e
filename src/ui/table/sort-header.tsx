import Box from '@mui/material/Box';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { smallIconProps } from '../icon-props.ts';

interface SortHeaderProps {
  readonly label: string;
  /** The current order of the table, if it is sorted by this column. */
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

/** A column heading that sorts the table. */
export function SortHeader({ label, direction, className, onClick }: SortHeaderProps) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" className={className} aria-sort={direction ?? 'none'}>
      <Box component="button" type="button" onClick={onClick} sx={buttonStyle}>
        {label}
        <Arrow {...smallIconProps} visibility={direction ? 'visible' : 'hidden'} />
      </Box>
    </th>
  );
}

const buttonStyle = {
  all: 'unset',
  cursor: 'pointer',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  height: 24,
  ml: -0.5,
  px: 0.5,
  borderRadius: '4px',
  '[aria-sort=ascending] > &, [aria-sort=descending] > &, &:hover': { color: 'text.primary' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'accent.focus', outlineOffset: -2 },
} as const;
