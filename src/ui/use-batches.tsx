import Box from '@mui/material/Box';
import { Button } from './buttons/button.tsx';
import { useState, type ReactNode } from 'react';
import { useTexts } from './texts/texts.ts';

/** Rendering thousands of rows at once would freeze the page. */
const screenful = 50;

/** The first items, and a button for more below them if there are any. */
export function useBatches<T>(
  items: readonly T[],
  batch = screenful,
): { shown: readonly T[]; more: ReactNode } {
  const { batches: texts } = useTexts('objects');
  const [count, setCount] = useState(batch);
  const rest = items.length - count;
  const more = rest > 0 && (
    <Box sx={{ my: 1, typography: 'body2' }}>
      {texts.notShown(rest)}{' '}
      <Button size="small" color="inherit" onClick={() => setCount(count + batch)}>
        {texts.showMore(Math.min(batch, rest))}
      </Button>
    </Box>
  );
  return { shown: items.slice(0, count), more };
}
