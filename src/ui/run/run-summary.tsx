import Box from '@mui/material/Box';
import type { RowCounts, RowState, RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { useTexts } from '../texts/texts.ts';
import { unseenStyle } from '../unseen-style.ts';

interface RunSummaryProps {
  readonly snapshot: RunSnapshot;
  readonly labelOf: (targetId: string) => string;
  /** A square was clicked: show the targets in the same state. */
  readonly onState: (state: RowState) => void;
}

/** The progress of a run: in numbers, as a bar, and as one square per target in the order of the run. */
export function RunSummary({ snapshot, labelOf, onState }: RunSummaryProps) {
  const texts = useTexts('run');
  const { rows, counts, secondsLeft, phase } = snapshot;
  const settled = rows.length - counts.planned - counts.running - counts.retrying;
  const stats = [
    ['done', counts.done],
    ['failed', counts.failed],
    ['retrying', counts.retrying],
    ['skipped', counts.skipped + counts.blocked + counts.cancelled],
    ['running', counts.running],
  ] as const;
  return (
    <Box sx={summaryStyle}>
      {/* One sentence for screen readers, instead of labels below numbers. */}
      <span className="spoken">{texts.counts(counts)}</span>
      <div className="stats">
        <div aria-hidden>
          <b>{texts.settledOf(settled, rows.length)}</b>
          <span>{texts.stats.settled}</span>
        </div>
        {stats.map(([state, count]) => (
          <div key={state} aria-hidden>
            <b>{count}</b>
            <span>
              <i className={`dot ${state}`} />
              {texts.stats[state]}
            </span>
          </div>
        ))}
        <div className="left">{secondsLeft !== undefined && texts.left(secondsLeft)}</div>
      </div>
      <RunBar counts={counts} settled={settled} total={rows.length} paused={phase === 'paused'} />
      {/* The chips below do the same by keyboard. */}
      <Box
        className="squares"
        aria-hidden
        onClick={({ target }: { target: EventTarget }) => {
          const index = target instanceof HTMLElement ? Number(target.dataset['index'] ?? Number.NaN) : -1;
          const row = rows[index];
          if (row) onState(row.state);
        }}
      >
        {rows.map((row, index) => (
          <i
            key={row.targetId}
            data-index={index}
            className={row.state}
            title={texts.square(labelOf(row.targetId), texts.states[row.state])}
          />
        ))}
      </Box>
    </Box>
  );
}

interface RunBarProps {
  readonly counts: RowCounts;
  readonly settled: number;
  readonly total: number;
  readonly paused: boolean;
}

const barStates = ['done', 'failed', 'skipped', 'blocked', 'cancelled', 'retrying', 'running'] as const;

function RunBar({ counts, settled, total, paused }: RunBarProps) {
  const texts = useTexts('run');
  return (
    <div
      className={paused ? 'bar paused' : 'bar'}
      role="progressbar"
      aria-label={texts.progress}
      aria-valuemin={0}
      aria-valuenow={settled}
      aria-valuemax={total}
      aria-valuetext={texts.progressText(settled, total)}
    >
      {barStates.map(
        (state) =>
          counts[state] > 0 && (
            <i key={state} className={state} style={{ width: `${(100 * counts[state]) / total}%` }} />
          ),
      )}
    </div>
  );
}

const summaryStyle = {
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
  mb: 2,
  '& .spoken': unseenStyle,
  // In columns on a phone, so that the second line aligns with the first.
  '& .stats': {
    display: { xs: 'grid', sm: 'flex' },
    gridTemplateColumns: 'repeat(3, auto)',
    justifyContent: { xs: 'space-between', sm: 'normal' },
    flexWrap: 'wrap',
    columnGap: { xs: 2, sm: 5 },
    rowGap: 1,
  },
  '& .stats b': {
    display: 'block',
    whiteSpace: 'nowrap',
    fontSize: '1.25rem',
    lineHeight: '1.5rem',
    fontWeight: 600,
    letterSpacing: '-0.01em',
  },
  '& .stats span': {
    display: 'flex',
    alignItems: 'center',
    gap: 0.75,
    whiteSpace: 'nowrap',
    typography: 'caption',
    color: 'text.secondary',
  },
  '& .left': { gridColumn: '1 / -1', ml: { sm: 'auto' }, minHeight: 20, color: 'text.secondary' },
  '& .dot': { flex: 'none', width: 8, height: 8, borderRadius: '50%' },
  '& .bar': {
    display: 'flex',
    gap: '2px',
    height: 8,
    borderRadius: '4px',
    overflow: 'hidden',
    bgcolor: 'divider',
  },
  '& .bar > i': { minWidth: 4, transition: 'width 250ms linear' },
  '& .squares': { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, 12px)', gap: 0.5 },
  '& .squares > i': {
    width: 12,
    height: 12,
    borderRadius: '2px',
    bgcolor: 'divider',
    cursor: 'pointer',
  },
  // They are nothing but their colours.
  '& :is(.dot, .bar, .squares)': { printColorAdjust: 'exact', forcedColorAdjust: 'none' },
  '& i.done': { bgcolor: 'primary.main' },
  '& i.failed': { bgcolor: 'error.mark' },
  '& i.retrying': { bgcolor: 'warning.mark' },
  '& i.running': { bgcolor: 'accent.line' },
  '& i.skipped, & i.blocked, & i.cancelled': {
    bgcolor: 'transparent',
    boxShadow: 'inset 0 0 0 1px var(--mui-palette-rule-control)',
  },
  '& .bar > :is(.skipped, .blocked, .cancelled)': { bgcolor: 'rule.control', boxShadow: 'none' },
  '& .bar.paused > .done': { bgcolor: 'warning.mark' },
} as const;
