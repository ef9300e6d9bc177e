import Box from '@mui/material/Box';
import type { Connection } from '../../domain/connection/connection.ts';
import { formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useNow } from '../../ui/media/use-now.ts';
import { usePrinting } from '../../ui/media/use-media.ts';

/** The first line on paper: the tenant of the page, and the time of printing. */
export function PrintLine({ current }: { current: Connection | undefined }) {
  const { productName } = useTexts('common');
  const now = useNow();
  if (!usePrinting()) return undefined;
  return (
    <Box sx={{ mb: 2, color: 'text.secondary' }}>
      {[current?.label, formatDateTime(now), productName].filter((part) => part !== undefined).join(' · ')}
    </Box>
  );
}
