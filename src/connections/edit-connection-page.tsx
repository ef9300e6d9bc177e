import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useLastKnown } from '../ui/guard/use-last-known.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { ConnectionForm } from './connection-form.tsx';

export function EditConnectionPage() {
  const texts = useTexts('connections');
  const { id } = useParams({ from: '/connections/$id/edit' });
  const config = useQuery(consoleConfigQuery());
  const added = useAddedConnections();
  const connection = useLastKnown(added.find((known) => known.id === id));
  if (!connection)
    return (
      <EmptyState
        page
        heading={texts.unknownHeading}
        action={<LinkButton to="/connections">{texts.backToList}</LinkButton>}
      >
        {texts.unknownText}
      </EmptyState>
    );
  const others = [...(config.data?.connections ?? []), ...added].filter((known) => known.id !== id);
  return (
    <>
      <PageHeader heading={texts.editHeading} />
      <ConnectionForm
        connection={connection}
        takenLabels={others.map(({ label }) => label)}
        idFor={() => id}
      />
    </>
  );
}
