import { styled, type CSSObject, type SxProps, type Theme } from '@mui/material/styles';
import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type ButtonLook } from './button-look.ts';

interface Extras extends ButtonLook {
  readonly startIcon?: ReactNode;
  readonly sx?: SxProps<Theme>;
}

export type ButtonProps = Omit<ComponentProps<'button'>, 'color'> & Extras;

/** A button without MUI's ripple and spinner, which would weigh more on the first page than everything it does. */
export function Button({ variant = 'text', color, size, startIcon, children, ...rest }: ButtonProps) {
  return (
    <ButtonRoot type="button" look={{ variant, color, size }} data-variant={variant} {...rest}>
      {startIcon}
      {children}
    </ButtonRoot>
  );
}

export type AnchorButtonProps = Omit<ComponentProps<'a'>, 'color'> & Extras;

/** An `a` element that looks like a button. */
export function AnchorButton({
  variant = 'text',
  color,
  size,
  startIcon,
  children,
  ...rest
}: AnchorButtonProps) {
  return (
    <AnchorRoot look={{ variant, color, size }} data-variant={variant} {...rest}>
      {startIcon}
      {children}
    </AnchorRoot>
  );
}

const ownProps = { shouldForwardProp: (name: string) => name !== 'look' && name !== 'sx' };

function rootStyle({ theme: { vars, typography }, look }: { theme: Theme; look: ButtonLook }): CSSObject {
  const { main, dark, contrastText } = vars.palette[look.color === 'error' ? 'error' : 'primary'];
  return {
    ...typography.button,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 6,
    boxSizing: 'border-box',
    margin: 0,
    borderRadius: 6,
    backgroundColor: 'transparent',
    textDecoration: 'none',
    cursor: 'pointer',
    '&:disabled, &[aria-disabled=true]': { cursor: 'default' },
    '& > svg': { flex: 'none', marginLeft: -2 },
    ...(look.variant === 'contained' && {
      backgroundColor: main,
      color: contrastText,
      '&:hover': { backgroundColor: dark },
    }),
    ...buttonLook(vars, look),
  };
}

const ButtonRoot = styled('button', ownProps)<{ look: ButtonLook }>(rootStyle);
const AnchorRoot = styled('a', ownProps)<{ look: ButtonLook }>(rootStyle);

export interface IconButtonProps extends ComponentProps<'button'> {
  /** Its accessible name, also shown as a tooltip. */
  readonly label: string;
  readonly sx?: SxProps<Theme>;
}

/** A button that shows only an icon. */
export function IconButton({ label, ...rest }: IconButtonProps) {
  return <IconRoot type="button" aria-label={label} title={label} {...rest} />;
}

function iconStyle({ theme }: { theme: Theme }): CSSObject {
  const { palette } = theme.vars;
  return {
    display: 'inline-grid',
    placeItems: 'center',
    flex: 'none',
    width: 28,
    height: 28,
    padding: 0,
    border: 0,
    borderRadius: 6,
    background: 'none',
    color: palette.text.secondary,
    cursor: 'pointer',
    '&:hover, &[aria-haspopup][aria-expanded=true]': {
      backgroundColor: palette.ground.press,
      color: palette.text.primary,
    },
    '@media (pointer: coarse)': { width: 44, height: 44 },
  };
}

const IconRoot = styled('button')(iconStyle);
/** The same as a link, for `createLink`. */
export const IconAnchor = styled('a')(iconStyle);
