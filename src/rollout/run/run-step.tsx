import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Alert } from '../../ui/feedback/alert.tsx';
import { useTokenNeeds } from '../../api/bearer-tokens.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { DownloadButton } from '../../ui/download-button.tsx';
import { UnsavedChangesGuard } from '../../ui/form/unsaved-changes-guard.tsx';
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx';
import { Region } from '../../ui/region.tsx';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import { reportCsv, reportJson, type Report } from './report.ts';
import type { RunSnapshot } from './rollout-run.ts';
import { RunTable } from './run-table.tsx';
import type { SavedPlan } from '../saved-plans.ts';
import type { StartedRun } from './start-run.ts';

interface RunStepProps {
  readonly request: RolloutRequest;
  readonly started: StartedRun;
  readonly connections: readonly Connection[];
  readonly onPlanAgain: (plan: SavedPlan) => void;
  readonly onAnother: () => void;
}

/** The third step: the run itself, with a row for each tenant, and its report. */
export function RunStep({ request, started, connections, onPlanAgain, onAnother }: RunStepProps) {
  const texts = useTexts('rollout');
  const { run, plan } = started;
  const queryClient = useQueryClient();
  const snapshot = useSyncExternalStore(run.store.subscribe, run.store.getSnapshot);
  const { phase, rows, counts } = snapshot;
  const active = phase !== 'ended';
  const labels = useMemo(() => new Map(connections.map(({ id, label }) => [id, label])), [connections]);
  const settled = rows.length - counts.planned - counts.running - counts.retrying;

  const needsToken = useTokenNeeds().length > 0;
  // The shell asks for the token; with it the run goes on by itself.
  useEffect(() => {
    if (snapshot.pausedBy === 'token' && !needsToken) run.resume();
  }, [run, snapshot.pausedBy, needsToken]);

  // A page that is left stops its run: the credential goes with it.
  useEffect(() => () => run.cancel(), [run]);
  // What other pages have read of these tenants is out of date.
  useEffect(() => {
    if (!active)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOfTenants(queryKey[0]) });
  }, [active, queryClient]);

  const report = (): Report => ({ request, plan, rows, labels, texts });
  const file = `${request.operation}-${request.name}-${plan.id.slice(0, 10)}`;

  return (
    <Region heading={texts.runHeading(request.operation, request.name)}>
      <ProgressBar
        label={texts.progress}
        value={settled}
        total={rows.length}
        text={texts.progressText(settled, rows.length)}
      />
      <Box role="status" sx={{ mb: 0.5, fontWeight: 600 }}>
        <PhaseText snapshot={snapshot} texts={texts} />
      </Box>
      <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 2 }}>{texts.counts(counts)}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {phase === 'running' && <Button onClick={() => run.pause()}>{texts.pause}</Button>}
        {phase === 'paused' && (
          <Button variant="contained" onClick={() => run.resume()}>
            {texts.resume}
          </Button>
        )}
        {active && (
          <Button color="error" onClick={() => run.cancel()}>
            {texts.cancel}
          </Button>
        )}
        {!active && counts.failed > 0 && (
          <Button variant="contained" onClick={() => run.retryFailed()}>
            {texts.retryFailed(counts.failed)}
          </Button>
        )}
        {!active && counts.cancelled > 0 && (
          <Button variant="contained" onClick={() => run.continueCancelled()}>
            {texts.goOn(counts.cancelled)}
          </Button>
        )}
        {!active && <Button onClick={() => onPlanAgain(plan)}>{texts.planAgain}</Button>}
        {!active && <Button onClick={onAnother}>{texts.another}</Button>}
        {!active && (
          <>
            <DownloadButton
              label={texts.reportCsv}
              text={() => reportCsv(report())}
              filename={`${file}.csv`}
              mediaType="text/csv"
            />
            <DownloadButton
              label={texts.reportJson}
              text={() => reportJson(report())}
              filename={`${file}.json`}
              mediaType="application/json"
            />
          </>
        )}
      </Box>
      <RunTable label={texts.outcomes} rows={rows} labels={labels} />
      <UnsavedChangesGuard dirty={active} words={texts.leaveRun} />
    </Region>
  );
}

function isOfTenants(resource: unknown): boolean {
  return resource === 'dockerRegistrySecrets' || resource === 'repositories' || resource === 'resourceQuota';
}

function PhaseText({ snapshot, texts }: { snapshot: RunSnapshot; texts: Catalogue['rollout'] }) {
  const { phase, pausedBy, slowed, counts } = snapshot;
  if (phase === 'ended') return counts.cancelled > 0 ? texts.phase.cancelled : texts.phase.ended;
  if (phase === 'running') return slowed ? texts.phase.slowed : texts.phase.running;
  if (pausedBy === 'token' || pausedBy === 'unreachable') {
    return <Alert severity="warning">{texts.phase[pausedBy]}</Alert>;
  }
  return texts.phase.paused;
}
