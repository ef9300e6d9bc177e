import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TemplateHint } from '../domain/template/rules/check-rules.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { changeText, replaceText, type TemplateSource } from './draft.ts';
import type { CodeEditorHandle } from './editor/code-editor.tsx';
import { readTemplateFile } from './editor/read-template-file.ts';

/** Every way in which the template's `text` changes; `showEditor` brings the editor onto the screen. */
export function useTemplateEditor(text: string, showEditor: () => void) {
  const texts = useTexts('templates');
  const editor = useRef<CodeEditorHandle>(null);
  const [isTyping, setTyping] = useState(false);
  const [fixed, setFixed] = useState<{ text: string | undefined; line: number }>();
  const [fileProblem, setFileProblem] = useState<string>();

  const replace = (next: TemplateSource) => {
    setTyping(false);
    setFileProblem(undefined);
    replaceText(next, editor.current?.replace(next.text) ?? text);
  };
  const goTo = (line: number, column: number) => {
    // A hidden editor cannot take the focus.
    flushSync(showEditor);
    editor.current?.goTo(line, column);
  };
  const openFile = async (file: File) => {
    const read = await readTemplateFile(file);
    if ('text' in read) replace({ text: read.text, fileName: file.name });
    else {
      setFileProblem(
        read.problem === 'not-text' ? texts.notText(file.name) : texts.tooLarge(file.name, read.maxBytes),
      );
    }
  };

  return {
    ref: editor,
    isTyping,
    onTyping: () => setTyping(true),
    onText: (next: string) => {
      setTyping(false);
      changeText(next);
    },
    replace,
    start: (next: string) => {
      replace({ text: next, fileName: undefined });
      goTo(1, 1);
    },
    openFile: (file: File) => void openFile(file),
    /** A file that could not be read, in a sentence. */
    fileProblem,
    dismissFileProblem: () => setFileProblem(undefined),
    applyFix: ({ line, fix = [] }: TemplateHint) =>
      setFixed({ text: editor.current?.change(text, fix), line }),
    /** The line of the last fix, until the text changes again. */
    fixedLine: fixed?.text === text ? fixed.line : undefined,
    undo: () => editor.current?.undo(),
    goTo,
  };
}
