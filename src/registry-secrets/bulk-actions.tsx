import Box from '@mui/material/Box';
import { Button } from '../ui/button.tsx';
import { imagePullSecretsList } from '../domain/pull-secret/snippets.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** What can be done with all secrets that are selected: below the list, and in sight however long it is. */
export function BulkActions({ names, onDelete }: { names: readonly string[]; onDelete: () => void }) {
  const texts = useTexts('secrets');
  return (
    <Box sx={barStyle}>
      <CopyButton text={imagePullSecretsList(names)} label={texts.copySnippet} />
      <Button color="error" size="small" onClick={onDelete}>
        {texts.deleteSelected(names.length)}
      </Button>
    </Box>
  );
}

const barStyle = {
  position: 'sticky',
  bottom: 24,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  width: 'fit-content',
  mx: 'auto',
  mt: 1.5,
  p: 1,
  bgcolor: 'ground.raised',
  border: 1,
  borderColor: 'rule.strong',
  borderRadius: '8px',
} as const;
