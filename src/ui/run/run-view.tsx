import Box from '@mui/material/Box';
import { Ban, Pause } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import type { RowFilter, RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { StatusChip, type StatusTone } from '../feedback/status-chip.tsx';
import { iconProps } from '../icon-props.ts';
import { useTexts } from '../texts/texts.ts';
import { RunSummary } from './run-summary.tsx';
import { RunTable, type RunTableProps } from './run-table.tsx';

/** What can be done with a run; it says itself when. */
interface RunControls {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly retryFailed: (targetId?: string) => void;
  readonly continueCancelled: () => void;
}

interface RunViewProps extends Pick<
  RunTableProps,
  'label' | 'targetHeading' | 'labelOf' | 'linkOf' | 'noteOf'
> {
  readonly snapshot: RunSnapshot;
  readonly controls: RunControls;
  /** Shown once the run has ended: what to do next. */
  readonly endActions?: ReactNode;
  /** Shown once the run has ended: what to do with the outcomes. */
  readonly report?: ReactNode;
}

/** A run with its progress, its controls, and a row for each target. */
export function RunView({ snapshot, controls, endActions, report, ...table }: RunViewProps) {
  const texts = useTexts('run');
  const { phase, rows, counts } = snapshot;
  const [state, setState] = useState<RowFilter['state']>('all');
  const active = phase !== 'ended';
  const retryOne = useCallback((targetId: string) => controls.retryFailed(targetId), [controls]);

  return (
    <>
      <Box sx={lineStyle}>
        <Box role="status" sx={statusStyle}>
          <StatusChip tone={toneOf(snapshot)}>{texts.chip(phase, counts)}</StatusChip>
          <PhaseText snapshot={snapshot} />
        </Box>
        {phase === 'running' && (
          <Button variant="outlined" startIcon={<Pause {...iconProps} />} onClick={() => controls.pause()}>
            {texts.pause}
          </Button>
        )}
        {phase === 'paused' && (
          <Button variant="contained" onClick={() => controls.resume()}>
            {texts.resume}
          </Button>
        )}
        {active && (
          <Button
            variant="outlined"
            color="error"
            startIcon={<Ban {...iconProps} />}
            onClick={() => controls.cancel()}
          >
            {texts.cancel}
          </Button>
        )}
        {!active && counts.failed > 0 && (
          <Button variant="contained" onClick={() => controls.retryFailed()}>
            {texts.retryFailed(counts.failed)}
          </Button>
        )}
        {!active && counts.cancelled > 0 && (
          <Button
            // Only one primary button: failures come first.
            variant={counts.failed > 0 ? 'outlined' : 'contained'}
            onClick={() => controls.continueCancelled()}
          >
            {texts.goOn(counts.cancelled)}
          </Button>
        )}
        {!active && endActions}
      </Box>
      <RunSummary snapshot={snapshot} labelOf={table.labelOf} onState={setState} />
      <RunTable
        {...table}
        rows={rows}
        state={state}
        onState={setState}
        {...(!active && { onRetry: retryOne, actions: report })}
      />
    </>
  );
}

function toneOf({ phase, counts }: RunSnapshot): StatusTone {
  if (phase !== 'ended') return phase === 'paused' ? 'warning' : 'info';
  if (counts.failed > 0) return 'error';
  return counts.cancelled > 0 ? 'neutral' : 'success';
}

/** Why the run is paused or slow; nothing else needs a sentence. */
function PhaseText({ snapshot: { phase, pausedBy, slowed } }: { snapshot: RunSnapshot }) {
  const texts = useTexts('run');
  if (phase === 'running') return slowed && <span>{texts.slowed}</span>;
  if (phase === 'ended') return null;
  return <span>{texts.pausedBy[pausedBy ?? 'user']}</span>;
}

const lineStyle = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 } as const;

const statusStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  flex: { sm: 1 },
  width: { xs: '100%', sm: 'auto' },
  minHeight: 32,
} as const;
