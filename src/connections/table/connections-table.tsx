import type { ReactNode } from 'react';
import { useIsNarrow } from '../../ui/media/use-media.ts';
import { SortHeader } from '../../ui/table/sort-header.tsx';
import { WindowedTable } from '../../ui/table/windowed-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { DiagnosisAlert } from '../diagnosis-alert.tsx';
import type { Connection } from '../../domain/connection/connection.ts';
import { ConnectionCells, NarrowConnectionCells } from './connection-cells.tsx';
import type { ConnectionLine } from './connection-rows.ts';
import { unseenStyle } from '../../ui/unseen-style.ts';

interface ConnectionsTableProps {
  readonly lines: readonly ConnectionLine[];
  readonly sort: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
  readonly onTest: (connection: Connection) => void;
  readonly onRemove: (connection: Connection) => void;
  /** Shown instead of this browser's connections, if there are none. */
  readonly addedNone: ReactNode;
}

export function ConnectionsTable(props: ConnectionsTableProps) {
  const { lines, sort, onSort, onTest, onRemove, addedNone } = props;
  const texts = useTexts('connections');
  const narrow = useIsNarrow();
  const columns = narrow ? 3 : 7;
  return (
    <WindowedTable
      label={texts.heading}
      columnWidths={narrow ? ['auto', '128px', '52px'] : ['18%', '19%', '12%', '15%', '11%', '8%', '17%']}
      above={224}
      cellStyles={narrow ? narrowStyles : cellStyles}
      rowCount={lines.length}
      rowKey={(index) => keyOf(lines[index])}
      head={
        <>
          <SortHeader label={texts.tenant} direction={sort} onClick={onSort} />
          {!narrow && (
            <>
              <th scope="col">{texts.address}</th>
              <th scope="col">{texts.credentials}</th>
            </>
          )}
          <th scope="col">{texts.status}</th>
          {!narrow && (
            <>
              <th scope="col">{texts.testedAt}</th>
              <th scope="col" className="number">
                {texts.secrets}
              </th>
            </>
          )}
          <th scope="col">
            <span className="spoken">{texts.actions}</span>
          </th>
        </>
      }
      renderRow={(index) => {
        const line = lines[index];
        if (line?.kind === 'group') {
          return (
            <td colSpan={columns} className="group">
              {texts.groups[line.source]}
              {line.isEmpty && <> {line.source === 'added' ? addedNone : texts.offeredNone}</>}
            </td>
          );
        }
        if (line?.kind === 'details') {
          return (
            <td colSpan={columns} className="details">
              <DiagnosisAlert {...line.test} connection={line.connection} />
            </td>
          );
        }
        const Cells = narrow ? NarrowConnectionCells : ConnectionCells;
        return line && <Cells {...line} onTest={onTest} onRemove={onRemove} />;
      }}
    />
  );
}

function keyOf(line: ConnectionLine | undefined): string {
  if (!line) return '';
  if (line.kind === 'group') return line.source;
  const { id, baseUrl } = line.connection;
  return line.kind === 'details' ? `details of ${id} ${baseUrl}` : `${id} ${baseUrl}`;
}

const cellStyles = {
  '&': { minWidth: { md: 760, lg: 920 } },
  '& .group': { height: 32, bgcolor: 'ground.sunk', color: 'text.secondary', typography: 'caption' },
  '& .details': { height: 'auto', pb: 1.5 },
  '& .spoken': unseenStyle,
  '& .number': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& .address': {
    color: 'text.secondary',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& .named': { display: 'flex', alignItems: 'center', gap: 1 },
  '& .quiet': { color: 'text.secondary' },
} as const;

const narrowStyles = {
  ...cellStyles,
  '&': { minWidth: 0 },
  '& tbody :is(td, th):not(.group, .details)': { height: 64 },
  '& .address': { ...cellStyles['& .address'], typography: 'caption' },
  '& tbody th > a': {
    display: 'block',
    py: '2px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& .menu': { textAlign: 'right' },
} as const;
