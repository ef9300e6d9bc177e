import { useConnection } from '../api/current-connection.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function CancelLink() {
  const { cancel } = useTexts('common');
  const { id: tenant } = useConnection();
  return (
    <LinkButton to="/$tenant/docker-registry-secrets" params={{ tenant }}>
      {cancel}
    </LinkButton>
  );
}

/** From where there is no such secret. */
export function BackToList() {
  const { backToList } = useTexts('secretForm');
  const { id: tenant } = useConnection();
  return (
    <LinkButton to="/$tenant/docker-registry-secrets" params={{ tenant }} variant="contained">
      {backToList}
    </LinkButton>
  );
}
