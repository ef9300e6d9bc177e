import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Text to read and copy; it scrolls by keyboard too. `wrap` breaks long lines, for text on a single line. */
export function CodeBlock(props: {
  code: string;
  label: string;
  wrap?: boolean;
  copyable?: boolean;
  actions?: ReactNode;
  /** Called when the text or a part of it is copied. */
  onCopied?: (() => void) | undefined;
  /** At the start of the head, instead of the label. */
  head?: ReactNode;
  /** Numbers the lines, and highlights those for which it returns true. */
  isMarked?: (line: string) => boolean;
}) {
  const { isMarked } = props;
  return (
    <Box sx={frameStyle}>
      <Box sx={headStyle}>
        <Box sx={{ mr: 'auto', typography: 'caption', color: 'text.secondary' }}>
          {props.head ?? props.label}
        </Box>
        {/* Where there is no room in the head, the buttons move below it together. */}
        <Box sx={actionsStyle}>
          {props.actions}
          {props.copyable !== false && (
            <CopyButton text={props.code} {...(props.onCopied && { onCopied: props.onCopied })} />
          )}
        </Box>
      </Box>
      <Box
        component="pre"
        // A scrolling region must be reachable by keyboard; its name tells what it holds.
        tabIndex={0}
        role="group"
        aria-label={props.label}
        onCopy={props.onCopied}
        sx={{
          ...codeStyle,
          ...(isMarked && numberedStyle),
          whiteSpace: props.wrap ? 'pre-wrap' : 'pre',
          overflowWrap: props.wrap ? 'anywhere' : 'normal',
        }}
      >
        {isMarked
          ? linesOf(props.code).map(({ line, number }) => (
              <span key={number} data-marked={isMarked(line)}>
                <YamlLine line={line} />
                {'\n'}
              </span>
            ))
          : props.code}
      </Box>
    </Box>
  );
}

/** A line's key is coloured as in the editor. */
function YamlLine({ line }: { line: string }) {
  const [, before = '', key] = /^([ -]*)([A-Za-z]+)(?=:)/.exec(line) ?? [];
  if (key === undefined) return line;
  return (
    <>
      {before}
      <b>{key}</b>
      {line.slice(before.length + key.length)}
    </>
  );
}

/** A line break at the end does not start another line. */
function linesOf(code: string): { line: string; number: number }[] {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }));
}

const frameStyle = { border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden' } as const;

const headStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  minHeight: 40,
  pl: 1.5,
  pr: 1,
  py: 0.5,
  borderBottom: 1,
  borderColor: 'divider',
} as const;

const actionsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  ml: 'auto',
  '&:empty': { display: 'none' },
} as const;

const codeStyle = {
  m: 0,
  px: 1.5,
  py: 1,
  maxHeight: 420,
  overflow: 'auto',
  bgcolor: 'ground.sunk',
  lineHeight: '20px',
  tabSize: 2,
} as const;

const numberedStyle = {
  px: 0,
  counterReset: 'line',
  '& > span': { display: 'block', minWidth: 'max-content', pr: 2, borderLeft: '2px solid transparent' },
  '& > span::before': {
    counterIncrement: 'line',
    content: 'counter(line) / ""',
    display: 'inline-block',
    width: 26,
    mr: 1.5,
    textAlign: 'right',
    color: 'text.disabled',
  },
  '& b': { color: 'accent.text', fontWeight: 'inherit' },
  '& > [data-marked=true]': { bgcolor: 'accent.soft', borderColor: 'primary.main' },
  // Forced colours draw every border that has a width.
  '@media (forced-colors: active)': {
    '& > span': { borderColor: 'Canvas' },
    '& > [data-marked=true]': { borderColor: 'Highlight' },
  },
} as const;
