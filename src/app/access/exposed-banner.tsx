import { Alert } from '../../ui/feedback/alert.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

/** Above every page of a console that others can reach and that requires no sign-in. */
export function ExposedBanner() {
  const { exposed } = useTexts('access');
  return (
    <Alert severity="warning" role="note" sx={{ mb: 2, '@media print': { display: 'none' } }}>
      {exposed}
    </Alert>
  );
}
