import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from '../page-title.tsx';

/** A view with nothing in it: says why, and what to do. `page`: it is the whole page, and its heading that of the page. */
export function EmptyState(props: {
  heading: string;
  children?: ReactNode;
  action?: ReactNode;
  page?: boolean;
}) {
  return (
    <Box
      sx={{
        py: 7,
        px: 3,
        textAlign: 'center',
        border: '1px dashed',
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Typography variant="h2" component={props.page ? 'h1' : 'h2'}>
        {props.page && <PageTitle heading={props.heading} />}
        {props.heading}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mx: 'auto', maxWidth: 560 }}>
        {props.children}
      </Typography>
      {props.action !== undefined && <Box sx={{ mt: 2.5 }}>{props.action}</Box>}
    </Box>
  );
}
