import Box from '@mui/material/Box';
import { useSyncExternalStore } from 'react';
import { Fuse } from '../ui/marks/fuse.tsx';
import { formatDateTime } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { cellOf } from './cell.ts';
import { freeOf, type Matrix } from './matrix-rows.ts';

/** The matrix on paper: a row for each tenant, with its secrets as a list. Only rendered while printing. */
export function PrintTable({ matrix: { rows, names }, now }: { matrix: Matrix; now: Date }) {
  const texts = useTexts('overview');
  const { problem } = useTexts('problems');
  const printing = useSyncExternalStore(subscribe, isPrinting);
  if (!printing) return null;
  return (
    <>
      <div>{texts.printed(rows.length, formatDateTime(now))}</div>
      <Box component="table" aria-label={texts.matrix} sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">{texts.tenant}</th>
            <th scope="col">{texts.left}</th>
            <th scope="col">{texts.secretsColumn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { connection, read, remembered } = row;
            const held = read.status === 'read' ? read.value.names : undefined;
            const lacking = names.filter((name) => held && !held.has(name));
            return (
              <tr key={connection.id}>
                <th scope="row">{connection.label}</th>
                <td>{freeOf(row) ?? texts.leftUnknown}</td>
                <td>
                  {read.status === 'failed' && problem(read.problem).title}
                  {names
                    .filter((name) => held?.has(name))
                    .map((name) => {
                      const cell = cellOf(true, remembered?.get(name), now);
                      return (
                        <span key={name} className="secret">
                          <code>{name}</code> <Fuse expiry={'days' in cell ? cell : undefined} />{' '}
                          {texts.cell(cell)}
                        </span>
                      );
                    })}
                  {lacking.length > 0 && <div>{texts.lacking(lacking)}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Box>
    </>
  );
}

const printMedia = () => matchMedia('print');

function subscribe(listener: () => void): () => void {
  const media = printMedia();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

function isPrinting(): boolean {
  return printMedia().matches;
}

const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  typography: 'caption',
  '& th, & td': { p: '4px 8px 4px 0', borderBottom: '1px solid', textAlign: 'left', verticalAlign: 'top' },
  '& th:not(* + *)': { minWidth: 120 },
  '& tr': { breakInside: 'avoid' },
  '& .secret': { display: 'inline-flex', alignItems: 'center', gap: 1, mr: 2 },
} as const;
