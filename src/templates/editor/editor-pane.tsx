import Box from '@mui/material/Box';
import { CircleX, FileCode, Info } from 'lucide-react';
import { useId, useState, type Ref } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import type { TemplateProblem } from '../../domain/template/read/problem.ts';
import { iconProps, smallIconProps } from '../../ui/icon-props.ts';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { paneFootStyle, paneHeadStyle, paneStyle } from '../pane-style.ts';
import type { CodeEditorHandle } from './code-editor.tsx';
import type { Mark } from './marks.ts';

const CodeEditor = lazyPart(() => import('./code-editor.tsx'), 'CodeEditor');

interface EditorPaneProps {
  readonly ref: Ref<CodeEditorHandle>;
  readonly hidden: boolean;
  readonly text: string;
  readonly fileName: string | undefined;
  /** What the text contains, as far as it could be read. */
  readonly facts: string | undefined;
  readonly problem: TemplateProblem | undefined;
  readonly marks: readonly Mark[];
  /** Why a file could not be opened. */
  readonly refused: string | undefined;
  readonly onDismiss: () => void;
  /** There is a replaced text that can be restored. */
  readonly hasPutAside: boolean;
  readonly onBringBack: () => void;
  readonly onTyping: () => void;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onGoTo: (line: number, column: number) => void;
}

/** The template's text, with its problems below. */
export function EditorPane({ ref, problem, onFile, ...props }: EditorPaneProps) {
  const texts = useTexts('templates');
  const id = useId();
  const [over, setOver] = useState(false);
  const [atCursor, setAtCursor] = useState<readonly string[]>([]);
  // The problem of the whole text is shown anyway.
  const told = problem ? [] : [...new Set(atCursor)];

  return (
    <Box
      component="section"
      aria-label={texts.views.template}
      hidden={props.hidden}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDropCapture={(event) => {
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (!file) return;
        // The editor would insert the file's text at the pointer.
        event.preventDefault();
        event.stopPropagation();
        onFile(file);
      }}
      sx={[paneStyle, fieldStyle, over && overStyle]}
    >
      <Box sx={paneHeadStyle}>
        <FileCode {...iconProps} />
        <Box component={props.fileName === undefined ? 'span' : 'code'} sx={nameStyle}>
          {props.fileName ?? texts.field}
        </Box>
        <Box sx={factsStyle}>{props.facts}</Box>
      </Box>
      <CodeEditor
        ref={ref}
        label={texts.field}
        describedBy={id}
        text={props.text}
        marks={props.marks}
        onTyping={props.onTyping}
        onText={props.onText}
        onCursor={setAtCursor}
      />
      <Box id={id} aria-live="polite" sx={paneFootStyle}>
        {props.refused !== undefined && (
          <Box data-tone="error">
            <CircleX {...smallIconProps} />
            <span>{props.refused}</span>
            <Button size="small" onClick={props.onDismiss}>
              {texts.dismiss}
            </Button>
          </Box>
        )}
        {problem && (
          <Box data-tone={problem.code === 'no-documents' ? 'info' : 'error'}>
            {problem.code === 'no-documents' ? <Info {...smallIconProps} /> : <CircleX {...smallIconProps} />}
            <span>
              <strong>{texts.position(problem.line, problem.column)}.</strong> {texts.problem(problem)}
            </span>
            <Button
              size="small"
              variant="outlined"
              onClick={() => props.onGoTo(problem.line, problem.column)}
            >
              {texts.goToLine(problem.line)}
            </Button>
          </Box>
        )}
        {told.map((message) => (
          <Box key={message} data-tone="warning">
            <Info {...smallIconProps} />
            <span>{message}</span>
          </Box>
        ))}
        {props.hasPutAside && (
          <Box>
            <span>{texts.replaced}</span>
            <Button size="small" variant="outlined" onClick={props.onBringBack}>
              {texts.bringBack}
            </Button>
          </Box>
        )}
      </Box>
    </Box>
  );
}

const fieldStyle = {
  '--code-ground': 'var(--mui-palette-background-paper)',
  borderColor: 'rule.control',
} as const;

const overStyle = { outline: '2px dashed', outlineColor: 'primary.main', outlineOffset: 2 } as const;

const nameStyle = { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' } as const;

const factsStyle = {
  ml: 'auto',
  color: 'text.disabled',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const;
