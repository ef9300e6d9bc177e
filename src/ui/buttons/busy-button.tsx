import { LoaderCircle } from 'lucide-react';
import { iconProps } from '../icon-props.ts';
import { Button, type ButtonProps } from './button.tsx';

/** A button that is busy until what it started has ended; it keeps its size meanwhile. */
export function BusyButton({ busy, sx, startIcon, children, ...rest }: ButtonProps & { busy: boolean }) {
  const sign = <LoaderCircle {...iconProps} data-turning />;
  // The spinner replaces the icon, or the label where there is no icon.
  const covers = busy && startIcon === undefined;
  return (
    <Button
      {...rest}
      disabled={busy || rest.disabled}
      aria-busy={busy}
      startIcon={busy ? sign : startIcon}
      sx={[turningStyle, covers && coveringStyle, ...(Array.isArray(sx) ? sx : [sx ?? false])]}
    >
      {covers ? <span>{children}</span> : children}
    </Button>
  );
}

const turningStyle = { '& > [data-turning]': { animation: 'turn 1s linear infinite' } } as const;

const coveringStyle = {
  position: 'relative',
  '& > span': { opacity: 0 },
  '& > [data-turning]': { position: 'absolute', margin: 0 },
} as const;
