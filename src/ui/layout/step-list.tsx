import Box from '@mui/material/Box';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/texts.ts';

interface StepListProps<T extends string> {
  readonly steps: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly current: T;
}

/**
 * The steps of a page, with the current one marked. The button that led to a step is gone, so the focus moves to the
 * step's name and the page scrolls to its top; on the way back, after the router has restored the scroll position.
 */
export function StepList<T extends string>({ steps, names, current }: StepListProps<T>) {
  const { list } = useTexts('steps');
  const item = useRef<HTMLLIElement>(null);
  const shown = useRef(current);
  const router = useRouter();
  useEffect(() => {
    if (shown.current === current) return undefined;
    shown.current = current;
    item.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
    const stop = router.subscribe('onRendered', () => {
      stop();
      scrollTo(0, 0);
    });
    return stop;
  }, [current, router]);
  return (
    <Box component="ol" aria-label={list} sx={listStyle}>
      {steps.map((step, index) => (
        <li key={step} {...(step === current && { ref: item, tabIndex: -1, 'aria-current': 'step' })}>
          {index + 1}. {names[step]}
        </li>
      ))}
    </Box>
  );
}

const listStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 3,
  listStyle: 'none',
  m: 0,
  mb: 2.5,
  p: 0,
  typography: 'body2',
  color: 'text.secondary',
  '& li': { pb: 0.5, outlineOffset: 4, borderRadius: '2px' },
  '& li[aria-current]': {
    color: 'primary.main',
    fontWeight: 600,
    borderBottom: 2,
    borderColor: 'primary.main',
  },
} as const;
