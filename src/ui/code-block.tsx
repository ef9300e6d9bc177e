import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Text to read and to copy; it scrolls by keyboard too. `wrap` breaks long lines, for text on one line. */
export function CodeBlock(props: {
  code: string;
  label: string;
  wrap?: boolean;
  copyable?: boolean;
  actions?: ReactNode;
}) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
      <Box sx={headStyle}>
        <Box sx={{ mr: 'auto', typography: 'caption', fontWeight: 600, color: 'text.secondary' }}>
          {props.label}
        </Box>
        {props.actions}
        {props.copyable !== false && <CopyButton text={props.code} />}
      </Box>
      <Box
        component="pre"
        // A scrolling region must be reachable by keyboard; its name tells what it holds.
        tabIndex={0}
        role="group"
        aria-label={props.label}
        sx={{
          ...codeStyle,
          whiteSpace: props.wrap ? 'pre-wrap' : 'pre',
          overflowWrap: props.wrap ? 'anywhere' : 'normal',
        }}
      >
        {props.code}
      </Box>
    </Box>
  );
}

const headStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  pl: 1.5,
  pr: 0.75,
  py: 0.75,
  borderBottom: 1,
  borderColor: 'divider',
} as const;

const codeStyle = {
  m: 0,
  p: 1.5,
  maxHeight: 420,
  overflow: 'auto',
  bgcolor: 'background.default',
  fontSize: '0.8125rem',
  lineHeight: 1.6,
  tabSize: 2,
} as const;
