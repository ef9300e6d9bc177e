import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { colourLine } from './colour-line.ts';
import { editorTheme } from './editor-theme.ts';

interface SetupOptions {
  readonly label: string;
  /** Translations of the editor's own phrases. */
  readonly phrases: Readonly<Record<string, string>>;
}

const parts = {
  key: Decoration.mark({ class: 'cm-key' }),
  comment: Decoration.mark({ class: 'cm-comment' }),
};
const added = Decoration.line({ class: 'cm-added' });

/** Colours only the visible lines. */
const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = colourVisible(view);
    }
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = colourVisible(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function colourVisible({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const found = visibleRanges.flatMap(({ from, to }) => {
    const first = doc.lineAt(from).number;
    const last = doc.lineAt(to).number;
    return Array.from({ length: last - first + 1 }, (_, at) => doc.line(first + at)).flatMap((line) =>
      colourLine(line.text).map((part) => parts[part.kind].range(line.from + part.from, line.from + part.to)),
    );
  });
  // A long line may be visible in several pieces.
  return Decoration.set(found, true);
}

/** What the editor and the viewer share. Tab is left to the browser, so that it leads out. */
function commonSetup({ label, phrases }: SetupOptions): Extension {
  return [
    lineNumbers(),
    highlightSpecialChars(),
    colours,
    search({ top: true }),
    // A jump selects one character, which is not a search for it.
    highlightSelectionMatches({ minSelectionLength: 2 }),
    keymap.of([...searchKeymap, ...standardKeymap]),
    EditorState.phrases.of(phrases),
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ 'aria-label': label, autocapitalize: 'none', tabindex: '0' }),
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''),
    editorTheme,
  ];
}

/**
 * Handles typing over a selection. The browser would merge the lines with inline styles, and the content security
 * policy reports each of them.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data } = event;
    if (inputType !== 'insertText' || data === null || view.composing) return false;
    const { from, to } = selectedRange(view, event);
    if (from === to) return false;
    const insert = view.state.toText(data);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/** The editor learns of a new selection slightly later than the browser acts on it. */
function selectedRange(view: EditorView, event: InputEvent): { from: number; to: number } {
  const { main } = view.state.selection;
  const [range] = event.getTargetRanges();
  if (!main.empty || range === undefined || range.collapsed) return main;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** For a text to edit; `describedBy` is the id of its description. */
export function editorSetup(options: SetupOptions & { hint: string; describedBy: string }): Extension {
  return [
    commonSetup(options),
    history(),
    lintGutter(),
    typeOver,
    placeholder(options.hint),
    keymap.of([{ key: 'F8', run: nextDiagnostic, shift: previousDiagnostic }, ...historyKeymap]),
    EditorView.contentAttributes.of({ 'aria-describedby': options.describedBy }),
  ];
}

/** For a read-only text; `addedLines` are line numbers from 1, in order. */
export function viewerSetup(options: SetupOptions & { addedLines: readonly number[] }): Extension {
  return [
    commonSetup(options),
    EditorState.readOnly.of(true),
    EditorView.decorations.compute([], ({ doc }) => markLines(doc, options.addedLines)),
  ];
}

function markLines(doc: Text, lines: readonly number[]): DecorationSet {
  return Decoration.set(
    lines.filter((line) => line <= doc.lines).map((line) => added.range(doc.line(line).from)),
  );
}
