import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function NotFoundPage() {
  const texts = useTexts('common');
  return (
    <EmptyState page heading={texts.notFoundTitle} action={<Link to="/">{texts.home}</Link>}>
      {texts.notFoundText}
    </EmptyState>
  );
}
