import Box from '@mui/material/Box';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import type { GenericSecret } from '../api/groups/generic-secrets.ts';
import { searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { StatusChip } from '../ui/feedback/status-chip.tsx';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { DeleteInRow } from '../ui/table/delete-in-row.tsx';
import { formatDateTime } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface GenericSecretsTableProps {
  readonly scope: SecretScope;
  readonly secrets: readonly GenericSecret[];
  readonly onDelete: (name: string) => void;
}

export function GenericSecretsTable({ scope, secrets, onDelete }: GenericSecretsTableProps) {
  const texts = useTexts('genericSecrets');
  const { id: tenant } = useConnection();
  const mayWrite = useMayWrite('secrets');
  const isShared = scope.kind === 'all';
  return (
    <DataTable
      label={texts.heading}
      actions
      columns={[
        texts.name,
        isShared && { label: texts.replicatedTo, className: 'not-on-phones' },
        { label: texts.createdAt, className: 'roomy-only' },
        texts.actions,
      ]}
    >
      {secrets.map(({ name, createdAt, replication }) => (
        <tr key={name}>
          <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: { xs: 112, sm: 176 } }}>
            <code>{name}</code>
            {isShared && (
              <Box className="on-phones" sx={{ mt: 0.5 }}>
                <CopiedTo replication={replication} />
              </Box>
            )}
          </Box>
          {isShared && (
            <Box component="td" className="not-on-phones" sx={{ minWidth: 140 }}>
              <CopiedTo replication={replication} />
            </Box>
          )}
          <td className="roomy-only">
            {createdAt ? (
              <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt)}</time>
            ) : (
              texts.none
            )}
          </td>
          <td>
            <GuardedLink
              allowed={mayWrite}
              to="/$tenant/generic-secrets/$name/rotate"
              params={{ tenant, name }}
              search={searchOf(scope)}
              size="small"
              aria-label={texts.rotateOf(name)}
            >
              {texts.rotate}
            </GuardedLink>
            <DeleteInRow allowed={mayWrite} name={name} onDelete={onDelete} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function CopiedTo({ replication }: Pick<GenericSecret, 'replication'>) {
  const texts = useTexts('genericSecrets');
  if (!replication) return texts.notTold;
  const { arrived, waiting } = replication;
  return (
    <>
      <StatusChip tone={waiting.length === 0 ? 'success' : 'warning'}>
        {texts.replicated(arrived.length, waiting.length)}
      </StatusChip>
      {waiting.length > 0 && <Box sx={smallStyle}>{texts.notYetIn(waiting)}</Box>}
    </>
  );
}

const smallStyle = {
  mt: 0.25,
  typography: 'caption',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
} as const;
