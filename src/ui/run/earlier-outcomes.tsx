import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import { countRows, type RowFilter, type RunRow } from '../../domain/rollout/run-rows.ts';
import { Button } from '../buttons/button.tsx';
import { Dialog } from '../dialog.tsx';
import { useTexts } from '../texts/texts.ts';
import { RunTable } from './run-table.tsx';

interface EarlierOutcomesProps {
  readonly title: string;
  readonly rows: readonly RunRow[];
  /** The accessible name of the table. */
  readonly label: string;
  readonly targetHeading: string;
  readonly labelOf: (targetId: string) => string;
  /** Before the close button. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/** The outcome of an earlier run, target by target. */
export function EarlierOutcomes(props: EarlierOutcomesProps) {
  const { title, rows, label, targetHeading, labelOf, actions, onClose } = props;
  const { counts } = useTexts('run');
  const { close } = useTexts('common');
  const [state, setState] = useState<RowFilter['state']>('all');
  return (
    <Dialog
      wide
      heading={title}
      onClose={onClose}
      actions={
        <>
          {actions}
          <Button onClick={onClose}>{close}</Button>
        </>
      }
    >
      <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 2 }}>{counts(countRows(rows))}</Box>
      <RunTable
        label={label}
        targetHeading={targetHeading}
        rows={rows}
        labelOf={labelOf}
        state={state}
        onState={setState}
      />
    </Dialog>
  );
}
