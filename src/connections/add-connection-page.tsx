import { useQuery } from '@tanstack/react-query';
import { useAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { createConnectionId } from '../domain/connection/connection-id.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ConnectionForm } from './connection-form.tsx';

export function AddConnectionPage() {
  const texts = useTexts('connections');
  const config = useQuery(consoleConfigQuery());
  const others = [...(config.data?.connections ?? []), ...useAddedConnections()];
  return (
    <>
      <PageHeader heading={texts.addHeading} />
      <ConnectionForm
        takenLabels={others.map(({ label }) => label)}
        idFor={(label) =>
          createConnectionId(
            label,
            others.map(({ id }) => id),
          )
        }
      />
    </>
  );
}
