import Box from '@mui/material/Box';
import { useEffect, useRef, type ReactNode } from 'react';
import { Alert } from './alert.tsx';
import { offerFocus } from '../polite-focus.ts';

interface NoticeProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly onClose?: () => void;
}

/** Says that something was done, and takes the focus: the form or row that had it is gone. */
export function Notice({ title, children, onClose }: NoticeProps) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => offerFocus(alert.current), []);
  return (
    <Alert ref={alert} tabIndex={-1} severity="success" {...(onClose && { onClose })} sx={{ mb: 2 }}>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      {children}
    </Alert>
  );
}
