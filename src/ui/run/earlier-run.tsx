import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { countKept, keptRows, type KeptStep } from '../../domain/rollout/kept-steps.ts';
import { countRows, type RowCounts } from '../../domain/rollout/run-rows.ts';
import { Button } from '../buttons/button.tsx';
import { StatusChip } from '../feedback/status-chip.tsx';
import { useTexts } from '../texts/texts.ts';

interface EarlierRunProps {
  readonly title: ReactNode;
  readonly facts: string;
  readonly steps: readonly KeptStep[];
  /** What tells it from the others, for who hears its buttons. */
  readonly name: string;
  /** The word for going on with it. */
  readonly open: string;
  readonly onShow: () => void;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

/** A run that was started in this browser: what came of it, and the way to go on with it. An item of a list. */
export function EarlierRun({ title, facts, steps, name, open, onShow, onOpen, onForget }: EarlierRunProps) {
  const { earlier } = useTexts('run');
  const { done, planned } = countKept(steps);
  return (
    <Box component="li" sx={itemStyle}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Box>
        <EndChip counts={countRows(keptRows(steps))} open={planned - done} />
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{facts}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5, ml: -1.25 }}>
        <Button size="small" aria-label={earlier.named(earlier.outcomes, name)} onClick={onShow}>
          {earlier.outcomes}
        </Button>
        <Button size="small" aria-label={earlier.named(open, name)} onClick={onOpen}>
          {open}
        </Button>
        <Button
          size="small"
          color="error"
          aria-label={earlier.named(earlier.forget, name)}
          onClick={onForget}
        >
          {earlier.forget}
        </Button>
      </Box>
    </Box>
  );
}

/** As the run itself said in the end; `open` are those that it never came to. */
function EndChip({ counts, open }: { counts: RowCounts; open: number }) {
  const { chip, earlier } = useTexts('run');
  if (counts.failed > 0) return <StatusChip tone="error">{chip('ended', counts)}</StatusChip>;
  if (open > 0) return <StatusChip tone="warning">{earlier.open(open)}</StatusChip>;
  return <StatusChip tone="success">{chip('ended', counts)}</StatusChip>;
}

const itemStyle = { py: 1, borderTop: 1, borderColor: 'rule.soft' } as const;
