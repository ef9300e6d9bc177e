import Box from '@mui/material/Box';
import { useMemo, type ReactNode } from 'react';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { Readable } from './analysis/use-template-analysis.ts';
import { DiffView } from './diff/diff-view.tsx';
import type { CodeViewerProps } from './editor/code-editor.tsx';
import { oldStyle, paneHeadStyle, paneStyle } from './pane-style.ts';

const CodeViewer = lazyPart<'CodeViewer', CodeViewerProps>(
  () => import('./editor/code-editor.tsx'),
  'CodeViewer',
);

interface ResultPaneProps {
  readonly hidden: boolean;
  readonly view: 'changes' | 'result';
  /** In the head: the choice of the view. */
  readonly tabs: ReactNode;
  readonly readable: Readable | undefined;
  /** The current text could not be read. */
  readonly old: boolean;
  /** A newer text or choice is being read. */
  readonly stale: boolean;
  /** Shown until something could be read. */
  readonly children: ReactNode;
}

/** The template with the secrets inserted: only the changes, or all of it. */
export function ResultPane({ hidden, view, tabs, readable, old, stale, children }: ResultPaneProps) {
  const texts = useTexts('templates');
  return (
    <Box component="section" aria-label={texts.result} hidden={hidden} sx={paneStyle}>
      {tabs !== undefined && <Box sx={paneHeadStyle}>{tabs}</Box>}
      {readable && old && (
        <Box sx={oldNoteStyle} role="status">
          {texts.lastReadable}
        </Box>
      )}
      <Box aria-busy={stale} sx={[bodyStyle, readable !== undefined && old && oldStyle]}>
        {readable ? <View view={view} {...readable} /> : <Box sx={restStyle}>{children}</Box>}
      </Box>
    </Box>
  );
}

function View({ view, analysis, request }: Readable & { view: 'changes' | 'result' }) {
  const texts = useTexts('templates');
  const addedLines = useMemo(
    () => analysis.diff.flatMap((row) => (row.kind === 'added' ? row.newLine : [])),
    [analysis],
  );
  if (view === 'result')
    return <CodeViewer label={texts.views.result} text={analysis.text} addedLines={addedLines} />;
  if (request.secretNames.length === 0) return <Box sx={restStyle}>{texts.chooseSecret}</Box>;
  if (analysis.diff.length === 0) return <Box sx={restStyle}>{texts.unchanged}</Box>;
  return <DiffView rows={analysis.diff} after={analysis.text} />;
}

const bodyStyle = { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 } as const;

const restStyle = { p: 2, overflow: 'auto' } as const;

const oldNoteStyle = {
  flex: 'none',
  px: 1.5,
  py: 1.25,
  borderBottom: 1,
  borderColor: 'divider',
  bgcolor: 'warning.soft',
  typography: 'caption',
} as const;
