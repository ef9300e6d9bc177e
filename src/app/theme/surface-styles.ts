import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

/** Surfaces: cards, messages, dialogs. Only floating ones have a shadow. */
export const surfaceStyles: Components<Omit<Theme, 'components'> & CssVarsTheme> = {
  MuiPaper: {
    styleOverrides: {
      // In a card, elements that extend to the sheet's edges stay inside.
      root: {
        backgroundImage: 'none',
        '--gutter': '0px',
        // Forced colours remove the shadow, and with it the edge of a floating surface.
        '@media (forced-colors: active)': { outline: '1px solid' },
      },
      rounded: { borderRadius: 8 },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme: { vars } }) => ({
        borderRadius: 12,
        backgroundColor: vars.palette.ground.raised,
        boxShadow: '0 0 0 1px rgb(127 144 147 / 0.16), 0 24px 64px -12px rgb(0 0 0 / 0.4)',
      }),
    },
  },
  MuiBackdrop: {
    styleOverrides: {
      root: ({ ownerState, theme }) =>
        ownerState.invisible
          ? {}
          : {
              backgroundColor: 'rgb(20 35 39 / 0.32)',
              ...theme.applyStyles('dark', { backgroundColor: 'rgb(0 0 0 / 0.55)' }),
            },
    },
  },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme: { vars } }) => ({
        minWidth: 224,
        borderRadius: 8,
        backgroundColor: vars.palette.ground.raised,
        boxShadow: 'var(--menu-shadow)',
      }),
      list: { padding: 4 },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: ({ theme: { vars, breakpoints } }) => ({
        // From this width on MUI's own is lower.
        minHeight: 32,
        [breakpoints.up('sm')]: { minHeight: 32 },
        padding: '0 8px',
        borderRadius: 4,
        fontSize: '0.8125rem',
        lineHeight: '1.25rem',
        '&:hover, &.Mui-focusVisible': { backgroundColor: vars.palette.ground.press },
        '& > .MuiListItemIcon-root': { minWidth: 26, color: vars.palette.text.secondary },
        '@media (pointer: coarse)': { minHeight: 44 },
      }),
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { padding: '20px 24px 0' } } },
  MuiDialogContent: {
    styleOverrides: {
      // Overrides MUI's rule, which removes the space below a title.
      root: { '&&': { padding: '8px 24px 20px' } },
    },
  },
  MuiDialogActions: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        padding: '12px 16px',
        borderTop: `1px solid ${vars.palette.divider}`,
      }),
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        height: 8,
        borderRadius: 4,
        backgroundColor: vars.palette.divider,
        // A progress bar consists only of its colours.
        forcedColorAdjust: 'none',
      }),
    },
  },
};
