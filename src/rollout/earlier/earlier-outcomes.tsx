import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { countRows, type RowFilter } from '../../domain/rollout/run-rows.ts';
import { keptRows } from '../../domain/rollout/kept-steps.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RunTable } from '../../ui/run/run-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReportButtons } from './report-buttons.tsx';
import type { KeptPlan } from './saved-plans.ts';

interface EarlierOutcomesProps extends KeptPlan {
  readonly title: string;
  readonly labelOf: (tenantId: string) => string;
  readonly onClose: () => void;
}

/** What came of an earlier rollout in each tenant, to read again and to save. */
export function EarlierOutcomes({ plan, steps, title, labelOf, onClose }: EarlierOutcomesProps) {
  const texts = useTexts('rollout');
  const { counts } = useTexts('run');
  const { close } = useTexts('common');
  const [state, setState] = useState<RowFilter['state']>('all');
  const rows = useMemo(() => keptRows(steps), [steps]);
  return (
    <Dialog
      wide
      heading={title}
      onClose={onClose}
      actions={
        <>
          <ReportButtons plan={plan} rows={rows} labelOf={labelOf} />
          <Button onClick={onClose}>{close}</Button>
        </>
      }
    >
      <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 2 }}>{counts(countRows(rows))}</Box>
      <RunTable
        label={texts.outcomes}
        targetHeading={texts.columns.tenant}
        rows={rows}
        labelOf={labelOf}
        state={state}
        onState={setState}
      />
    </Dialog>
  );
}
