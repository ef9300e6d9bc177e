import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Notice } from '../feedback/notice.tsx';
import { WithName } from '../layout/wording.tsx';

interface AfterWriteProps {
  /** Inserts the name into what was done. */
  readonly title: (name: string) => string;
  readonly name: string;
  /** The name as a link, if it has a page. */
  readonly link?: ReactNode;
  readonly text?: ReactNode;
  /** What becomes of it now, or what to take along. */
  readonly outcome?: ReactNode;
  /** Where to go next, the main way first. */
  readonly children: ReactNode;
}

/** Replaces a form that was sent: what was done, and where to go next. */
export function AfterWrite({ title, name, link, text, outcome, children }: AfterWriteProps) {
  return (
    <>
      <Notice
        title={
          <WithName wording={title} name={name}>
            {link}
          </WithName>
        }
      >
        {text}
      </Notice>
      {outcome}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>{children}</Box>
    </>
  );
}

/** The state AI Core reports, as a chip and in a sentence; announced when it changes. */
export function CurrentStatus({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box role="status" aria-label={label} sx={statusStyle}>
      {children}
    </Box>
  );
}

const statusStyle = {
  display: 'flex',
  gap: 1.5,
  alignItems: 'flex-start',
  typography: 'body2',
  minHeight: 32,
} as const;
