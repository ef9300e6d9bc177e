import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function NotFoundPage() {
  const { notFound: texts } = useTexts('shell');
  return (
    <EmptyState
      page
      heading={texts.title}
      action={
        <LinkButton to="/" variant="outlined">
          {texts.action}
        </LinkButton>
      }
    >
      {texts.text}
    </EmptyState>
  );
}
