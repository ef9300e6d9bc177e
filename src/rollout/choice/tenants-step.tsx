import Box from '@mui/material/Box';
import { useDeferredValue, useMemo, useState } from 'react';
import { useApprovalAbove, type ApprovalPlan } from '../../api/approvals.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { orderCalls } from '../../api/runs/order-calls.ts';
import { useTenantReads } from '../../api/pacing/use-tenant-reads.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';
import type { ExistingPolicy } from '../../domain/rollout/rollout-plan.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { AskAgain, ChooseTenants } from '../../ui/run/choose-tenants.tsx';
import { choiceActions, stepLayout } from '../../ui/run/step-layout.ts';
import { useTenantSelection } from '../../ui/run/use-tenant-selection.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { toPlannedRollout } from '../approval/planned-rollout.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import { PlanPanel } from '../plan-panel.tsx';
import { savedPlans, type SavedPlan } from '../earlier/saved-plans.ts';
import { startRun, type StartedRun } from '../run/start-run.ts';
import { ConfirmRunDialog, needsConfirmation } from './confirm-run-dialog.tsx';
import { PasteNamesDialog } from './paste-names-dialog.tsx';
import { filterTenants, planChosen, tenantsInState, type TenantFilter } from './tenant-choice.ts';
import { TenantFilterField } from './tenant-filter-field.tsx';
import { TenantsTable } from './tenants-table.tsx';

interface TenantsStepProps {
  readonly request: RolloutRequest;
  readonly earlier: SavedPlan | undefined;
  /** The approved plan to run, if any. */
  readonly approved: ApprovalPlan | undefined;
  /** Tenants named in a link. */
  readonly chosen: readonly string[];
  readonly connections: readonly Connection[];
  readonly labelOf: (tenantId: string) => string;
  readonly onBack: () => void;
  readonly onStarted: (started: StartedRun) => void;
}

/** The second step: the tenants with what they already have, the choice among them, and the resulting plan. */
export function TenantsStep(props: TenantsStepProps) {
  const { request, earlier, approved, chosen, connections, labelOf, onBack, onStarted } = props;
  const texts = useTexts('rollout');
  const stepTexts = useTexts('steps');
  const { clearSearch } = useTexts('objects');
  const { operation, kind } = request;
  const { name } = request.order;
  const [calls] = useState(() => orderCalls(rolloutKinds[kind], request.order));
  const reading = useTenantReads(connections, calls.read);
  const { reads, read, failed, total } = reading;
  const [resources] = useState(() => [rolloutKinds[kind].resource]);
  const { locked, selected, unknown, choose } = useTenantSelection(
    connections,
    resources,
    earlier?.steps.map(({ tenantId }) => tenantId) ?? chosen,
  );
  const [policy, setPolicy] = useState<ExistingPolicy>(earlier?.policy ?? 'skip');
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<TenantFilter | 'all'>('all');
  const [open, setOpen] = useState<'confirmation' | 'names'>();
  const filter = useDeferredValue(search);

  const shown = useMemo(
    () => filterTenants(connections, { search: filter, only, selected, reads }),
    [connections, filter, only, selected, reads],
  );
  const before = useMemo(() => (earlier ? savedPlans.keptSteps(earlier) : []), [earlier]);
  const plan = useMemo(
    () => planChosen({ operation, policy, chosen: [...selected], reads, earlier: before }),
    [operation, policy, selected, reads, before],
  );
  const wanted = operation === 'rollout' ? 'absent' : 'present';
  const above = useApprovalAbove();
  const approval =
    above === undefined || plan.writes <= above
      ? undefined
      : {
          above,
          wanted: toPlannedRollout({ request, policy, steps: plan.steps, reads }),
          approved,
          labelOf,
        };

  const select = (ids: readonly string[]) => choose((others) => [...others, ...ids]);
  const start = () => {
    onStarted(startRun({ request, calls, policy, steps: plan.steps, connections, earlier, now: new Date() }));
  };

  return (
    <Box sx={stepLayout}>
      <ChooseTenants
        heading={(of) => texts.whereHeading(operation, of)}
        name={name}
        reading={reading}
        search={search}
        onSearch={setSearch}
        filter={<TenantFilterField value={only} onChange={setOnly} />}
        shown={shown.length}
        selected={selected.size}
        unknown={unknown}
      >
        <Box sx={choiceActions}>
          <Button
            size="small"
            disabled={read + failed < total}
            onClick={() => select(tenantsInState(shown, reads, wanted))}
          >
            {operation === 'rollout' ? texts.selectLacking : texts.selectHaving}
          </Button>
          <Button size="small" onClick={() => setOpen('names')}>
            {texts.pasteNames}
          </Button>
          <Button size="small" disabled={selected.size === 0} onClick={() => choose(() => [])}>
            {stepTexts.selectNone}
          </Button>
          <AskAgain reading={reading} />
          <Box sx={hintStyle}>{texts.keysHint}</Box>
        </Box>
        {shown.length > 0 ? (
          <TenantsTable
            tenants={shown}
            reads={reads}
            steps={plan.steps}
            selected={selected}
            locked={locked}
            onSelect={choose}
          />
        ) : (
          <EmptyState
            heading={stepTexts.noMatch}
            action={
              <Button
                onClick={() => {
                  setSearch('');
                  setOnly('all');
                }}
              >
                {clearSearch}
              </Button>
            }
          >
            {texts.noMatchText}
          </EmptyState>
        )}
      </ChooseTenants>
      <PlanPanel
        operation={operation}
        policy={policy}
        onPolicy={setPolicy}
        plan={plan}
        approval={approval}
        onBack={onBack}
        onStart={() => (needsConfirmation(plan) ? setOpen('confirmation') : start())}
      />
      {open === 'confirmation' && (
        <ConfirmRunDialog
          request={request}
          plan={plan}
          connections={connections}
          onConfirm={start}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'names' && (
        <PasteNamesDialog connections={connections} onSelect={select} onClose={() => setOpen(undefined)} />
      )}
    </Box>
  );
}

/** Hidden on touch screens, which have no keys. */
const hintStyle = {
  px: 1.25,
  typography: 'caption',
  color: 'text.disabled',
  '@media (pointer: coarse)': { display: 'none' },
} as const;
