import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { useBulkRun } from '../../api/runs/use-bulk-run.ts';
import { useOutdatedTenants } from '../../api/runs/use-outdated-tenants.ts';
import { UnsavedChangesGuard, useConfirmClose } from '../../ui/form/unsaved-changes-guard.tsx';
import { NameLink } from '../../ui/text-link.tsx';
import { useShowRunBadge } from '../../ui/run/run-badge.ts';
import { RunView } from '../../ui/run/run-view.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReportButtons } from '../earlier/report-buttons.tsx';
import type { StartedRun } from './start-run.ts';

interface RunStepProps {
  readonly started: StartedRun;
  readonly connections: readonly Connection[];
  readonly labelOf: (tenantId: string) => string;
  /** The next secret, if a link named several. */
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
  const { endedOf } = useTexts('run');
  const { run, plan } = started;
  const snapshot = useBulkRun(run);
  const { phase, rows, counts } = snapshot;
  const active = phase !== 'ended';
  // A report that was saved is out of date after a retry.
  const [savedRows, setSavedRows] = useState<typeof rows>();
  const unsaved = savedRows !== rows;
  const { close: askAnother, question } = useConfirmClose(unsaved, onAnother, texts.leaveReport);
  const known = useMemo(() => new Set(connections.map(({ id }) => id)), [connections]);
  // Links to the tenant’s list, where one sees whether it has what was rolled out.
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

  useOutdatedTenants(!active);
  const ended = counts.done + counts.failed + counts.cancelled;
  const all = ended + counts.planned + counts.running + counts.retrying;
  useShowRunBadge(active ? endedOf(ended, all) : undefined);

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
      <UnsavedChangesGuard
        dirty={active || unsaved}
        words={active ? texts.leaveRun : texts.leaveReport}
        everyStep={active}
      />
      {question}
    </>
  );
}
