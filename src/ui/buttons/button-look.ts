import type { CSSObject, Theme } from '@mui/material/styles';

export interface ButtonLook {
  readonly variant?: 'text' | 'outlined' | 'contained' | undefined;
  readonly color?: string | undefined;
  readonly size?: string | undefined;
}

/** Larger on touch screens. */
export const touch = { '@media (pointer: coarse)': { minHeight: 44 } } as const;
export const smallText = { fontSize: '0.75rem', lineHeight: 4 / 3 } as const;

/** Buttons 32 and 28 pixels high: one filled button per page, the others outlined or plain. */
export function buttonLook({ palette }: Theme['vars'], { variant, color, size }: ButtonLook): CSSObject {
  const danger = color === 'error';
  return {
    minWidth: 0,
    height: size === 'small' ? 28 : 32,
    padding: size === 'small' ? '0 10px' : '0 12px',
    border: '1px solid transparent',
    whiteSpace: 'nowrap',
    ...(size === 'small' && smallText),
    ...(variant !== 'contained' && {
      color: danger ? palette.error.main : color === 'inherit' ? 'inherit' : palette.text.primary,
      // A key that differs from the one for the icon's spacing, so that it does not override it.
      ...(!color && { '& svg': { color: palette.text.secondary } }),
      '&:hover': { backgroundColor: danger ? palette.error.soft : palette.ground.press },
    }),
    ...(variant === 'outlined' && {
      borderColor: palette.rule.strong,
      backgroundColor: palette.background.paper,
      '&:hover': {
        borderColor: danger ? palette.error.line : palette.rule.control,
        backgroundColor: danger ? palette.error.soft : palette.action.hover,
      },
    }),
    ...(variant === 'contained' && { fontWeight: 600 }),
    ...(variant === 'contained' && danger && { color: palette.background.paper }),
    ...(variant !== 'contained' && !danger && { '&:active': { backgroundColor: palette.ground.press } }),
    '&.Mui-disabled, &:disabled, &[aria-disabled=true]': {
      '&, & > svg': { color: palette.text.disabled },
      ...(variant !== 'text' && {
        backgroundColor: palette.ground.sunk,
        borderColor: palette.divider,
      }),
    },
    ...touch,
  };
}
