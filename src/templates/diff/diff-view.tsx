import Box from '@mui/material/Box';
import { UnfoldVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import { smallIconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';
import { colourLine } from '../editor/colour-line.ts';
import { splitLines, type DiffRow } from './diff-rows.ts';
import { frameStyle, tableStyle } from './diff-style.ts';

interface DiffViewProps {
  readonly rows: readonly DiffRow[];
  /** The new text, for lines that are folded. */
  readonly after: string;
}

type Fold = DiffRow & { kind: 'fold' };

const unfoldedAtOnce = 50;
const rowsAtOnce = 300;

/** A line diff: the line numbers before and after, the sign, and the text. */
export function DiffView({ rows, after }: DiffViewProps) {
  const texts = useTexts('templates');
  const [unfolded, setUnfolded] = useState<ReadonlyMap<number, number>>(new Map());
  const frame = useRef<HTMLDivElement>(null);

  const all = unfolded.size === 0 ? rows : unfold(rows, unfolded, splitLines(after));
  const { shown, more } = useBatches(all, rowsAtOnce);
  const onUnfold = (fold: Fold) => {
    const end = endOf(fold);
    setUnfolded(new Map(unfolded).set(end, (unfolded.get(end) ?? 0) + unfoldedAtOnce));
    // The focused button disappears with the last line of its fold.
    if (fold.count <= unfoldedAtOnce) frame.current?.focus();
  };

  return (
    <Box ref={frame} sx={frameStyle} tabIndex={0} role="group" aria-label={texts.diff}>
      <Box component="table" aria-label={texts.diff} sx={tableStyle}>
        <colgroup>
          <col className="line" />
          <col className="line" />
          <col className="mark" />
          <col />
        </colgroup>
        <tbody>
          {shown.map((row) =>
            row.kind === 'fold' ? (
              <FoldRow key={rowKey(row)} fold={row} onUnfold={onUnfold} />
            ) : (
              <LineRow key={rowKey(row)} row={row} />
            ),
          )}
        </tbody>
      </Box>
      {more}
    </Box>
  );
}

const marks = { same: '', added: '+', removed: '−' } as const;

function LineRow({ row }: { row: Exclude<DiffRow, Fold> }) {
  return (
    <tr data-kind={row.kind}>
      <td data-part="line">{'oldLine' in row && row.oldLine}</td>
      <td data-part="line">{'newLine' in row && row.newLine}</td>
      <td data-part="mark">{marks[row.kind]}</td>
      <td data-part="text">
        <Coloured line={row.text} />
      </td>
    </tr>
  );
}

function Coloured({ line }: { line: string }) {
  let at = 0;
  const parts = colourLine(line).flatMap(({ kind, from, to }) => {
    const before = line.slice(at, from);
    at = to;
    return [
      before,
      <span key={kind} data-colour={kind}>
        {line.slice(from, to)}
      </span>,
    ];
  });
  return [...parts, line.slice(at)];
}

function rowKey(row: DiffRow): string {
  if (row.kind === 'fold') return `fold ${endOf(row)}`;
  return `${row.kind} ${'newLine' in row ? row.newLine : row.oldLine}`;
}

function FoldRow({ fold, onUnfold }: { fold: Fold; onUnfold: (fold: Fold) => void }) {
  const texts = useTexts('templates');
  return (
    <tr data-kind="fold">
      <td colSpan={4}>
        <button type="button" onClick={() => onUnfold(fold)}>
          <UnfoldVertical {...smallIconProps} />
          {texts.unfold(fold.count)}
        </button>
      </td>
    </tr>
  );
}

/** The line after a fold: it stays the same while the fold is opened from the top. */
function endOf(fold: Fold): number {
  return fold.newLine + fold.count;
}

/** Shows the first lines of the given folds, which are identified by their ends. */
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
