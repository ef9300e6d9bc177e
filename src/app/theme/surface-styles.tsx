import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';

const icon = { size: 16, strokeWidth: 1.75 } as const;

/** What holds other things: cards, messages, dialogs. Only what floats has a shadow. */
export const surfaceStyles: Components<Omit<Theme, 'components'> & CssVarsTheme> = {
  MuiPaper: {
    styleOverrides: {
      // On a card, what stretches to the sheet's edges on a page stays inside.
      root: { backgroundImage: 'none', '--gutter': '0px' },
      rounded: { borderRadius: 8 },
    },
  },
  MuiAlert: {
    defaultProps: {
      iconMapping: {
        success: <CircleCheck {...icon} />,
        info: <Info {...icon} />,
        warning: <TriangleAlert {...icon} />,
        error: <CircleX {...icon} />,
      },
    },
    styleOverrides: {
      root: ({ theme: { vars }, ownerState: { severity = 'success' } }) => {
        const { palette } = vars;
        const tone = severity === 'info' ? undefined : palette[severity];
        return {
          gap: 12,
          padding: '10px 12px 10px 16px',
          border: '1px solid',
          borderColor: tone?.line ?? palette.divider,
          backgroundColor: tone?.soft ?? palette.ground.sunk,
          color: palette.text.primary,
          '&& .MuiAlert-icon': { color: tone?.main ?? palette.text.secondary },
        };
      },
      icon: { margin: 0, padding: '2px 0', fontSize: 16, opacity: 1 },
      message: { padding: 0, flex: 1, minWidth: 0 },
      action: ({ theme: { vars } }) => ({
        margin: 0,
        padding: 0,
        alignItems: 'center',
        '& .MuiButton-root': {
          borderColor: vars.palette.rule.strong,
          backgroundColor: vars.palette.background.paper,
        },
      }),
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
  MuiBackdrop: { styleOverrides: { root: { backgroundColor: 'rgb(20 35 39 / 0.4)' } } },
  MuiDialogTitle: { styleOverrides: { root: { padding: '20px 24px 0' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
  MuiDialogActions: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        padding: '12px 16px',
        borderTop: `1px solid ${vars.palette.divider}`,
      }),
    },
  },
  MuiSkeleton: {
    defaultProps: { animation: false, variant: 'rectangular' },
    styleOverrides: {
      root: ({ theme: { vars } }) => ({ borderRadius: 4, backgroundColor: vars.palette.ground.press }),
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: ({ theme: { vars } }) => ({
        height: 8,
        borderRadius: 4,
        backgroundColor: vars.palette.divider,
      }),
    },
  },
};
