import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useConnection } from '../api/current-connection.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { SnippetPanel } from './snippet-panel.tsx';

/** After success: what to paste, and where to go on. */
export function Registered({ name, onAnother }: { name: string; onAnother: () => void }) {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  return (
    <>
      <PageHeader heading={texts.registerHeading} />
      <Alert severity="success" variant="outlined" sx={{ mb: 2 }}>
        <Box sx={{ fontWeight: 600 }}>{texts.registeredTitle(name)}</Box>
        {texts.registeredText}
      </Alert>
      <SnippetPanel name={name} />
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <LinkButton
          to="/$tenant/docker-registry-secrets"
          params={{ tenant: connection.id }}
          variant="contained"
        >
          {texts.backToList}
        </LinkButton>
        <Button onClick={onAnother}>{texts.registerAnother}</Button>
      </Box>
    </>
  );
}
