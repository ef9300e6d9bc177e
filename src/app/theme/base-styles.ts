import type { CSSObject } from '@emotion/react';
import type { Theme } from '@mui/material/styles';
import { focusRing, innerFocusRing } from './focus-ring.ts';
import { monospace } from './typography.ts';

/** What holds for the whole document: plain elements, focus, motion, forced colours and print. */
export function baseStyles({ vars: { palette }, breakpoints, typography }: Theme): CSSObject {
  const { fontFamily, fontSize, lineHeight, letterSpacing } = typography.body1;
  return {
    ':root': {
      '--gutter': '24px',
      '--monospace': monospace,
      '--row': '40px',
      '--menu-shadow': '0 0 0 1px rgb(127 144 147 / 0.24), 0 8px 24px -4px rgb(0 0 0 / 0.25)',
      [breakpoints.down('sm')]: { '--gutter': '16px' },
    },
    // A phone's rows are for fingers.
    ':root[data-rows=compact]': { [breakpoints.up('sm')]: { '--row': '32px' } },
    html: {
      boxSizing: 'border-box',
      WebkitFontSmoothing: 'antialiased',
      MozOsxFontSmoothing: 'grayscale',
      WebkitTextSizeAdjust: '100%',
      // What is focused or led to is not below the bar that stays on top.
      scrollPaddingTop: 64,
    },
    '*, *::before, *::after': { boxSizing: 'inherit' },
    'strong, b': { fontWeight: typography.fontWeightBold },
    body: {
      margin: 0,
      fontFamily,
      fontSize,
      lineHeight,
      letterSpacing,
      fontVariantNumeric: 'tabular-nums',
      color: palette.text.primary,
      backgroundColor: palette.background.default,
    },
    '::selection': { backgroundColor: palette.accent.line },
    'code, pre, kbd': { fontFamily: monospace, fontSize: '0.75rem', fontVariantLigatures: 'none' },
    // A key is shown only where it does something.
    ':root[data-single-keys=off] .single-key': { display: 'none' },
    '@media (pointer: coarse)': { '.single-key': { display: 'none' } },
    kbd: {
      display: 'inline-grid',
      placeItems: 'center',
      boxSizing: 'border-box',
      minWidth: 20,
      height: 20,
      padding: '0 5px',
      border: `1px solid ${palette.rule.strong}`,
      borderRadius: 4,
      backgroundColor: palette.ground.frame,
      color: palette.text.secondary,
      fontSize: '0.6875rem',
      lineHeight: 1,
    },
    ...checkbox(palette),
    ':focus-visible': focusRing,
    ':is(pre, ul):focus-visible': innerFocusRing,
    // They hold the focus for what is inside them, and are no stop of their own.
    ':is(main, form, section, [role=dialog])[tabindex="-1"]:focus': { outline: 'none' },
    '@keyframes turn': { to: { transform: 'rotate(1turn)' } },
    '@media (prefers-reduced-motion: reduce)': {
      '*, *::before, *::after': {
        animationDuration: '0s !important',
        transitionDuration: '0s !important',
      },
    },
    '@media print': {
      // The sheet's edges are those of the paper.
      ':root': { '--gutter': '0px' },
      body: { background: '#fff', color: '#000' },
      // But a column's head, and what a cell says, where that is a button.
      'button:not(th > *, td > *), select': { display: 'none !important' },
    },
  };
}

/** Native, so that a row of a table stays cheap. MUI's own have a class. */
function checkbox({ primary, rule, text, background }: Theme['vars']['palette']) {
  return {
    ':where(input[type=checkbox]:not([class]))': {
      appearance: 'none',
      display: 'inline-grid',
      placeContent: 'center',
      flex: 'none',
      width: 16,
      height: 16,
      margin: 0,
      border: `1px solid ${rule.control}`,
      borderRadius: 4,
      backgroundColor: background.paper,
      verticalAlign: 'middle',
      cursor: 'pointer',
      '&:hover': { borderColor: text.secondary },
      '&::before': {
        content: '""',
        width: 9,
        height: 5,
        marginTop: -3,
        border: `solid ${primary.contrastText}`,
        borderWidth: '0 0 2px 2px',
        transform: 'rotate(-45deg) scale(0)',
      },
      '&:checked, &:indeterminate': { backgroundColor: primary.main, borderColor: primary.main },
      '&:checked::before': { transform: 'rotate(-45deg)' },
      '&:indeterminate::before': {
        width: 8,
        height: 0,
        margin: 0,
        borderWidth: '0 0 2px',
        transform: 'none',
      },
      '&:disabled': { opacity: 0.5, cursor: 'default' },
      '@media (forced-colors: active)': { appearance: 'auto', '&::before': { content: 'none' } },
    },
  } as const;
}
