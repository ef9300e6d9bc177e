import Box from '@mui/material/Box';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { FactTable } from '../ui/layout/fact-table.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { TakenRepository } from './repository-form-values.ts';

/** Name and URL of a repository where they cannot be changed. */
export function RepositoryIdentity({ name, url }: TakenRepository) {
  const texts = useTexts('repositories');
  return (
    <Box sx={{ mb: 2 }}>
      <FactTable
        facts={[
          { term: texts.name, value: <code>{name}</code> },
          {
            term: texts.url,
            value: url === '' ? texts.noUrl : <BreakableCode text={url} />,
          },
        ]}
      />
    </Box>
  );
}
