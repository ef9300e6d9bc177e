import { useConnection } from '../api/current-connection.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function CancelLink() {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  return (
    <LinkButton to="/$tenant/docker-registry-secrets" params={{ tenant: connection.id }}>
      {texts.cancel}
    </LinkButton>
  );
}
