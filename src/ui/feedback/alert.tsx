import Box from '@mui/material/Box';
import { Button } from '../buttons/button.tsx';
import type { SxProps, Theme } from '@mui/material/styles';
import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { iconProps, smallIconProps } from '../icon-props.ts';
import { useTexts } from '../texts/texts.ts';

export interface AlertProps {
  readonly severity: 'success' | 'info' | 'warning' | 'error';
  readonly children: ReactNode;
  /** At the end: one button that does something about it. */
  readonly action?: ReactNode;
  readonly onClose?: () => void;
  readonly sx?: SxProps<Theme>;
  readonly ref?: Ref<HTMLDivElement>;
  readonly tabIndex?: number;
  /** `note` for a message that is there from the start or is inside a live region: it is not announced on its own. */
  readonly role?: 'alert' | 'note';
}

const icons = { success: CircleCheck, info: Info, warning: TriangleAlert, error: CircleX };

/**
 * A message that is announced when it appears. Our own, because MUI's weighs as much as a whole page of the console.
 */
export function Alert({
  severity,
  children,
  action,
  onClose,
  sx,
  ref,
  tabIndex,
  role = 'alert',
}: AlertProps) {
  const { close } = useTexts('common');
  const Icon = icons[severity];
  return (
    <Box
      ref={ref}
      role={role}
      {...(tabIndex !== undefined && { tabIndex })}
      sx={[alertStyle, toneStyles[severity], ...(Array.isArray(sx) ? sx : [sx ?? false])]}
    >
      <Icon {...iconProps} />
      <Box sx={messageStyle}>{children}</Box>
      {action}
      {onClose && (
        <Button size="small" aria-label={close} title={close} onClick={onClose}>
          <X {...smallIconProps} />
        </Button>
      )}
    </Box>
  );
}

const alertStyle = {
  display: 'flex',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  alignItems: 'flex-start',
  gap: 1.5,
  p: '9px 12px 9px 15px',
  border: 1,
  borderRadius: '8px',
  typography: 'body2',
  // Centres the first line of text and a small button on each other.
  '& > svg': { flex: 'none', my: 0.5 },
  '& > :is(button, a)': { flex: 'none' },
  '& > [data-variant=text]:not([aria-label])': {
    borderColor: 'rule.strong',
    bgcolor: 'background.paper',
  },
  // On a phone the text takes the whole width, with the action below it.
  '@media (max-width: 639.95px)': {
    '&:has(> [data-variant]:not([aria-label])) > svg + div': { flexBasis: 'calc(100% - 28px)' },
    '& > [data-variant]:not([aria-label])': { ml: 3.5 },
  },
} as const;

const messageStyle = { flex: 1, minWidth: 0, my: 0.5, overflowWrap: 'anywhere' } as const;

const toneStyles = {
  success: toneStyle('success'),
  info: { borderColor: 'divider', bgcolor: 'ground.sunk', '& > svg': { color: 'text.secondary' } },
  warning: toneStyle('warning'),
  error: toneStyle('error'),
};

function toneStyle(tone: 'success' | 'warning' | 'error') {
  return { borderColor: `${tone}.line`, bgcolor: `${tone}.soft`, '& > svg': { color: `${tone}.main` } };
}
