import { useConnection } from '../api/current-connection.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';

/** From where there is no such secret, or nothing more to do with it. */
export function BackToList() {
  const { id: tenant } = useConnection();
  return <BackToListLink to="/$tenant/docker-registry-secrets" params={{ tenant }} variant="contained" />;
}
