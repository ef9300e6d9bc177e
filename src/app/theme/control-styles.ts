import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';
import { smallText, touch } from '../../ui/buttons/button-look.ts';
import { focusRing, innerFocusRing } from './focus-ring.ts';

type ThemeOfStyles = Omit<Theme, 'components'> & CssVarsTheme;

/** Buttons 32 and 28 pixels high, one filled button per page; tabs styled as a segmented control. */
export const buttonStyles: Components<ThemeOfStyles> = {
  // The ripple would be the only sign of focus.
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    // Safari only knows the prefixed `user-select`.
    styleOverrides: { root: { WebkitUserSelect: 'none', '&:focus-visible, &.Mui-focusVisible': focusRing } },
  },
  MuiTabs: {
    // Where they do not fit, buttons at both ends scroll them.
    defaultProps: { variant: 'scrollable', allowScrollButtonsMobile: true },
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        width: 'fit-content',
        maxWidth: '100%',
        minHeight: 28,
        padding: 2,
        borderRadius: 6,
        backgroundColor: vars.palette.ground.press,
      }),
      indicator: { display: 'none' },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        minWidth: 0,
        minHeight: 24,
        padding: '0 10px',
        borderRadius: 4,
        ...smallText,
        fontWeight: 400,
        color: vars.palette.text.secondary,
        '&.Mui-selected': {
          color: vars.palette.text.primary,
          backgroundColor: vars.palette.background.paper,
          boxShadow: `inset 0 0 0 1px ${vars.palette.rule.strong}`,
        },
        '@media (forced-colors: active)': {
          '&.Mui-selected': { outline: '1px solid Highlight', outlineOffset: -1 },
        },
        '&:focus-visible, &.Mui-focusVisible': innerFocusRing,
        ...touch,
      }),
    },
  },
};

/** Fields: the label above, the control, and a line for the hint that is always reserved. */
export const fieldStyles: Components<ThemeOfStyles> = {
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        maxWidth: 'none',
        marginBottom: 4,
        whiteSpace: 'normal',
        pointerEvents: 'auto',
      },
    },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        ...smallText,
        fontWeight: 600,
        '&, &.Mui-focused, &.Mui-error': { color: vars.palette.text.primary },
        '&.Mui-disabled': { color: vars.palette.text.disabled },
      }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme: { vars, breakpoints } }) => {
        const { palette } = vars;
        return {
          minHeight: 32,
          backgroundColor: palette.background.paper,
          '&.MuiInputBase-multiline': { padding: '5px 10px' },
          '&.MuiInputBase-adornedEnd': { paddingRight: 4 },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: palette.text.disabled },
          '&.Mui-focused': { ...focusRing, outlineOffset: -1 },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
            borderWidth: 1,
            borderColor: palette.accent.focus,
          },
          // Read-only fields look different.
          '&:has(input[readonly])': { backgroundColor: palette.ground.sunk },
          '&:has(input[readonly]):not(.Mui-focused, .Mui-error) .MuiOutlinedInput-notchedOutline': {
            borderColor: 'transparent',
          },
          // A phone would zoom in on a smaller font.
          [breakpoints.down('sm')]: { fontSize: '1rem' },
          ...touch,
        };
      },
      input: ({ theme: { vars, breakpoints } }) => ({
        height: 20,
        padding: '5px 10px',
        // The field itself, not only the box around it: a list of choices opens by a touch of the field.
        '&:not(textarea)': { '@media (pointer: coarse)': { height: 34 } },
        '.MuiInputBase-multiline &': { padding: 0, lineHeight: '20px' },
        '&::placeholder': { color: vars.palette.text.disabled, opacity: 1 },
        // No spell checking where every letter counts.
        '&[spellcheck=false]': {
          fontFamily: 'var(--monospace)',
          fontVariantLigatures: 'none',
          [breakpoints.up('sm')]: { fontSize: '0.75rem' },
        },
      }),
      notchedOutline: ({ theme: { vars } }) => ({
        top: 0,
        borderColor: vars.palette.rule.control,
        '& legend': { display: 'none' },
      }),
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        ...smallText,
        minHeight: 16,
        margin: '4px 0 8px',
        color: vars.palette.text.disabled,
        '&.Mui-error': { color: vars.palette.error.main },
        // An icon besides the colour. Hidden from screen readers: the field itself is marked invalid.
        '&.Mui-error::before': {
          content: '"!" / ""',
          display: 'inline-grid',
          placeContent: 'center',
          width: 12,
          height: 12,
          marginRight: 6,
          border: '1px solid currentColor',
          borderRadius: '50%',
          fontSize: 9,
          fontWeight: 600,
          lineHeight: 1,
          verticalAlign: 'text-bottom',
        },
      }),
    },
  },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6, marginRight: 16, ...touch } } },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
};
