import { createTheme } from '@mui/material/styles';

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true;
  }
}

/** Where the focus is. An outline, because forced colours keep it; `--focus-ring` is for grounds of another colour. */
const focusRing = {
  outline: '2px solid var(--focus-ring, var(--mui-palette-primary-main))',
  outlineOffset: 2,
} as const;
/** For what stands in a frame that would cut a ring around it off. */
const innerFocusRing = { ...focusRing, outlineOffset: -2 } as const;

const monospace = "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** The one place of the console's look. The first-paint colours in index.html are these. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b6b78', dark: '#08525c', light: '#2b8b98', contrastText: '#ffffff' },
        secondary: { main: '#5b4b9a' },
        error: { main: '#b3261e' },
        warning: { main: '#8a5300' },
        success: { main: '#1f6b3a' },
        info: { main: '#0b5c8a' },
        background: { default: '#f5f7f8', paper: '#ffffff' },
        text: { primary: '#15232a', secondary: '#4d5d65' },
        divider: '#d9e0e3',
      },
    },
    dark: {
      palette: {
        primary: { main: '#5fd3c4', dark: '#3fb3a5', light: '#8be4d9', contrastText: '#06201e' },
        secondary: { main: '#b7a9f0' },
        error: { main: '#ff8a80' },
        warning: { main: '#ffb95c' },
        success: { main: '#7fd69b' },
        info: { main: '#7cc7f5' },
        background: { default: '#10171b', paper: '#151f24' },
        text: { primary: '#e6eef1', secondary: '#a7b6bd' },
        divider: '#2a373d',
      },
    },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
    h1: { fontSize: '1.6rem', fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.25 },
    h2: { fontSize: '1.1rem', fontWeight: 650, lineHeight: 1.35 },
    h3: { fontSize: '0.95rem', fontWeight: 650, lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 600 },
    body2: { lineHeight: 1.5 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        'code, pre, kbd': { fontFamily: monospace, fontSize: '0.9em' },
        ':focus-visible': focusRing,
        '[tabindex="0"]:focus-visible': innerFocusRing,
        // They hold the focus for what is inside them, and are no stop of their own.
        ':is(main, form, section, [role=dialog])[tabindex="-1"]:focus': { outline: 'none' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0s !important',
            transitionDuration: '0s !important',
          },
        },
        '@media print': { body: { background: '#fff' } },
      },
    },
    // The ripple would be its only sign of focus.
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&:focus-visible, &.Mui-focusVisible': focusRing } },
    },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 2 } } },
    // Where they do not fit, buttons at both ends scroll them.
    MuiTabs: { defaultProps: { variant: 'scrollable', allowScrollButtonsMobile: true } },
    MuiTab: { styleOverrides: { root: { '&:focus-visible, &.Mui-focusVisible': innerFocusRing } } },
    MuiTableCell: {
      styleOverrides: { head: ({ theme: t }) => ({ fontWeight: 600, color: t.vars.palette.text.secondary }) },
    },
  },
});
