import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { WithName, type Wording } from './wording.tsx';

interface RegionProps {
  /** A function inserts the name of what it is about. */
  readonly heading: Wording;
  readonly name?: string | undefined;
  readonly children: ReactNode;
}

/** A card with a heading that names it as a region. */
export function Region({ heading, name, children }: RegionProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} variant="outlined" sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2" id={id} sx={headingStyle}>
        <WithName wording={heading} name={name} />
      </Typography>
      {children}
    </Paper>
  );
}

const headingStyle = { mb: 1, overflowWrap: 'anywhere', '& code': { fontSize: '0.8125rem' } } as const;
