import Box from '@mui/material/Box';
import { FactTable } from '../../../ui/layout/fact-table.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';
import type { RegistryValues } from '../secret-form-values.ts';

/** Host and username of a registry that the secret already contains. */
export function RegistryFacts({ registry: { host, username } }: { registry: RegistryValues }) {
  const texts = useTexts('secretForm');
  const credentials = useTexts('credentials');
  return (
    <Box sx={{ mb: 2 }}>
      <FactTable
        facts={[
          { term: texts.host, value: <code>{host}</code> },
          { term: credentials.username, value: <code>{username}</code> },
        ]}
      />
    </Box>
  );
}
