import Box from '@mui/material/Box';
import { Button } from '../ui/button.tsx';
import { useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { Fuse } from '../ui/marks/fuse.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { SortHeader } from '../ui/table/sort-header.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { SecretLink } from '../ui/secret-link.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { formatDate } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { namesBetween, type SecretRow, type Sorting } from './secret-rows.ts';

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
  const [lastClicked, setLastClicked] = useState<string>();
  const allSelected = rows.every(({ name }) => selected.has(name));
  const labels = { name: texts.name, changedAt: texts.changed, expiresAt: texts.expires };

  /** With Shift, all rows from the last one that was clicked follow this one. */
  const select = (name: string, checked: boolean, shift: boolean) => {
    const names = rows.map((row) => row.name);
    const next = new Set(selected);
    for (const one of namesBetween(names, shift ? lastClicked : undefined, name)) {
      if (checked) next.add(one);
      else next.delete(one);
    }
    setLastClicked(name);
    onSelect(next);
  };

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
          <th scope="col" className="roomy-only">
            {texts.username}
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
                onChange={({ nativeEvent, target }) =>
                  select(row.name, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                }
              />
            </Box>
            <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: 100 }}>
              <SecretLink tenant={connection.id} name={row.name} />
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
              {row.providers.length > 0 && <Box sx={hintStyle}>{row.providers.join(', ')}</Box>}
            </Box>
            <Box
              component="td"
              className="roomy-only"
              sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}
            >
              {row.registries.map(({ host, username }) => (
                <Box key={host} sx={hostStyle}>
                  <code>{username}</code>
                </Box>
              ))}
            </Box>
            <Box component="td" className="wide-only" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {row.changedAt !== undefined &&
                texts.changedOn(row.rotated, formatDate(new Date(row.changedAt)))}
            </Box>
            <Box component="td" sx={{ whiteSpace: { sm: 'nowrap' }, ...expiryStyle[row.expiry.kind] }}>
              <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
                <Fuse expiry={row.expiry.kind === 'unknown' ? undefined : row.expiry} />
                <span>
                  {texts.expiry(row.expiry)}
                  {row.expiresAt !== undefined && (
                    <Box sx={{ ...hintStyle, fontWeight: 400 }}>{formatDate(new Date(row.expiresAt))}</Box>
                  )}
                </span>
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

const expiryStyle = {
  unknown: { color: 'text.secondary' },
  none: { color: 'text.secondary' },
  valid: { color: 'text.secondary' },
  soon: { color: 'warning.main', fontWeight: 600 },
  expired: { color: 'error.main', fontWeight: 600 },
} as const;

const hintStyle = { typography: 'caption', color: 'text.secondary' } as const;
const hostStyle = { display: 'flex', alignItems: 'center', gap: 1, minHeight: 20 } as const;
const markPlaceStyle = { display: 'flex', flex: 'none', width: 20, height: 20 } as const;
const checkboxCellStyle = { width: 24, '&&': { pr: 0 } } as const;
const actionLinkStyle = { px: 1.25, typography: 'caption' } as const;
