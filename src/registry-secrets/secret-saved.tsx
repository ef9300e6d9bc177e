import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { WithName } from '../ui/layout/wording.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { SecretLink } from '../ui/secret-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ExportButton } from './export/export-button.tsx';
import type { ExportedSecret } from './export/exported-secret.ts';
import { SnippetPanel } from './snippet-panel.tsx';

interface SecretSavedProps {
  readonly secret: ExportedSecret;
  readonly title: (name: string) => string;
  readonly text: string;
  readonly actions?: ReactNode;
}

/** After success: what to paste, what to export, and where to go on. The credentials leave memory with it. */
export function SecretSaved({ secret, title, text, actions }: SecretSavedProps) {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  return (
    <>
      <Notice
        title={
          <WithName wording={title} name={secret.name}>
            <SecretLink tenant={connection.id} name={secret.name} />
          </WithName>
        }
      >
        {text}
      </Notice>
      <SnippetPanel name={secret.name} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <LinkButton
          to="/$tenant/docker-registry-secrets"
          params={{ tenant: connection.id }}
          variant="contained"
        >
          {texts.backToList}
        </LinkButton>
        <LinkButton
          to="/$tenant/docker-registry-secrets/$name"
          params={{ tenant: connection.id, name: secret.name }}
        >
          {texts.openSecret}
        </LinkButton>
        {actions}
        <ExportButton read={() => secret} />
      </Box>
    </>
  );
}
