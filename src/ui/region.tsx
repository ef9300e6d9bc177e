import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

/** A panel with a heading that names it as a region. */
export function Region({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      variant="outlined"
      sx={{ p: { xs: 2, sm: 2.5 }, minWidth: 0 }}
    >
      <Typography variant="h2" id={id} sx={{ mb: 1.5 }}>
        {heading}
      </Typography>
      {children}
    </Paper>
  );
}
