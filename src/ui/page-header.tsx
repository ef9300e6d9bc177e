import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

/** The page's heading, also the browser tab's title, with the page's main actions beside it. */
export function PageHeader({
  heading,
  note,
  actions,
}: {
  heading: string;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 3 }}>
      <PageTitle heading={heading} />
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Typography variant="h1">{heading}</Typography>
        {note !== undefined && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.75, maxWidth: 720 }}>
            {note}
          </Typography>
        )}
      </Box>
      {actions !== undefined && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
    </Box>
  );
}
