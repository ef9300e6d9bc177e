import Box from '@mui/material/Box';
import { Trash2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { GuardedButton } from '../guard/guarded-button.tsx';
import { iconProps } from '../icon-props.ts';

interface DeleteCardProps {
  /** Whether the signed-in person may do it. */
  readonly allowed: boolean;
  readonly heading: string;
  readonly label: string;
  readonly onDelete: () => void;
  /** What will stop working. */
  readonly children: ReactNode;
}

/** At the end of the page of an object: deletes it. */
export function DeleteCard({ allowed, heading, label, onDelete, children }: DeleteCardProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={cardStyle}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box component="h2" id={id} sx={{ m: 0, typography: 'h3' }}>
          {heading}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>{children}</Box>
      </Box>
      <GuardedButton
        allowed={allowed}
        color="error"
        variant="outlined"
        startIcon={<Trash2 {...iconProps} />}
        onClick={onDelete}
      >
        {label}
      </GuardedButton>
    </Box>
  );
}

const cardStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: 2,
  py: 1.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  '@media print': { display: 'none' },
} as const;
