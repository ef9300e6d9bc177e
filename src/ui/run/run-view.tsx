import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Alert } from '../feedback/alert.tsx';
import type { RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { ProgressBar } from '../feedback/progress-bar.tsx';
import { Anchor } from '../text-link.tsx';
import { useTexts } from '../texts/texts.ts';
import { RunTable, type RunTableProps } from './run-table.tsx';

/** What can be done with a run; it says itself when. */
export interface RunControls {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly retryFailed: () => void;
  readonly continueCancelled: () => void;
}

interface RunViewProps extends Omit<RunTableProps, 'rows'> {
  readonly snapshot: RunSnapshot;
  readonly controls: RunControls;
  /** What follows once it has ended. */
  readonly endActions?: ReactNode;
}

/** A run, with its progress, what can be done with it, and a row for each target. */
export function RunView({ snapshot, controls, endActions, ...table }: RunViewProps) {
  const texts = useTexts('run');
  const { phase, rows, counts } = snapshot;
  const active = phase !== 'ended';
  const settled = rows.length - counts.planned - counts.running - counts.retrying;

  return (
    <>
      <ProgressBar
        label={texts.progress}
        value={settled}
        total={rows.length}
        text={texts.progressText(settled, rows.length)}
      />
      <Box role="status" sx={{ mb: 0.5, fontWeight: 600 }}>
        <PhaseText snapshot={snapshot} />
      </Box>
      <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 2 }}>{texts.counts(counts)}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {phase === 'running' && <Button onClick={() => controls.pause()}>{texts.pause}</Button>}
        {phase === 'paused' && (
          <Button variant="contained" onClick={() => controls.resume()}>
            {texts.resume}
          </Button>
        )}
        {active && (
          <Button color="error" onClick={() => controls.cancel()}>
            {texts.cancel}
          </Button>
        )}
        {!active && counts.failed > 0 && (
          <Button variant="contained" onClick={() => controls.retryFailed()}>
            {texts.retryFailed(counts.failed)}
          </Button>
        )}
        {!active && counts.cancelled > 0 && (
          <Button variant="contained" onClick={() => controls.continueCancelled()}>
            {texts.goOn(counts.cancelled)}
          </Button>
        )}
        {!active && endActions}
      </Box>
      <RunTable {...table} rows={rows} />
    </>
  );
}

function PhaseText({ snapshot }: { snapshot: RunSnapshot }) {
  const texts = useTexts('run');
  const { signInAgain } = useTexts('common');
  const { phase, pausedBy, slowed, counts } = snapshot;
  if (phase === 'ended') return counts.cancelled > 0 ? texts.phase.cancelled : texts.phase.ended;
  if (phase === 'running') return slowed ? texts.phase.slowed : texts.phase.running;
  if (pausedBy === undefined || pausedBy === 'user') return texts.phase.paused;
  return (
    <Alert severity="warning">
      {texts.phase[pausedBy]}{' '}
      {pausedBy === 'signed-out' && (
        <Anchor href={location.href} target="_blank" rel="noopener">
          {signInAgain}
        </Anchor>
      )}
    </Alert>
  );
}
