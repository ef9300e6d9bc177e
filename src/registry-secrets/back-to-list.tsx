import { useConnection } from '../api/current-connection.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';

/** Leads back to the list, if the secret does not exist or is done with. */
export function BackToList() {
  const { id: tenant } = useConnection();
  return <BackToListLink to="/$tenant/docker-registry-secrets" params={{ tenant }} variant="contained" />;
}
