import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function NotFoundPage() {
  const texts = useTexts('common');
  return (
    <EmptyState
      page
      heading={texts.notFoundTitle}
      action={
        <LinkButton to="/" variant="outlined">
          {texts.home}
        </LinkButton>
      }
    >
      {texts.notFoundText}
    </EmptyState>
  );
}
