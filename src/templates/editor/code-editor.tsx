import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import Box from '@mui/material/Box';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { useTexts } from '../../ui/texts/texts.ts';
import { editorSetup, viewerSetup } from './editor-setup.ts';
import type { Mark } from './marks.ts';
import { TextEditor, type TextListeners } from './text-editor.ts';

export type CodeEditorHandle = Pick<TextEditor, 'replace' | 'change' | 'undo' | 'goTo'>;

interface CodeEditorProps extends TextListeners {
  readonly ref: Ref<CodeEditorHandle>;
  readonly label: string;
  readonly describedBy: string;
  /** The initial text; from then on the editor owns the text. */
  readonly text: string;
  /** The findings in the text that `onText` reported last. */
  readonly marks: readonly Mark[];
}

/** A text editor that only renders visible lines. */
export function CodeEditor(props: CodeEditorProps) {
  const { ref, label, describedBy, marks } = props;
  const { fieldHint: hint, editorPhrases: phrases } = useTexts('templates');
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor>(undefined);
  const latest = useRef(props);
  // In the same phase as the handle below: a text that came in between would be lost.
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (!place.current) return undefined;
    const setup = editorSetup({ label, hint, describedBy, phrases });
    const mounted = new TextEditor(place.current, latest.current.text, setup, () => latest.current);
    editor.current = mounted;
    return () => mounted.leave();
  }, [label, hint, describedBy, phrases]);
  useEffect(() => editor.current?.mark(marks), [marks]);
  useImperativeHandle(ref, () => ({
    replace: (text) => editor.current?.replace(text) ?? '',
    change: (text, edits) => editor.current?.change(text, edits),
    undo: () => editor.current?.undo(),
    goTo: (line, column) => editor.current?.goTo(line, column),
  }));

  return <Box ref={place} sx={placeStyle} />;
}

export interface CodeViewerProps {
  readonly label: string;
  readonly text: string;
  readonly addedLines: readonly number[];
}

/** A read-only text with search, in which added lines are marked. */
export function CodeViewer({ label, text, addedLines }: CodeViewerProps) {
  const { editorPhrases: phrases } = useTexts('templates');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const extensions = viewerSetup({ label, phrases, addedLines });
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: text, extensions }),
    });
    return () => view.destroy();
  }, [label, phrases, text, addedLines]);
  return <Box ref={place} sx={placeStyle} />;
}

const placeStyle = { flex: 1, minHeight: 0, overflow: 'hidden' } as const;
