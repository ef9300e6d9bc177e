import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plansQuery, useApprovalAbove } from '../api/approvals.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListState, RefreshButton } from '../ui/table/list-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { planSets, type PlanSet } from './plan-set.ts';
import { PlansTable } from './plans-table.tsx';

/** Plans of one person for many tenants, and the decisions of a second person. */
export function ApprovalsPage({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('approvals');
  const above = useApprovalAbove();
  if (above !== undefined) return <Approvals connections={connections} above={above} />;
  return (
    <>
      <PageHeader heading={texts.heading} />
      <EmptyState heading={texts.notOffered} action={<RollOutLink />}>
        {texts.notOfferedText}
      </EmptyState>
    </>
  );
}

/** What approvals are for, and what to do without them. */
function RollOutLink() {
  const { nav } = useTexts('common');
  return (
    <LinkButton to="/rollout" variant="outlined">
      {nav.rollout}
    </LinkButton>
  );
}

function Approvals({ connections, above }: { connections: readonly Connection[]; above: number }) {
  const texts = useTexts('approvals');
  const list = useQuery(plansQuery());
  const [openId, setOpenId] = useState<string>();
  const sets = planSets(list.data ?? []).toSorted((a, b) => rank(a) - rank(b));
  const open = sets.find(({ id }) => id === openId);
  const close = () => setOpenId(undefined);
  return (
    <>
      <PageHeader
        heading={texts.heading}
        fact={
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            {texts.rule(above)}
            <RefreshButton onRefresh={() => void list.refetch()} isFetching={list.isFetching} />
          </Box>
        }
      />
      <ListState query={list} table />
      {list.data && sets.length === 0 && (
        <EmptyState heading={texts.empty} action={<RollOutLink />}>
          {texts.emptyText(above)}
        </EmptyState>
      )}
      {sets.length > 0 && (
        <PlansTable sets={sets} connections={connections} onOpen={({ id }) => setOpenId(id)} />
      )}
      {open && <PlanDialog key={open.id} set={open} connections={connections} onClose={close} />}
    </>
  );
}

/** Plans that need a decision come first, then the newest. */
function rank({ mayDecide, isOwn, state }: PlanSet): number {
  if (mayDecide) return 0;
  if (isOwn && state === 'approved') return 1;
  return state === 'waiting' ? 2 : 3;
}
