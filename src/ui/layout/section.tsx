import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly heading: string;
  /** Beside the heading, for example a count. */
  readonly fact?: ReactNode;
  /** At the end of the heading's line; several actions wrap where there is no room. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a heading that names it as a region. */
export function Section({ heading, fact, action, children }: SectionProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Box sx={headStyle}>
        <Typography variant="h2" id={id}>
          {heading}
        </Typography>
        {fact !== undefined && <Box sx={factStyle}>{fact}</Box>}
        {action !== undefined && <Box sx={actionStyle}>{action}</Box>}
      </Box>
      {children}
    </Box>
  );
}

const headStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  // 640 pixels, unless the browser's font is larger.
  '@media (min-width: 40rem)': { flexWrap: 'nowrap' },
  alignItems: 'center',
  gap: 1,
  minHeight: 28,
  mb: 1,
} as const;
const factStyle = { color: 'text.secondary', typography: 'body2' } as const;
/** Aligns the label of a plain button with the edge of the section. */
const actionStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: 1,
  ml: 'auto',
  '& > [data-variant=text]': { mr: -1.25 },
} as const;
