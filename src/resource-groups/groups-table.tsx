import Box from '@mui/material/Box';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import type { ResourceGroup } from '../api/groups/resource-groups.ts';
import { defaultResourceGroup } from '../domain/resource-group/resource-group-id.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { DeleteInRow } from '../ui/table/delete-in-row.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { GroupLabels } from './group-labels.tsx';
import { GroupStatusChip } from './group-status-chip.tsx';

interface GroupsTableProps {
  readonly groups: readonly ResourceGroup[];
  /** Groups that were deleted here, but that AI Core still lists. */
  readonly leaving: ReadonlySet<string>;
  readonly onDelete: (name: string) => void;
}

export function GroupsTable({ groups, leaving, onDelete }: GroupsTableProps) {
  const texts = useTexts('resourceGroups');
  const { id: tenant } = useConnection();
  const mayWrite = useMayWrite('resourceGroups');
  return (
    <DataTable
      label={texts.heading}
      actions="on-page"
      columns={[
        texts.id,
        texts.status,
        { label: texts.labels, className: 'wide-only' },
        { label: texts.created, className: 'roomy-only' },
        texts.actions,
      ]}
    >
      {groups.map(({ name, status, statusMessage, labels, createdAt }) => (
        <tr key={name}>
          <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: { xs: 120, sm: 176 } }}>
            <NameLink to="/$tenant/resource-groups/$name" params={{ tenant, name }}>
              <code>{name}</code>
            </NameLink>
          </Box>
          <td>
            <GroupStatusChip status={status} leaving={leaving.has(name)} />
            {status === 'ERROR' && statusMessage !== undefined && (
              <Box sx={{ mt: 0.5, maxWidth: 320, typography: 'caption', color: 'text.secondary' }}>
                {statusMessage}
              </Box>
            )}
          </td>
          <td className="wide-only">
            <GroupLabels labels={labels} />
          </td>
          <td className="roomy-only">{createdAt ? texts.date(createdAt) : texts.notKnown}</td>
          <td>
            <LinkButton
              to="/$tenant/object-store-secrets"
              params={{ tenant }}
              search={{ group: name }}
              size="small"
              aria-label={texts.storesOf(name)}
            >
              {texts.stores}
            </LinkButton>
            {name !== defaultResourceGroup && (
              <DeleteInRow allowed={mayWrite} name={name} onDelete={onDelete} />
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
