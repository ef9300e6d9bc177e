import Button from '@mui/material/Button';
import { imagePullSecretsList } from '../domain/pull-secret/snippets.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** What can be done with all secrets that are selected. */
export function BulkActions({ names, onDelete }: { names: readonly string[]; onDelete: () => void }) {
  const texts = useTexts('secrets');
  return (
    <>
      <CopyButton text={imagePullSecretsList(names)} label={texts.copySnippet} />
      <Button color="error" size="small" onClick={onDelete}>
        {texts.deleteSelected(names.length)}
      </Button>
    </>
  );
}
