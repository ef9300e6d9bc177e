import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '../ui/feedback/alert.tsx';
import {
  discardDamagedConnections,
  useAddedAreDamaged,
  useAddedConnections,
} from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';
import { iconProps } from '../ui/icon-props.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { Region } from '../ui/layout/region.tsx';
import { ListState, RefreshButton } from '../ui/table/list-state.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ConnectionList } from './connection-list.tsx';
import { ExportConnectionsButton } from './export-connections-button.tsx';
import { ImportConnectionsButton } from './import-connections-button.tsx';
import { ConfigProblems } from './config-problems.tsx';
import { RemoveConnectionDialog } from './remove-connection-dialog.tsx';

/** From this many on, they are searched rather than looked through. */
const searchFrom = 10;

export function ConnectionsPage() {
  const texts = useTexts('connections');
  // Read anew each time: whoever mends a broken service key looks here whether it helped.
  const config = useQuery({ ...consoleConfigQuery(), staleTime: 0 });
  const added = useAddedConnections();
  const isDamaged = useAddedAreDamaged();
  const [search, setSearch] = useState('');
  const [removing, setRemoving] = useState<Connection>();

  const offered = config.data?.connections ?? [];
  const { hidden } = mergeConnections(offered, added);
  const filter = search.trim().toLowerCase();
  const isShown = ({ label, baseUrl }: Connection) =>
    label.toLowerCase().includes(filter) || baseUrl.toLowerCase().includes(filter);

  return (
    <>
      <PageHeader
        heading={texts.heading}
        note={
          <>
            {texts.note} <SapDocsLink about="serviceKey" />
          </>
        }
        actions={
          <LinkButton to="/connections/new" variant="contained" startIcon={<Plus {...iconProps} />}>
            {texts.add}
          </LinkButton>
        }
      />
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {config.data && <ConfigProblems problems={config.data.problems} offered={offered} hidden={hidden} />}
        {isDamaged && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" size="small" onClick={discardDamagedConnections}>
                {texts.damagedDiscard}
              </Button>
            }
          >
            <Box sx={{ fontWeight: 600 }}>{texts.damagedTitle}</Box>
            {texts.damagedText}
          </Alert>
        )}
        {offered.length + added.length >= searchFrom && (
          <SearchField label={texts.search} value={search} onChange={setSearch} />
        )}
        <Region heading={texts.offeredHeading}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ flex: '1 1 260px' }}>
              <Note>{texts.offeredNote}</Note>
            </Box>
            {config.data && (
              <RefreshButton onRefresh={() => void config.refetch()} isFetching={config.isFetching} />
            )}
          </Box>
          <ListState query={config} lines={3} />
          {config.data && (
            <ConnectionList
              connections={offered.filter(isShown)}
              none={filter === '' ? texts.offeredNone : texts.noMatch}
            />
          )}
        </Region>
        <Region heading={texts.addedHeading}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mb: 1.5 }}>
            <Box sx={{ flex: '1 1 260px' }}>
              <Note>{texts.addedNote}</Note>
            </Box>
            <ImportConnectionsButton offered={offered} added={added} />
            <ExportConnectionsButton connections={added} />
          </Box>
          <ConnectionList
            connections={added.filter(isShown)}
            none={filter === '' ? texts.addedNone : texts.noMatch}
            onRemove={setRemoving}
          />
        </Region>
      </Box>
      {removing && <RemoveConnectionDialog connection={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function Note({ children }: { children: string }) {
  return <Box sx={{ mb: 1.5, typography: 'body2', color: 'text.secondary' }}>{children}</Box>;
}
