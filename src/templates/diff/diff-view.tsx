import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef, useState } from 'react';
import { plural } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { pairRows, splitLines, type DiffRow } from './diff-rows.ts';

interface DiffViewProps {
  readonly rows: readonly DiffRow[];
  /** The new text, for the lines that are folded away. */
  readonly after: string;
}

type Fold = DiffRow & { kind: 'fold' };

const unfoldedAtOnce = 50;
const rowsAtOnce = 300;

/** A line diff: original and result side by side, or, where it is narrow, one below the other. */
export function DiffView({ rows, after }: DiffViewProps) {
  const texts = useTexts('templates');
  const wide = useMediaQuery('(min-width: 1100px)', { noSsr: true });
  const [unfolded, setUnfolded] = useState<ReadonlyMap<number, number>>(new Map());
  const frame = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(rowsAtOnce);

  const all = unfolded.size === 0 ? rows : unfold(rows, unfolded, splitLines(after));
  const shown = all.slice(0, limit);
  const onUnfold = (fold: Fold) => {
    const end = endOf(fold);
    setUnfolded(new Map(unfolded).set(end, (unfolded.get(end) ?? 0) + unfoldedAtOnce));
    // The button that had the focus goes away with the last line of its fold.
    if (fold.count <= unfoldedAtOnce) frame.current?.focus();
  };

  return (
    <>
      <Box ref={frame} sx={frameStyle} tabIndex={0} role="group" aria-label={texts.diff}>
        <Box component="table" aria-label={texts.diff} sx={wide ? splitStyle : tableStyle}>
          <colgroup>
            <Columns />
            {wide && <Columns />}
          </colgroup>
          {wide ? (
            <>
              <thead>
                <tr>
                  <th scope="col" colSpan={3}>
                    {texts.original}
                  </th>
                  <th scope="col" colSpan={3}>
                    {texts.patched}
                  </th>
                </tr>
              </thead>
              <tbody>
                {pairRows(shown).map(({ left, right }) =>
                  left?.kind === 'fold' ? (
                    <FoldRow key={rowKey(left)} fold={left} columns={6} onUnfold={onUnfold} />
                  ) : (
                    <tr key={`${rowKey(left)} ${rowKey(right)}`}>
                      <Side row={left} side="old" />
                      <Side row={right} side="new" />
                    </tr>
                  ),
                )}
              </tbody>
            </>
          ) : (
            <tbody>
              {shown.map((row) =>
                row.kind === 'fold' ? (
                  <FoldRow key={rowKey(row)} fold={row} columns={3} onUnfold={onUnfold} />
                ) : (
                  <tr key={rowKey(row)}>
                    <Side row={row} side={row.kind === 'removed' ? 'old' : 'new'} />
                  </tr>
                ),
              )}
            </tbody>
          )}
        </Box>
      </Box>
      {all.length > limit && (
        <Button size="small" onClick={() => setLimit(limit + rowsAtOnce)}>
          {texts.moreRows(all.length - limit)}
        </Button>
      )}
    </>
  );
}

function Columns() {
  return (
    <>
      <col className="line" />
      <col className="mark" />
      <col />
    </>
  );
}

/** The three cells of one line: its number, its mark, its text. */
function Side({ row, side }: { row: DiffRow | undefined; side: 'old' | 'new' }) {
  if (!row || row.kind === 'fold')
    return (
      <td colSpan={3} data-kind="none">
        {'\u00A0'}
      </td>
    );
  const line = side === 'old' && 'oldLine' in row ? row.oldLine : 'newLine' in row ? row.newLine : undefined;
  return (
    <>
      <td data-part="line" data-kind={row.kind}>
        {line}
      </td>
      <td data-part="mark" data-kind={row.kind}>
        {marks[row.kind]}
      </td>
      <td data-part="text" data-kind={row.kind}>
        {row.text}
      </td>
    </>
  );
}

function rowKey(row: DiffRow | undefined): string {
  if (!row) return '';
  if (row.kind === 'fold') return `fold ${endOf(row)}`;
  return `${row.kind} ${'newLine' in row ? row.newLine : row.oldLine}`;
}

const marks = { same: '', added: '+', removed: '−' } as const;

function FoldRow(props: { fold: Fold; columns: number; onUnfold: (fold: Fold) => void }) {
  const { fold, columns, onUnfold } = props;
  const texts = useTexts('templates');
  const label = texts.unfold(plural(fold.count, { one: 'unchanged line', other: 'unchanged lines' }));
  return (
    <tr>
      <td colSpan={columns} data-kind="fold">
        <button type="button" onClick={() => onUnfold(fold)}>
          {label}
        </button>
      </td>
    </tr>
  );
}

/** The line behind a fold: it stays when lines are unfolded, which happens from the top. */
function endOf(fold: Fold): number {
  return fold.newLine + fold.count;
}

/** Shows the first lines of each fold that is named by its end. */
function unfold(
  rows: readonly DiffRow[],
  unfolded: ReadonlyMap<number, number>,
  lines: readonly string[],
): DiffRow[] {
  return rows.flatMap((row): DiffRow[] => {
    if (row.kind !== 'fold') return [row];
    const count = Math.min(row.count, unfolded.get(endOf(row)) ?? 0);
    const opened = Array.from({ length: count }, (_, at): DiffRow => {
      const newLine = row.newLine + at;
      return { kind: 'same', oldLine: row.oldLine + at, newLine, text: lines[newLine - 1] ?? '' };
    });
    const rest = {
      kind: 'fold',
      oldLine: row.oldLine + count,
      newLine: row.newLine + count,
      count: row.count - count,
    } as const;
    return rest.count > 0 ? [...opened, rest] : opened;
  });
}

const frameStyle = {
  maxHeight: 520,
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;

const tableStyle = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSize: '0.8125rem',
  lineHeight: 1.55,
  '& th': {
    position: 'sticky',
    top: 0,
    px: 1.5,
    py: 0.75,
    textAlign: 'left',
    typography: 'caption',
    fontWeight: 600,
    color: 'text.secondary',
    bgcolor: 'background.paper',
    boxShadow: 'inset 0 -1px var(--mui-palette-divider)',
  },
  '& col.line': { width: '3.6em' },
  '& col.mark': { width: '1.8em' },
  '& td': { p: 0, verticalAlign: 'top' },
  '& [data-part=line]': {
    pr: 1,
    textAlign: 'right',
    color: 'text.secondary',
    userSelect: 'none',
  },
  '& [data-part=mark]': { textAlign: 'center', fontWeight: 700, userSelect: 'none' },
  '& [data-part=text]': { pr: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', tabSize: 2 },
  '& [data-kind=added]': { bgcolor: 'rgba(var(--mui-palette-success-mainChannel) / 0.13)' },
  '& [data-kind=removed]': { bgcolor: 'rgba(var(--mui-palette-error-mainChannel) / 0.13)' },
  '& [data-kind=added][data-part=mark]': { color: 'success.main' },
  '& [data-kind=removed][data-part=mark]': { color: 'error.main' },
  '& [data-kind=none]': { bgcolor: 'action.hover' },
  '& [data-kind=fold]': { borderBlock: '1px solid', borderColor: 'divider', bgcolor: 'background.default' },
  '& button': {
    all: 'unset',
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    px: 1.5,
    py: 0.5,
    typography: 'caption',
    color: 'text.secondary',
    cursor: 'pointer',
    '&:hover': { color: 'text.primary' },
    '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
  },
} as const;

const splitStyle = {
  ...tableStyle,
  '& td:nth-of-type(n+2)[data-part=line], & td[colspan="3"]:nth-of-type(n+2)': {
    borderLeft: '1px solid',
    borderLeftColor: 'divider',
  },
} as const;
