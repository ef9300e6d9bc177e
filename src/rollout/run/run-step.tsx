import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { useBulkRun } from '../../api/runs/use-bulk-run.ts';
import { UnsavedChangesGuard, useAskedClosing } from '../../ui/form/unsaved-changes-guard.tsx';
import { NameLink } from '../../ui/text-link.tsx';
import { RunView } from '../../ui/run/run-view.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReportButtons } from '../earlier/report-buttons.tsx';
import { RunProgress } from './run-progress.tsx';
import type { StartedRun } from './start-run.ts';

interface RunStepProps {
  readonly started: StartedRun;
  readonly connections: readonly Connection[];
  readonly labelOf: (tenantId: string) => string;
  /** The secret that comes after this one, where a link named several. */
  readonly next: string | undefined;
  readonly onPlanAgain: () => void;
  readonly onNext: () => void;
  readonly onAnother: () => void;
}

/** The third step: the run itself, with a row for each tenant, and its report. */
export function RunStep(props: RunStepProps) {
  const { started, connections, labelOf, next, onPlanAgain, onNext, onAnother } = props;
  const texts = useTexts('rollout');
  const { columns } = useTexts('steps');
  const { run, plan } = started;
  const queryClient = useQueryClient();
  const snapshot = useBulkRun(run);
  const { phase, rows } = snapshot;
  const active = phase !== 'ended';
  // A retry makes the report that was saved one of the past.
  const [savedRows, setSavedRows] = useState<typeof rows>();
  const unsaved = savedRows !== rows;
  const { close: askAnother, question } = useAskedClosing(unsaved, onAnother, texts.leaveReport);
  const known = useMemo(() => new Set(connections.map(({ id }) => id)), [connections]);
  // To the tenant’s list: whether it has what was rolled out is what one wants to see there.
  const linkOf = useCallback(
    (tenantId: string) =>
      known.has(tenantId) ? (
        <NameLink to={rolloutKinds[plan.kind].page} params={{ tenant: tenantId }} preload={false}>
          {labelOf(tenantId)}
        </NameLink>
      ) : (
        labelOf(tenantId)
      ),
    [known, labelOf, plan.kind],
  );

  // What other pages have read of these tenants is out of date.
  useEffect(() => {
    if (!active)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOfTenants(queryKey[0]) });
  }, [active, queryClient]);

  return (
    <>
      <RunView
        snapshot={snapshot}
        controls={run}
        label={texts.outcomes}
        targetHeading={columns.tenant}
        labelOf={labelOf}
        linkOf={linkOf}
        endActions={
          <>
            {next !== undefined && (
              <Button variant="contained" onClick={onNext}>
                {texts.next(next)}
              </Button>
            )}
            <Button onClick={onPlanAgain}>{texts.planAgain}</Button>
            <Button onClick={askAnother}>{texts.another}</Button>
          </>
        }
        report={
          <ReportButtons plan={plan} rows={rows} labelOf={labelOf} onSaved={() => setSavedRows(rows)} />
        }
      />
      <RunProgress {...snapshot} />
      <UnsavedChangesGuard
        dirty={active || unsaved}
        words={active ? texts.leaveRun : texts.leaveReport}
        everyStep={active}
      />
      {question}
    </>
  );
}

const resources: ReadonlySet<unknown> = new Set([
  'resourceQuota',
  ...Object.values(rolloutKinds).map(({ resource }) => resource),
]);

function isOfTenants(resource: unknown): boolean {
  return resources.has(resource);
}
