import type { ReactNode } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { AfterWrite } from '../ui/object/after-write.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { SecretLink } from '../ui/secret-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { BackToList } from './back-to-list.tsx';
import { ExportButton } from './export/export-button.tsx';
import type { ExportedSecret } from './export/exported-secret.ts';
import { SnippetPanel } from './snippet-panel.tsx';

interface SecretSavedProps {
  readonly secret: ExportedSecret;
  readonly title: (name: string) => string;
  readonly text: string;
  readonly actions: ReactNode;
}

/** After success: what to paste, what to export, and where to go next. The credentials are dropped with it. */
export function SecretSaved({ secret, title, text, actions }: SecretSavedProps) {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  return (
    <AfterWrite
      title={title}
      name={secret.name}
      link={<SecretLink tenant={connection.id} name={secret.name} />}
      text={text}
      outcome={<SnippetPanel name={secret.name} />}
    >
      <BackToList />
      <LinkButton
        to="/$tenant/docker-registry-secrets/$name"
        params={{ tenant: connection.id, name: secret.name }}
      >
        {texts.openSecret}
      </LinkButton>
      {actions}
      <ExportButton read={() => secret} />
    </AfterWrite>
  );
}
