import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import { countKept, keptRows, type KeptStep } from '../../domain/rollout/kept-steps.ts';
import { countRows, type RowCounts } from '../../domain/rollout/run-rows.ts';
import { Button } from '../buttons/button.tsx';
import { StatusChip } from '../feedback/status-chip.tsx';
import { Region } from '../layout/region.tsx';
import { formatDateTime } from '../texts/format.ts';
import { useTexts } from '../texts/texts.ts';

interface KeptRun<P> {
  readonly plan: P;
  readonly steps: readonly KeptStep[];
}

interface RunWords {
  readonly title: ReactNode;
  /** What was to be done. */
  readonly what: string;
  /** Distinguishes the run in the accessible names of its buttons. */
  readonly name: string;
}

interface EarlierRunsProps<P> {
  readonly runs: readonly KeptRun<P>[];
  readonly texts: {
    readonly earlierHeading: string;
    readonly earlierNote: string;
    readonly earlierProgress: (done: number, planned: number, startedAt: string) => string;
  };
  readonly describe: (plan: P, startedAt: string) => RunWords;
  /** The label of the button that continues a run. */
  readonly open: string;
  readonly onOpen: (plan: P) => void;
  readonly onForget: (id: string) => void;
  /** The outcome of a run, target by target. */
  readonly outcomes: (run: KeptRun<P>, onClose: () => void) => ReactNode;
}

/** Runs that were started in this browser, with their outcomes, and a way to continue them. */
export function EarlierRuns<P extends { readonly id: string; readonly startedAt: string }>(
  props: EarlierRunsProps<P>,
) {
  const { runs, texts, describe, open, onOpen, onForget, outcomes } = props;
  const { earlier } = useTexts('run');
  const [shownId, setShownId] = useState<string>();
  const shown = runs.find(({ plan }) => plan.id === shownId);
  if (runs.length === 0) return null;
  return (
    <>
      <Region heading={texts.earlierHeading}>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.earlierNote}</Box>
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {runs.map(({ plan, steps }) => {
            const startedAt = formatDateTime(new Date(plan.startedAt));
            const { title, what, name } = describe(plan, startedAt);
            const { done, planned } = countKept(steps);
            return (
              <Box key={plan.id} component="li" sx={itemStyle}>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
                  <Box sx={{ flex: 1, minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Box>
                  <EndChip counts={countRows(keptRows(steps))} open={planned - done} />
                </Box>
                <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
                  {what} {texts.earlierProgress(done, planned, startedAt)}
                </Box>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5, ml: -1.25 }}>
                  <Button
                    size="small"
                    aria-label={earlier.named(earlier.outcomes, name)}
                    onClick={() => setShownId(plan.id)}
                  >
                    {earlier.outcomes}
                  </Button>
                  <Button size="small" aria-label={earlier.named(open, name)} onClick={() => onOpen(plan)}>
                    {open}
                  </Button>
                  <Button
                    size="small"
                    color="error"
                    aria-label={earlier.named(earlier.forget, name)}
                    onClick={() => onForget(plan.id)}
                  >
                    {earlier.forget}
                  </Button>
                </Box>
              </Box>
            );
          })}
        </Box>
      </Region>
      {shown && outcomes(shown, () => setShownId(undefined))}
    </>
  );
}

/** The run's own summary at its end; `open` counts the targets it never reached. */
function EndChip({ counts, open }: { counts: RowCounts; open: number }) {
  const { chip, earlier } = useTexts('run');
  if (counts.failed > 0) return <StatusChip tone="error">{chip('ended', counts)}</StatusChip>;
  if (open > 0) return <StatusChip tone="warning">{earlier.open(open)}</StatusChip>;
  return <StatusChip tone="success">{chip('ended', counts)}</StatusChip>;
}

const itemStyle = { py: 1, borderTop: 1, borderColor: 'rule.soft' } as const;
