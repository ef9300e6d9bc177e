import Box from '@mui/material/Box';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { ApplicationLink } from '../ui/application-link.tsx';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { GuardedButton, GuardedLink } from '../ui/guard/guarded-button.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { DeleteInRow } from '../ui/table/delete-in-row.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationStateChip } from './application-state-chip.tsx';
import type { ApplicationView } from './application-view.ts';
import { LastSync } from './last-sync.tsx';

interface ApplicationsTableProps {
  readonly views: readonly ApplicationView[];
  readonly onRefresh: (name: string) => void;
  readonly onDelete: (name: string) => void;
}

export function ApplicationsTable({ views, onRefresh, onDelete }: ApplicationsTableProps) {
  const texts = useTexts('applications');
  return (
    <DataTable
      label={texts.heading}
      actions="on-page"
      columns={[
        texts.name,
        { label: texts.source, className: 'wide-only' },
        texts.status,
        { label: texts.health, className: 'roomy-only' },
        { label: texts.lastSync, className: 'roomy-only' },
        texts.actions,
      ]}
    >
      {views.map((view) => (
        <ApplicationRow key={view.application.name} view={view} onRefresh={onRefresh} onDelete={onDelete} />
      ))}
    </DataTable>
  );
}

function ApplicationRow({
  view,
  onRefresh,
  onDelete,
}: Omit<ApplicationsTableProps, 'views'> & { view: ApplicationView }) {
  const texts = useTexts('applications');
  const connection = useConnection();
  const mayWrite = useMayWrite('applications');
  const { application, status, problem } = view;
  const { name, repositoryUrl, revision, path } = application;
  return (
    <tr>
      <Box
        component="th"
        scope="row"
        sx={{ overflowWrap: 'anywhere', minWidth: { xs: 120, sm: 176, md: 128, lg: 176 } }}
      >
        <ApplicationLink tenant={connection.id} name={name} />
      </Box>
      <Box
        component="td"
        className="wide-only"
        sx={{ overflowWrap: 'anywhere', minWidth: { md: 144, lg: 200 } }}
      >
        <div>
          <code>{path === '' ? texts.noPath : path}</code> <span aria-hidden>@</span> <code>{revision}</code>
        </div>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          <BreakableCode text={repositoryUrl} />
        </Box>
      </Box>
      <td>
        <Box sx={{ minHeight: 20 }}>
          <ApplicationStateChip view={view} />
        </Box>
        <Box sx={problemStyle} title={problem && texts.problem(problem).title}>
          {problem && texts.problem(problem).title}
        </Box>
      </td>
      <Box component="td" className="roomy-only" sx={{ minWidth: 96 }}>
        {status && texts.healthOf(status.health)}
      </Box>
      <Box component="td" className="roomy-only" sx={{ minWidth: 128 }}>
        <LastSync status={status} />
      </Box>
      <td>
        <GuardedButton
          allowed={mayWrite}
          size="small"
          aria-label={texts.refreshOf(name)}
          onClick={() => onRefresh(name)}
        >
          {texts.refresh}
        </GuardedButton>
        <GuardedLink
          allowed={mayWrite}
          to="/$tenant/applications/$name/edit"
          params={{ tenant: connection.id, name }}
          size="small"
          aria-label={texts.changeOf(name)}
        >
          {texts.change}
        </GuardedLink>
        <DeleteInRow allowed={mayWrite} name={name} onDelete={onDelete} />
      </td>
    </tr>
  );
}

/** Reserves the space of the status, so that rows and columns do not move. */
const problemStyle = {
  '@media (min-width: 640px) and (max-width: 1279.95px)': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  mt: 0.5,
  width: { xs: 144, sm: 264, md: 144, lg: 260 },
  minHeight: 16,
  typography: 'caption',
  color: 'text.secondary',
} as const;
