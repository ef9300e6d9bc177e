import Box from '@mui/material/Box';
import { useConnection } from '../api/current-connection.tsx';
import type { SyncedResource, SyncStatus } from '../domain/application/application-status.ts';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { Section } from '../ui/layout/section.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';

const tones: Record<SyncStatus, StatusTone> = { Synced: 'success', OutOfSync: 'warning', Unknown: 'neutral' };

/** What AI Core found in the folder: kinds, names and their states. It does not say which secrets they use. */
export function ApplicationResources({ resources }: { resources: readonly SyncedResource[] }) {
  const texts = useTexts('applications');
  const { id } = useConnection();
  return (
    <Section
      heading={texts.templatesHeading}
      {...(resources.length > 0 && { fact: texts.templatesCount(resources.length) })}
    >
      {resources.length === 0 && texts.noTemplates}
      {resources.length > 0 && (
        <>
          <DataTable label={texts.templatesHeading} columns={[texts.name, texts.kind, texts.status]}>
            {resources.map(({ kind, name, status, message }) => (
              <tr key={`${kind}/${name}`}>
                <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                  <code>{name}</code>
                </Box>
                <td>
                  <code>{kind}</code>
                </td>
                <td>
                  <StatusChip tone={tones[status]}>{texts.syncOf(status)}</StatusChip>
                  {message !== '' && (
                    <Box sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
                      {message}
                    </Box>
                  )}
                </td>
              </tr>
            ))}
          </DataTable>
          <Box sx={{ mt: 1, typography: 'caption', color: 'text.secondary' }}>
            {texts.secretsUnknown}{' '}
            <TextLink to="/$tenant/templates" params={{ tenant: id }}>
              {texts.checkTemplate}
            </TextLink>
          </Box>
        </>
      )}
    </Section>
  );
}
