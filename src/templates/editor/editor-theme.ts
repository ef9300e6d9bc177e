import { EditorView } from '@codemirror/view';

const palette = (name: string) => `var(--mui-palette-${name})`;

/** Looks like a code block; light, dark and forced colours come from the page's variables. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', fontSize: '12px', color: palette('text-primary') },
  // The whole pane has the focus ring.
  '&.cm-focused, .cm-content:focus-visible': { outline: 'none' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'var(--monospace)', lineHeight: '20px' },
  '.cm-content': { padding: '8px 0', caretColor: palette('text-primary') },
  '.cm-line': { padding: '0 16px 0 4px' },
  '.cm-placeholder': { color: palette('text-disabled') },
  '.cm-gutters': { border: 0, backgroundColor: 'transparent', color: palette('text-disabled') },
  // Text that scrolls to the left passes below the line numbers.
  '.cm-gutters.cm-gutters-before': { backgroundColor: palette('ground-sunk') },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '40px', padding: '0 8px 0 4px' },
  '.cm-key': { color: palette('accent-text') },
  '.cm-comment': { color: palette('text-disabled') },
  '.cm-added': {
    backgroundColor: palette('success-soft'),
    boxShadow: `inset 2px 0 ${palette('success-main')}`,
  },

  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 2px' },
  '.cm-lint-marker': { width: '12px', height: '20px', fontWeight: 600, textAlign: 'center' },
  '.cm-lint-marker-error': { content: 'normal', color: palette('error-main') },
  '.cm-lint-marker-warning': { content: 'normal', color: palette('warning-main') },
  '.cm-lint-marker-info': { content: 'normal', color: palette('accent-text') },
  '.cm-lint-marker-info::before': { content: '"i"' },
  '.cm-lint-marker-error::before': { content: '"×"' },
  '.cm-lint-marker-warning::before': { content: '"!"' },
  '.cm-lintRange-error, .cm-lintRange-warning, .cm-lintRange-info': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-error': { textDecorationColor: palette('error-main') },
  '.cm-lintRange-warning': { textDecorationColor: palette('warning-mark') },
  '.cm-lintRange-info': { textDecorationStyle: 'dotted', textDecorationColor: palette('accent-text') },
  '.cm-lintRange-active': { backgroundColor: palette('action-hover') },
  '.cm-lintPoint::after': { borderBottomColor: palette('error-main') },

  '.cm-tooltip': {
    maxWidth: '480px',
    border: `1px solid ${palette('divider')}`,
    borderRadius: '6px',
    backgroundColor: palette('ground-raised'),
    color: palette('text-primary'),
  },
  '.cm-diagnostic': { padding: '8px 12px', font: 'var(--mui-font-caption)', overflowWrap: 'anywhere' },
  '.cm-diagnostic-error': { borderLeft: `2px solid ${palette('error-main')}` },
  '.cm-diagnostic-warning': { borderLeft: `2px solid ${palette('warning-mark')}` },

  '.cm-diagnostic-info': { borderLeft: `2px solid ${palette('accent-text')}` },

  '.cm-panels': { backgroundColor: palette('background-paper'), color: palette('text-primary') },
  '.cm-panels.cm-panels-top': { borderBottom: `1px solid ${palette('divider')}` },
  '.cm-panel.cm-search': { padding: '6px 32px 6px 8px', font: 'var(--mui-font-caption)' },
  '.cm-textfield, .cm-button': {
    height: '28px',
    padding: '0 8px',
    border: `1px solid ${palette('rule-control')}`,
    borderRadius: '6px',
    background: palette('background-paper'),
    color: 'inherit',
    fontSize: '12px',
  },
  '.cm-button': { borderColor: palette('rule-strong'), cursor: 'pointer' },
  '.cm-button:active': { background: palette('ground-press') },
  '.cm-panel.cm-search [name=close]': { color: palette('text-secondary'), fontSize: '16px' },
  '.cm-searchMatch': {
    backgroundColor: palette('warning-soft'),
    outline: `1px solid ${palette('warning-line')}`,
  },
  '.cm-selectionMatch': { backgroundColor: palette('accent-soft') },
  '.cm-searchMatch-selected': { backgroundColor: palette('accent-line') },
});
