import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useConnection } from '../api/current-connection.tsx';
import { Fuse } from '../ui/marks/fuse.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { SortHeader } from '../ui/table/sort-header.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { formatDate } from '../ui/texts/format.ts';
import { useTexts, type Catalogue } from '../ui/texts/texts.ts';
import { toggled } from '../ui/toggled.ts';
import type { SecretRow, Sorting } from './secret-rows.ts';

// What is known of registry products is not part of the first page.
const RegistryMark = lazyPart(() => import('../ui/marks/registry-mark.tsx'), 'RegistryMark');

interface SecretsTableProps {
  readonly rows: readonly SecretRow[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onShowSnippet: (name: string) => void;
  readonly onDelete: (name: string) => void;
}

export function SecretsTable(props: SecretsTableProps) {
  const { rows, sorting, onSort, selected, onSelect } = props;
  const texts = useTexts('secrets');
  const connection = useConnection();
  const allSelected = rows.every(({ name }) => selected.has(name));
  const labels = { name: texts.name, changedAt: texts.changed, expiresAt: texts.expires };

  const header = (by: Sorting['by'], className?: string) => (
    <SortHeader
      label={labels[by]}
      className={className}
      direction={sorting.by === by ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      onClick={() => onSort({ by, descending: sorting.by === by && !sorting.descending })}
    />
  );

  return (
    <DataTable label={texts.heading} actions>
      <thead>
        <tr>
          <Box component="th" scope="col" sx={checkboxCellStyle}>
            <input
              type="checkbox"
              aria-label={texts.selectAll}
              checked={allSelected}
              onChange={() => onSelect(new Set(allSelected ? [] : rows.map(({ name }) => name)))}
            />
          </Box>
          {header('name')}
          <th scope="col" className="wide-only">
            {texts.registries}
          </th>
          {header('changedAt', 'wide-only')}
          {header('expiresAt')}
          <th scope="col">{texts.actions}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <Box component="td" sx={checkboxCellStyle}>
              <input
                type="checkbox"
                aria-label={texts.select(row.name)}
                checked={selected.has(row.name)}
                onChange={() => onSelect(toggled(selected, row.name))}
              />
            </Box>
            <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: 100 }}>
              <code>{row.name}</code>
            </Box>
            <Box
              component="td"
              className="wide-only"
              sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}
            >
              {row.registries.map(({ host }) => (
                <Box key={host} sx={hostStyle}>
                  <Box component="span" sx={markPlaceStyle}>
                    <RegistryMark host={host} />
                  </Box>
                  <code>{host}</code>
                </Box>
              ))}
            </Box>
            <Box component="td" className="wide-only" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {row.changedAt !== undefined &&
                texts.changedOn(row.rotated, formatDate(new Date(row.changedAt)))}
            </Box>
            <Box component="td" sx={{ whiteSpace: { sm: 'nowrap' }, ...expiryStyle[row.expiry.kind] }}>
              <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
                <Fuse expiry={row.changedAt === undefined ? undefined : row.expiry} />
                {expiryText(texts, row)}
              </Box>
            </Box>
            <td>
              <Button
                size="small"
                aria-label={texts.showSnippetOf(row.name)}
                onClick={() => props.onShowSnippet(row.name)}
              >
                {texts.showSnippet}
              </Button>
              <TextLink
                to="/$tenant/docker-registry-secrets/$name/rotate"
                params={{ tenant: connection.id, name: row.name }}
                aria-label={texts.rotateOf(row.name)}
                sx={actionLinkStyle}
              >
                {texts.rotate}
              </TextLink>
              <Button
                size="small"
                color="error"
                aria-label={texts.deleteOf(row.name)}
                onClick={() => props.onDelete(row.name)}
              >
                {texts.delete}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function expiryText(texts: Catalogue['secrets'], { changedAt, expiry, expiresAt }: SecretRow): string {
  if (changedAt === undefined) return texts.endNotKnown;
  if (expiry.kind === 'none' || expiresAt === undefined) return texts.noEnd;
  return texts.expiresOn(expiry.kind, formatDate(new Date(expiresAt)), expiry.days);
}

const expiryStyle = {
  none: { color: 'text.secondary' },
  valid: { color: 'text.secondary' },
  soon: { color: 'warning.main', fontWeight: 600 },
  expired: { color: 'error.main', fontWeight: 600 },
} as const;

const hostStyle = { display: 'flex', alignItems: 'center', gap: 1 } as const;
const markPlaceStyle = { display: 'flex', flex: 'none', width: 20, height: 20 } as const;
const checkboxCellStyle = { width: 24, '&&': { pr: 0 } } as const;
const actionLinkStyle = { px: 1.25, typography: 'caption' } as const;
