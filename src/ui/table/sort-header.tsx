import Box from '@mui/material/Box';

interface SortHeaderProps {
  readonly label: string;
  /** The order in which the table stands now, where it is this column's. */
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

/** A column's heading that sorts the table. */
export function SortHeader({ label, direction, className, onClick }: SortHeaderProps) {
  return (
    <th scope="col" className={className} aria-sort={direction ?? 'none'}>
      <Box component="button" type="button" onClick={onClick} sx={buttonStyle}>
        {label}
        <Box component="span" aria-hidden sx={{ visibility: direction ? 'visible' : 'hidden' }}>
          {direction === 'descending' ? '↓' : '↑'}
        </Box>
      </Box>
    </th>
  );
}

const buttonStyle = {
  all: 'unset',
  cursor: 'pointer',
  display: 'inline-flex',
  gap: 0.5,
  '&:hover': { color: 'text.primary' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
} as const;
