import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { maxConcurrency } from '../../api/pacing/max-concurrency.ts';
import { useTenantReads } from '../../api/pacing/use-tenant-reads.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { ExistingPolicy } from '../../domain/rollout/rollout-plan.ts';
import { ConfirmByNameDialog } from '../../ui/form/confirm-by-name-dialog.tsx';
import { savingLocally } from '../../ui/form/use-write.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx';
import { Region } from '../../ui/region.tsx';
import { SearchField } from '../../ui/table/search-field.tsx';
import { toggled } from '../../ui/toggled.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import { PlanPanel } from '../plan-panel.tsx';
import { earlierSteps, type SavedPlan } from '../saved-plans.ts';
import { startRun, type StartedRun } from '../run/start-run.ts';
import { tenantCalls } from '../calls/tenant-calls.ts';
import { filterTenants, planChosen, tenantsInState } from './tenant-choice.ts';
import { TenantsTable } from './tenants-table.tsx';

interface TenantsStepProps {
  readonly request: RolloutRequest;
  readonly earlier: SavedPlan | undefined;
  readonly connections: readonly Connection[];
  readonly onBack: () => void;
  readonly onStarted: (started: StartedRun) => void;
}

/** The second step: the tenants with what they hold now, the choice among them, and the plan that follows. */
export function TenantsStep({ request, earlier, connections, onBack, onStarted }: TenantsStepProps) {
  const texts = useTexts('rollout');
  const { operation, kind, name } = request;
  const [calls] = useState(() => tenantCalls(request));
  const { reads, read, failed, total, retry } = useTenantReads(connections, calls.read, maxConcurrency);
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    () => new Set(earlier?.steps.map(({ tenantId }) => tenantId)),
  );
  const [policy, setPolicy] = useState<ExistingPolicy>(earlier?.policy ?? 'skip');
  const [search, setSearch] = useState('');
  const [confirming, setConfirming] = useState(false);
  const filter = useDeferredValue(search);

  const shown = useMemo(() => filterTenants(connections, filter), [connections, filter]);
  const before = useMemo(() => (earlier ? earlierSteps(earlier) : []), [earlier]);
  const plan = useMemo(
    () => planChosen({ operation, policy, chosen: [...selected], reads, earlier: before }),
    [operation, policy, selected, reads, before],
  );
  const wanted = operation === 'rollout' ? 'absent' : 'present';
  const unanswered = connections.filter(({ id }) => reads.get(id)?.status === 'failed').map(({ id }) => id);

  const toggle = useCallback((id: string) => {
    setSelected((chosen) => toggled(chosen, id));
  }, []);
  const start = () => {
    onStarted(startRun({ request, calls, policy, steps: plan.steps, connections, earlier, now: new Date() }));
  };

  return (
    <Box sx={layout}>
      <Region heading={texts.whereHeading(operation, name)}>
        {read + failed < total && (
          <ProgressBar
            label={texts.reading}
            value={read + failed}
            total={total}
            text={texts.readingProgress(read + failed, total)}
          />
        )}
        <Box sx={toolbar}>
          <SearchField label={texts.search} value={search} onChange={setSearch} />
          <Button
            size="small"
            onClick={() => setSelected(new Set([...selected, ...shown.map(({ id }) => id)]))}
          >
            {texts.selectShown}
          </Button>
          <Button
            size="small"
            disabled={read + failed < total}
            onClick={() => setSelected(new Set(tenantsInState(shown, reads, wanted)))}
          >
            {operation === 'rollout' ? texts.selectLacking : texts.selectHaving}
          </Button>
          <Button size="small" disabled={selected.size === 0} onClick={() => setSelected(new Set())}>
            {texts.selectNone}
          </Button>
          {unanswered.length > 0 && (
            <Button size="small" onClick={() => retry(unanswered)}>
              {texts.askAgain(unanswered.length)}
            </Button>
          )}
          <Box role="status" sx={{ ml: 'auto', typography: 'body2', color: 'text.secondary' }}>
            {texts.selected(selected.size, total)}
          </Box>
        </Box>
        {shown.length > 0 ? (
          <TenantsTable
            label={texts.tenantsTable}
            tenants={shown}
            reads={reads}
            steps={plan.steps}
            selected={selected}
            onToggle={toggle}
          />
        ) : (
          <EmptyState
            heading={texts.noMatch}
            action={<Button onClick={() => setSearch('')}>{texts.clearSearch}</Button>}
          >
            {texts.noMatchText(search)}
          </EmptyState>
        )}
      </Region>
      <PlanPanel
        operation={operation}
        policy={policy}
        onPolicy={setPolicy}
        plan={plan}
        onBack={onBack}
        onStart={() => (operation === 'removal' ? setConfirming(true) : start())}
      />
      {confirming && (
        <ConfirmByNameDialog
          heading={texts.confirmHeading(name, plan.writes)}
          name={String(plan.writes)}
          nameLabel={texts.confirmLabel}
          confirmLabel={texts.confirm}
          write={savingLocally(false)}
          onConfirm={start}
          onClose={() => setConfirming(false)}
        >
          {texts.confirmText(kind)}
        </ConfirmByNameDialog>
      )}
    </Box>
  );
}

const layout = {
  display: 'grid',
  gap: 2.5,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
} as const;

const toolbar = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 } as const;
