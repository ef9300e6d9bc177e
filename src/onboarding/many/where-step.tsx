import Box from '@mui/material/Box';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useApprovalAbove, type ApprovalPlan } from '../../api/approvals.ts';
import { useTenantReads } from '../../api/pacing/use-tenant-reads.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { isTenantCalled } from '../../domain/connection/tenant-search.ts';
import { plansToApprove } from '../../domain/onboarding/approval-plans.ts';
import { planOnboarding } from '../../domain/onboarding/onboarding-plan.ts';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Region } from '../../ui/layout/region.tsx';
import { AskAgain, ChooseTenants } from '../../ui/run/choose-tenants.tsx';
import { stepLayout } from '../../ui/run/step-layout.ts';
import { useTenantSelection } from '../../ui/run/use-tenant-selection.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { ApprovalNotice, AskApproval, isApproved, type ApprovalNeed } from './approval/approval-step.tsx';
import { readItems, type ReadyItem } from './onboarding-items.ts';
import { startOnboarding, type StartedOnboarding } from './start-onboarding.ts';
import { TenantsTable } from './tenants-table.tsx';

interface WhereStepProps {
  readonly items: readonly ReadyItem[];
  /** All connections except the tenant to copy. */
  readonly connections: readonly Connection[];
  /** Tenants named in a link. */
  readonly asked: readonly string[];
  /** The tenant to copy. */
  readonly like: string;
  /** The approved plans to run. */
  readonly approved: readonly ApprovalPlan[] | undefined;
  readonly labelOf: (tenantId: string) => string;
  readonly onBack: () => void;
  readonly onStarted: (started: StartedOnboarding) => void;
}

/** The tenants with what they already have, the choice among them, and the resulting plan. */
export function WhereStep(props: WhereStepProps) {
  const { items, connections, asked, like, approved, labelOf, onBack, onStarted } = props;
  const texts = useTexts('onboardMany');
  const stepTexts = useTexts('steps');
  const read = useCallback(
    (connection: Connection, signal: AbortSignal) => readItems(items, connection, signal),
    [items],
  );
  const reading = useTenantReads(connections, read);
  const { reads } = reading;
  const resources = useMemo(() => items.map(({ kind }) => rolloutKinds[kind].resource), [items]);
  const { locked, selected, unknown, choose } = useTenantSelection(
    connections,
    resources,
    asked.filter((id) => id !== like),
  );
  const [search, setSearch] = useState('');
  const filter = useDeferredValue(search).trim().toLowerCase();
  const shown = useMemo(
    () => connections.filter((connection) => isTenantCalled(connection, filter)),
    [connections, filter],
  );
  const chosen = connections.filter(({ id }) => selected.has(id));
  const pending = chosen.filter(({ id }) => reads.get(id)?.status === 'waiting').length;
  const plan = useMemo(
    () =>
      planOnboarding(
        items,
        connections
          .filter(({ id }) => selected.has(id) && reads.get(id)?.status !== 'waiting')
          .map(({ id }) => {
            const known = reads.get(id);
            return { tenantId: id, items: known?.status === 'read' ? known.value : undefined };
          }),
      ),
    [items, connections, selected, reads],
  );
  const writtenTo = new Set(
    plan.steps.filter(({ action }) => action === 'create').map(({ tenantId }) => tenantId),
  ).size;
  const above = useApprovalAbove();
  const [onboardingId] = useState(() => new Date().toISOString().replaceAll(/[:.]/g, '-'));
  const need = useMemo((): ApprovalNeed | undefined => {
    if (above === undefined) return undefined;
    const wanted = plansToApprove(items, plan.steps, above, { id: onboardingId, like });
    return wanted.length > 0 ? { above, wanted, approved, labelOf } : undefined;
  }, [above, items, plan.steps, onboardingId, like, approved, labelOf]);

  return (
    <Box sx={stepLayout}>
      <ChooseTenants
        heading={texts.whereHeading}
        reading={reading}
        search={search}
        onSearch={setSearch}
        filter={<AskAgain reading={reading} />}
        shown={shown.length}
        selected={selected.size}
        unknown={unknown}
      >
        {shown.length > 0 ? (
          <TenantsTable
            tenants={shown}
            items={items}
            reads={reads}
            steps={plan.steps}
            selected={selected}
            locked={locked}
            onSelect={choose}
          />
        ) : (
          <EmptyState heading={stepTexts.noMatch} />
        )}
      </ChooseTenants>
      <Region heading={stepTexts.planHeading}>
        <Box role="status">
          <Box sx={{ fontWeight: 600 }}>
            {selected.size === 0 ? texts.nothingChosen : texts.planSentence(plan.counts)}
          </Box>
          <Box sx={{ color: 'text.secondary' }}>
            {selected.size > 0 && texts.planIn(chosen.length)} {pending > 0 && stepTexts.planPending(pending)}
          </Box>
          {need && <ApprovalNotice need={need} />}
        </Box>
        <Box sx={{ mt: 1, typography: 'caption', color: 'text.secondary' }}>{texts.policy}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
          {need && !isApproved(need) ? (
            <AskApproval need={need} disabled={pending > 0} />
          ) : (
            <Button
              variant="contained"
              disabled={pending > 0 || plan.counts.create === 0}
              onClick={() =>
                onStarted(
                  startOnboarding({ like, steps: plan.steps, items, connections: chosen }, new Date()),
                )
              }
            >
              {texts.start(writtenTo)}
            </Button>
          )}
          <Button onClick={onBack}>{stepTexts.back}</Button>
        </Box>
      </Region>
    </Box>
  );
}
