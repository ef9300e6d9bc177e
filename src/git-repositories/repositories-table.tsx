import Box from '@mui/material/Box';
import type { Repository } from '../api/repositories.ts';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { DeleteInRow } from '../ui/table/delete-in-row.tsx';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryStatusChip } from './repository-status-chip.tsx';
import { lacksGitSuffix, RepositoryUrl } from './repository-url.tsx';

interface RepositoriesTableProps {
  readonly repositories: readonly Repository[];
  readonly onDelete: (name: string) => void;
}

export function RepositoriesTable({ repositories, onDelete }: RepositoriesTableProps) {
  const texts = useTexts('repositories');
  const connection = useConnection();
  const mayWrite = useMayWrite('repositories');
  return (
    <DataTable
      label={texts.heading}
      actions="on-page"
      columns={[texts.name, { label: texts.url, className: 'wide-only' }, texts.status, texts.actions]}
    >
      {repositories.map(({ name, url, status }) => (
        <tr key={name}>
          <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: { xs: 120, sm: 176 } }}>
            <NameLink to="/$tenant/git-repositories/$name" params={{ tenant: connection.id, name }}>
              <code>{name}</code>
            </NameLink>
          </Box>
          <Box component="td" className="wide-only" sx={{ overflowWrap: 'anywhere', minWidth: 200 }}>
            <RepositoryUrl url={url} />
          </Box>
          <td>
            <RepositoryStatusChip status={status} />
            {status === 'ERROR' && lacksGitSuffix(url) && (
              <Box
                sx={{
                  mt: 0.5,
                  width: { xs: 160, sm: 240 },
                  typography: 'caption',
                  color: 'text.secondary',
                }}
              >
                {texts.lacksGitSuffix}
              </Box>
            )}
          </td>
          <td>
            <GuardedLink
              allowed={mayWrite}
              to="/$tenant/git-repositories/$name/rotate"
              params={{ tenant: connection.id, name }}
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
