import { Button } from '../ui/buttons/button.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** The error boundary's view. It does not show the error, whose message is internal and may quote a value. */
export function ErrorPage({ reset }: { reset: () => void }) {
  const texts = useTexts('common');
  return (
    <EmptyState
      page
      heading={texts.crashTitle}
      action={
        <>
          <Button variant="contained" onClick={reset}>
            {texts.retry}
          </Button>
          <Button onClick={() => location.reload()}>{texts.reload}</Button>
        </>
      }
    >
      {texts.crashText}
    </EmptyState>
  );
}
