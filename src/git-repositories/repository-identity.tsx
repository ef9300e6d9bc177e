import Box from '@mui/material/Box';
import { useTexts } from '../ui/texts/texts.ts';
import type { TakenRepository } from './repository-form-values.ts';

/** Name and URL of a repository where they cannot be changed. */
export function RepositoryIdentity({ name, url }: TakenRepository) {
  const texts = useTexts('repositories');
  return (
    <Box component="dl" sx={listStyle}>
      <dt>{texts.name}</dt>
      <dd>{name}</dd>
      <dt>{texts.url}</dt>
      <dd>{url === '' ? texts.noUrl : url}</dd>
    </Box>
  );
}

const listStyle = {
  m: 0,
  mb: 2.5,
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  columnGap: 2,
  rowGap: 0.5,
  typography: 'body2',
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, fontWeight: 500, overflowWrap: 'anywhere' },
} as const;
