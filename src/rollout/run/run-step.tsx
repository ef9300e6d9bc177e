import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBulkRun } from '../../api/runs/use-bulk-run.ts';
import { LeaveDialog, UnsavedChangesGuard } from '../../ui/form/unsaved-changes-guard.tsx';
import { Region } from '../../ui/layout/region.tsx';
import { RunView } from '../../ui/run/run-view.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReportButtons } from '../earlier/report-buttons.tsx';
import type { SavedPlan } from '../earlier/saved-plans.ts';
import type { StartedRun } from './start-run.ts';

interface RunStepProps {
  readonly started: StartedRun;
  readonly labelOf: (tenantId: string) => string;
  readonly onPlanAgain: (plan: SavedPlan) => void;
  readonly onAnother: () => void;
}

/** The third step: the run itself, with a row for each tenant, and its report. */
export function RunStep({ started, labelOf, onPlanAgain, onAnother }: RunStepProps) {
  const texts = useTexts('rollout');
  const { run, plan } = started;
  const queryClient = useQueryClient();
  const snapshot = useBulkRun(run);
  const { phase, rows } = snapshot;
  const active = phase !== 'ended';
  // A retry makes the report that was saved one of the past.
  const [savedRows, setSavedRows] = useState<typeof rows>();
  const unsaved = savedRows !== rows;
  const [asking, setAsking] = useState(false);

  // What other pages have read of these tenants is out of date.
  useEffect(() => {
    if (!active)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOfTenants(queryKey[0]) });
  }, [active, queryClient]);

  return (
    <Region heading={texts.runHeading(plan.operation, plan.name)}>
      <RunView
        snapshot={snapshot}
        controls={run}
        label={texts.outcomes}
        targetHeading={texts.columns.tenant}
        labelOf={labelOf}
        endActions={
          <>
            <Button onClick={() => onPlanAgain(plan)}>{texts.planAgain}</Button>
            <Button onClick={() => (unsaved ? setAsking(true) : onAnother())}>{texts.another}</Button>
            <ReportButtons plan={plan} rows={rows} labelOf={labelOf} onSaved={() => setSavedRows(rows)} />
          </>
        }
      />
      <UnsavedChangesGuard dirty={active || unsaved} words={active ? texts.leaveRun : texts.leaveReport} />
      {asking && (
        <LeaveDialog words={texts.leaveReport} onStay={() => setAsking(false)} onLeave={onAnother} />
      )}
    </Region>
  );
}

function isOfTenants(resource: unknown): boolean {
  return resource === 'dockerRegistrySecrets' || resource === 'repositories' || resource === 'resourceQuota';
}
