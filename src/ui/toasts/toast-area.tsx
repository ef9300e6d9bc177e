import Box from '@mui/material/Box';
import { useState, useSyncExternalStore } from 'react';
import { lazyPart } from '../feedback/lazy-part.tsx';
import { readToast, subscribeToToasts } from './toasts.ts';

const ToastCard = lazyPart(() => import('./toast-card.tsx'), 'ToastCard');

/** Where toasts appear. It is rendered before the first one, so that screen readers know it. */
export function ToastArea() {
  const toast = useSyncExternalStore(subscribeToToasts, readToast);
  const [count, setCount] = useState(0);
  const [last, setLast] = useState(toast);
  if (toast !== last) {
    setLast(toast);
    setCount(count + 1);
  }
  return (
    <Box role="status" sx={areaStyle}>
      {toast && <ToastCard key={count} toast={toast} />}
    </Box>
  );
}

const areaStyle = {
  position: 'fixed',
  right: { xs: 16, sm: 24 },
  left: { xs: 16, sm: 'auto' },
  // Above any other bar at the foot, so that its buttons stay reachable.
  bottom: 'calc(var(--foot-bar, 0px) + var(--gutter))',
  zIndex: 'snackbar',
  pointerEvents: 'none',
  '& > *': { pointerEvents: 'auto' },
  '@media print': { display: 'none' },
} as const;
