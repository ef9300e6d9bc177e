import Box from '@mui/material/Box';
import { Button } from '../ui/buttons/button.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** Replaces a page whose code could not be loaded; everything around it stays. */
export function MissingPage({ onRetry }: { onRetry: () => void }) {
  const { missingPart, retry } = useTexts('common');
  return (
    <Box role="alert">
      <EmptyState
        page
        heading={missingPart.title}
        action={
          <Button variant="contained" onClick={onRetry}>
            {retry}
          </Button>
        }
      >
        {missingPart.advice}
      </EmptyState>
    </Box>
  );
}
