import Box from '@mui/material/Box';
import { useEffect, useId, useImperativeHandle, useRef, type ClipboardEvent, type Ref } from 'react';
import { insertPasted, restoreLineBreaks, toFieldText } from './line-breaks.ts';

export interface TemplateFieldHandle {
  /** Puts another text in the place of all there is, and returns what was there to the last key. */
  readonly replace: (text: string) => string;
  /** Moves the cursor there and shows it; both from 1. */
  readonly goTo: (line: number, column: number) => void;
}

interface TemplateFieldProps {
  readonly ref: Ref<TemplateFieldHandle>;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  /** At the first change after the last `onText`. */
  readonly onTyping: () => void;
  /** The text, line breaks as they came, once typing has paused. */
  readonly onText: (text: string) => void;
}

const pauseMs = 150;
const lineHeight = 20;

/**
 * A plain monospaced field. It keeps its text itself: nothing of React runs while one types, however long the
 * text is. A text area knows only LF, so the text with its own line breaks is kept beside it.
 */
export function TemplateField({ ref, onTyping, onText, ...props }: TemplateFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const original = useRef('');
  const pasted = useRef<{ start: number; end: number; text: string }>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const set = (text: string) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    original.current = text;
    onText(text);
  };
  const read = () =>
    timer.current === undefined
      ? original.current
      : restoreLineBreaks(original.current, field.current?.value ?? '');
  const flush = () => {
    if (timer.current !== undefined) set(read());
  };
  const onInput = () => {
    const { current: paste } = pasted;
    pasted.current = undefined;
    if (paste) {
      const next = insertPasted(original.current, paste.start, paste.end, paste.text);
      if (toFieldText(next) === field.current?.value) return set(next);
    }
    if (timer.current === undefined) onTyping();
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pauseMs);
  };
  const onPaste = ({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) => {
    flush();
    const { selectionStart: start, selectionEnd: end } = currentTarget;
    pasted.current = { start, end, text: clipboardData.getData('text/plain') };
  };

  useEffect(() => () => clearTimeout(timer.current), []);
  useImperativeHandle(ref, () => ({
    replace: (text) => {
      const before = read();
      if (field.current) field.current.value = toFieldText(text);
      set(text);
      return before;
    },
    goTo: (line, column) => {
      const area = field.current;
      if (!area) return;
      const at = offsetOf(area.value, line, column);
      area.focus();
      area.setSelectionRange(at, at + 1);
      area.scrollTop = (line - 1) * lineHeight - area.clientHeight / 2;
      area.scrollLeft = 0;
    },
  }));

  return (
    <>
      <Box component="label" htmlFor={id} sx={labelStyle}>
        {props.label}
      </Box>
      <Box
        component="textarea"
        id={id}
        ref={field}
        wrap="off"
        rows={24}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        onInput={onInput}
        onPaste={onPaste}
        sx={fieldStyle}
      />
    </>
  );
}

function offsetOf(text: string, line: number, column: number): number {
  // A byte order mark at the start counts as no column.
  let start = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

const labelStyle = {
  display: 'block',
  mb: 0.5,
  typography: 'caption',
  fontWeight: 600,
} as const;

const fieldStyle = {
  display: 'block',
  boxSizing: 'border-box',
  width: '100%',
  minHeight: 160,
  p: 1.5,
  resize: 'vertical',
  fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSize: '0.8125rem',
  lineHeight: `${lineHeight}px`,
  tabSize: 2,
  color: 'text.primary',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'rule.control',
  borderRadius: 1,
  '&:focus': { outline: 2, outlineStyle: 'solid', outlineColor: 'accent.focus', outlineOffset: -1 },
  '&[aria-invalid=true]': { borderColor: 'error.main' },
} as const;
