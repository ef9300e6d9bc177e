import { useConnection } from '../../api/current-connection.tsx';
import { writableResources } from '../../domain/connection/access.ts';
import { Alert } from '../../ui/feedback/alert.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

/** Above every page of a tenant that the signed-in person may not change completely. */
export function ReadOnlyBanner() {
  const { readOnly } = useTexts('common');
  const { partly } = useTexts('access');
  const writable = writableResources(useConnection());
  return (
    <Alert severity="info" role="note" sx={bannerStyle}>
      {writable.length === 0 ? readOnly : partly(writable)}
    </Alert>
  );
}

const bannerStyle = { mb: 2, '@media print': { display: 'none' } } as const;
