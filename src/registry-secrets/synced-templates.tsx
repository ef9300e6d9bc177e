import Box from '@mui/material/Box';
import { useSyncedTemplates } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { NameList } from '../ui/layout/name-list.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/**
 * The templates that applications keep in sync in this tenant: any of them may use a secret, and AI Core does not say
 * which. Absent if there are none, or if they cannot be read.
 */
export function SyncedTemplates() {
  const texts = useTexts('applications');
  const synced = useSyncedTemplates(useConnection());
  const names = [...new Set(synced.flatMap(({ templates }) => templates.map(({ name }) => name)))];
  if (names.length === 0) return undefined;
  return (
    <>
      <NameList lead={texts.mayUseSecret(names.length, synced.length)} names={names} />
      <Box sx={{ mt: 1, typography: 'body2' }}>{texts.mayUseSecretNote}</Box>
    </>
  );
}
