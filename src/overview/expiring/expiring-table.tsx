import Box from '@mui/material/Box';
import { RotateCcwKey } from 'lucide-react';
import type { Expiry } from '../../api/gateway-memory/expiries.ts';
import { mayWrite } from '../../domain/connection/access.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { expiryState } from '../../domain/token/expiry.ts';
import { GuardedLink } from '../../ui/guard/guarded-button.tsx';
import { smallIconProps } from '../../ui/icon-props.ts';
import { Fuse } from '../../ui/marks/fuse.tsx';
import { BreakableCode } from '../../ui/layout/breakable.tsx';
import { SecretLink } from '../../ui/secret-link.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { NameLink } from '../../ui/text-link.tsx';
import { formatEnd } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';

export interface ExpiringRow extends Expiry {
  readonly connection: Connection;
}

/** A row for each credential that expires. */
export function ExpiringTable({ rows, now }: { rows: readonly ExpiringRow[]; now: Date }) {
  const texts = useTexts('expiring');
  const { columns } = texts;
  return (
    <DataTable
      label={texts.heading}
      actions="on-page"
      columns={[
        columns.secret,
        { label: columns.tenant, className: 'not-on-phones' },
        columns.ends,
        { label: columns.registries, className: 'roomy-only' },
        { label: columns.changed, className: 'wide-only' },
        columns.next,
      ]}
    >
      {rows.map((row) => (
        <Row key={`${row.tenant} ${row.name}`} row={row} now={now} />
      ))}
    </DataTable>
  );
}

function Row({ row, now }: { row: ExpiringRow; now: Date }) {
  const texts = useTexts('expiring');
  const { expiry: words } = useTexts('secrets');
  const { connection, name, expiresAt, registries, changedBy, changedAt } = row;
  const state = expiryState(expiresAt, now);
  return (
    <tr>
      <Box component="th" scope="row" sx={{ minWidth: { sm: 144 } }}>
        <SecretLink tenant={connection.id} name={name} />
        <Box className="on-phones" sx={{ color: 'text.secondary', typography: 'caption' }}>
          {connection.label}
        </Box>
      </Box>
      <Box component="td" className="not-on-phones" sx={{ minWidth: 128 }}>
        <NameLink to="/$tenant/docker-registry-secrets" params={{ tenant: connection.id }}>
          {connection.label}
        </NameLink>
      </Box>
      <td>
        <Box sx={endStyle} data-kind={state.kind}>
          <Fuse expiry={state} />
          <span>{words(state)}</span>
          <time dateTime={expiresAt}>{formatEnd(expiresAt)}</time>
        </Box>
      </td>
      <Box component="td" className="roomy-only" sx={{ width: '24%', overflowWrap: 'anywhere' }}>
        <BreakableCode text={registries.map(({ host }) => host).join(', ')} />
      </Box>
      <td className="wide-only">
        {changedAt === undefined
          ? (changedBy ?? texts.unknown)
          : texts.changed(changedBy, new Date(changedAt))}
      </td>
      <td>
        <GuardedLink
          allowed={mayWrite(connection, 'dockerRegistrySecrets')}
          size="small"
          variant="outlined"
          to="/$tenant/docker-registry-secrets/$name/rotate"
          params={{ tenant: connection.id, name }}
          aria-label={texts.rotateOf(name, connection.label)}
          startIcon={<RotateCcwKey {...smallIconProps} />}
        >
          {texts.rotate}
        </GuardedLink>
      </td>
    </tr>
  );
}

/** One line where there is room, otherwise the fuse is below the words. */
const endStyle = {
  display: 'grid',
  gridTemplateAreas: { xs: '"words" "fuse"', sm: '"words date" "fuse fuse"', lg: '"fuse words date"' },
  justifyContent: 'start',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.5,
  whiteSpace: 'nowrap',
  '& > span:nth-of-type(1)': { gridArea: 'fuse' },
  '& > span:nth-of-type(2)': { gridArea: 'words' },
  '& > time': { gridArea: 'date', display: { xs: 'none', sm: 'block' } },
  '& time': { color: 'text.disabled', typography: 'caption' },
  '&[data-kind=soon] > span:nth-of-type(2)': { color: 'warning.main', fontWeight: 600 },
  '&[data-kind=expired] > span:nth-of-type(2)': { color: 'error.main', fontWeight: 600 },
} as const;
