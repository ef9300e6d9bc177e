import { undo } from '@codemirror/commands';
import { forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { insertPasted, restoreLineBreaks, toFieldText } from './line-breaks.ts';
import { applyEdits } from '../../domain/template/patch/apply-edits.ts';
import type { Edit } from '../../domain/template/read/text-view.ts';
import { type Mark, offsetOf, toDiagnostics } from './marks.ts';

export interface TextListeners {
  /** Called at the first change after the last `onText`. */
  readonly onTyping: () => void;
  /** Called with the text, including its line breaks, after a pause in typing and before the editor is removed. */
  readonly onText: (text: string) => void;
  /** Called with the remarks at the cursor. */
  readonly onCursor: (messages: readonly string[]) => void;
}

const pauseMs = 150;

/**
 * The editor and its text. React does not render while the user types. The editor only knows LF, so the text with its
 * original line breaks is kept beside it and updated after each pause in typing.
 */
export class TextEditor {
  readonly #view: EditorView;
  readonly #extensions: Extension;
  readonly #listeners: () => TextListeners;
  #original: string;
  #pasted: { readonly start: number; readonly end: number; readonly text: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement, text: string, setup: Extension, listeners: () => TextListeners) {
    this.#original = text;
    this.#listeners = listeners;
    this.#extensions = [
      setup,
      EditorView.contentAttributes.of(({ state }) => ({ 'aria-invalid': String(hasError(state)) })),
      EditorView.updateListener.of((update) => this.#onUpdate(update)),
      EditorView.domEventHandlers({ paste: (event) => this.#onPaste(event) }),
    ];
    this.#view = new EditorView({ parent, state: this.#stateOf(text) });
  }

  /** Replaces the whole text, and returns the old one including the last keystroke. */
  replace(text: string): string {
    const before = this.#read();
    this.#view.setState(this.#stateOf(text));
    this.#settle(text);
    return before;
  }

  /** Applies edits to `text`, if it is still the current text, and returns the result; they can be undone. */
  change(text: string, edits: readonly Edit[]): string | undefined {
    this.#flush();
    if (this.#original !== text) return undefined;
    const shown = (offset: number) => toFieldText(text.slice(0, offset)).length;
    const changes = edits.map(({ start, end, insert }) => ({
      from: shown(start),
      to: shown(end),
      insert: toFieldText(insert),
    }));
    this.#view.dispatch({ changes, userEvent: 'input.fix' });
    const next = applyEdits(text, edits).text;
    this.#settle(next);
    return next;
  }

  undo(): void {
    undo(this.#view);
    this.#flush();
  }

  /** Moves the cursor to a position and scrolls to it; line and column start at 1. */
  goTo(line: number, column: number): void {
    const { state } = this.#view;
    const anchor = offsetOf(state.doc, line, column);
    this.#view.dispatch({
      selection: { anchor, head: Math.min(anchor + 1, state.doc.lineAt(anchor).to) },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.#view.focus();
  }

  /** Marks the findings in the text that was last reported; if the user has typed since, newer findings follow. */
  mark(marks: readonly Mark[]): void {
    if (this.#timer !== undefined) return;
    const { state } = this.#view;
    this.#view.dispatch(setDiagnostics(state, toDiagnostics(state.doc, marks)));
    this.#tellCursor();
  }

  leave(): void {
    this.#flush();
    this.#view.destroy();
  }

  #stateOf(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.#extensions });
  }

  #read(): string {
    return this.#timer === undefined
      ? this.#original
      : restoreLineBreaks(this.#original, this.#view.state.doc.toString());
  }

  #settle(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#original = text;
    this.#listeners().onText(text);
  }

  #flush(): void {
    if (this.#timer !== undefined) this.#settle(this.#read());
  }

  #onPaste({ clipboardData }: ClipboardEvent): void {
    this.#flush();
    const { from, to } = this.#view.state.selection.main;
    this.#pasted = { start: from, end: to, text: clipboardData?.getData('text/plain') ?? '' };
  }

  #onUpdate({ docChanged, selectionSet, state }: ViewUpdate): void {
    if (selectionSet) this.#tellCursor();
    if (!docChanged) return;
    const pasted = this.#pasted;
    this.#pasted = undefined;
    if (pasted) {
      const next = insertPasted(this.#original, pasted.start, pasted.end, pasted.text);
      if (toFieldText(next) === state.doc.toString()) {
        this.#settle(next);
        return;
      }
    }
    if (this.#timer === undefined) this.#listeners().onTyping();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), pauseMs);
  }

  #tellCursor(): void {
    const { state } = this.#view;
    const { head } = state.selection.main;
    const here = state.doc.lineAt(head);
    const messages: string[] = [];
    forEachDiagnostic(state, ({ message }, from) => {
      if (from >= here.from && from <= here.to) messages.push(message);
    });
    this.#listeners().onCursor(messages);
  }
}

function hasError(state: EditorState): boolean {
  let found = false;
  forEachDiagnostic(state, ({ severity }) => {
    found ||= severity === 'error';
  });
  return found;
}
