import { CircleX, TriangleAlert } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { lifeLeft } from '../../domain/token/expiry.ts';
import { smallIconProps } from '../../ui/icon-props.ts';
import { NameLink, TextLink } from '../../ui/text-link.tsx';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';
import type { Cell } from '../cell.ts';
import { cellAt, freeOf, type MatrixRow as Row } from '../matrix-rows.ts';
import { fixedColumns, headHeight, nameWidth, rowHeight } from './matrix-style.ts';

interface MatrixRowProps {
  readonly index: number;
  readonly row: Row;
  readonly names: readonly string[];
  /** The rendered columns of secrets. */
  readonly columns: readonly number[];
  /** The column of the tab stop, if it is in this row. */
  readonly cursor: number | undefined;
  /** The cell at the cursor shows its popover. */
  readonly open: boolean;
  readonly now: Date;
}

export const MatrixRow = memo(
  ({ index, row, names, columns, cursor, open, now }: MatrixRowProps) => {
    const texts = useTexts('overview');
    const { connection, read } = row;
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className="row"
        style={{ top: headHeight + index * rowHeight }}
      >
        <div role="rowheader" aria-colindex={1} className="cell tenant" title={connection.label}>
          <NameLink
            to="/$tenant/docker-registry-secrets"
            params={{ tenant: connection.id }}
            preload={false}
            data-column={0}
            tabIndex={cursor === 0 ? 0 : -1}
          >
            {connection.label}
          </NameLink>
          {read.status === 'read' && read.stale && <TriangleAlert {...smallIconProps} />}
        </div>
        {read.status === 'failed' ? (
          <SilentCell row={row} names={names} isTabStop={(cursor ?? 0) > 0} open={open} />
        ) : (
          <>
            <FreeCell row={row} isTabStop={cursor === 1} open={open} />
            {columns.map((column) => {
              const name = names[column] ?? '';
              const place = column + fixedColumns;
              const isCursor = cursor === place;
              const cell = cellAt(row, name, now);
              return (
                <div
                  key={column}
                  role="gridcell"
                  aria-colindex={place + 1}
                  aria-label={cell && spoken(cell, texts)}
                  {...(cell && { 'aria-haspopup': 'dialog', 'aria-expanded': isCursor && open })}
                  data-column={place}
                  tabIndex={isCursor ? 0 : -1}
                  className={`cell ${cell ? classOf(cell) : ''}`}
                  style={cellStyle(column, cell)}
                >
                  {cell && texts.cell(cell)}
                </div>
              );
            })}
          </>
        )}
      </div>
    );
  },
  // Rows are recreated with every answer from any tenant; only a row's own data matters.
  (a, b) =>
    a.row.read === b.row.read &&
    a.row.connection === b.row.connection &&
    a.row.remembered === b.row.remembered &&
    a.index === b.index &&
    a.names === b.names &&
    a.columns === b.columns &&
    a.cursor === b.cursor &&
    a.open === b.open &&
    a.now === b.now,
);

function FreeCell({ row, isTabStop, open }: { row: Row; isTabStop: boolean; open: boolean }) {
  const texts = useTexts('overview');
  const { read } = row;
  const free = freeOf(row);
  const isWaiting = read.status !== 'read';
  const unknown = isWaiting ? texts.waiting : texts.leftUnknownSpoken;
  const isStale = read.status === 'read' && read.stale !== undefined;
  return (
    <div
      role="gridcell"
      aria-colindex={2}
      aria-label={free === undefined ? unknown : undefined}
      {...(isStale && { 'aria-haspopup': 'dialog', 'aria-expanded': isTabStop && open })}
      data-column={1}
      tabIndex={isTabStop ? 0 : -1}
      className={`cell free${free === 0 ? ' full' : ''}${isWaiting ? ' waiting' : ''}`}
    >
      {free === 0 ? texts.full : (free ?? (isWaiting ? '' : texts.leftUnknown))}
    </div>
  );
}

interface SilentCellProps {
  readonly row: Row;
  readonly names: readonly string[];
  readonly isTabStop: boolean;
  readonly open: boolean;
}

/** Replaces all cells of a tenant that does not answer. */
function SilentCell({ row: { read }, names, isTabStop, open }: SilentCellProps) {
  const texts = useTexts('overview');
  const { problem } = useTexts('problems');
  if (read.status !== 'failed') return null;
  return (
    <div
      role="gridcell"
      aria-colindex={2}
      aria-colspan={names.length + 1}
      aria-haspopup="dialog"
      aria-expanded={isTabStop && open}
      data-column={1}
      tabIndex={isTabStop ? 0 : -1}
      className="cell silent"
    >
      <span>
        <CircleX {...smallIconProps} />
        {problem(read.problem).title} {texts.unknownSecrets}
        <TextLink to="/connections" preload={false} tabIndex={-1}>
          {texts.openConnection}
        </TextLink>
      </span>
    </div>
  );
}

function spoken(cell: Cell, texts: Catalogue['overview']): string | undefined {
  if (cell.kind === 'missing') return texts.missing;
  return cell.kind === 'unknown' ? texts.noRecord : undefined;
}

function classOf({ kind }: Cell): string {
  return kind === 'missing' ? kind : `held ${kind}`;
}

type CellStyle = CSSProperties & { '--left'?: number };

function cellStyle(column: number, cell: Cell | undefined): CellStyle {
  const left = `calc(var(--fixed-width) + ${column * nameWidth}px)`;
  if (!cell || !('days' in cell)) return { left };
  return { left, '--left': lifeLeft(cell) ?? 0 };
}
