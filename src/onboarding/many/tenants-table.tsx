import Box from '@mui/material/Box';
import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { OnboardingStep } from '../../domain/onboarding/onboarding-plan.ts';
import { SilentTenant, TenantTable } from '../../ui/run/tenant-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ReadyItem } from './onboarding-items.ts';

type ItemsRead = TenantRead<ReadonlyMap<string, PresentState>>;

interface TenantsTableProps {
  readonly tenants: readonly Connection[];
  readonly items: readonly ReadyItem[];
  readonly reads: ReadonlyMap<string, ItemsRead>;
  readonly steps: readonly OnboardingStep[];
  readonly selected: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

export function TenantsTable({ items, reads, steps, ...table }: TenantsTableProps) {
  const texts = useTexts('onboardMany');
  return (
    <TenantTable
      {...table}
      label={texts.tenantsTable}
      texts={texts}
      columnWidths={['72px', '34%', '26%', '40%']}
      present={(id) => <PresentText read={reads.get(id)} total={items.length} />}
      plan={(id) => <PlanText steps={steps.filter(({ tenantId }) => tenantId === id)} items={items} />}
    />
  );
}

function PresentText({ read, total }: { read: ItemsRead | undefined; total: number }) {
  const texts = useTexts('onboardMany');
  if (read === undefined || read.status === 'waiting') return texts.waiting;
  if (read.status === 'failed') return <SilentTenant words={texts.silent} problem={read.problem} />;
  return texts.has([...read.value.values()].filter(({ state }) => state === 'present').length, total);
}

interface PlanTextProps {
  readonly steps: readonly OnboardingStep[];
  readonly items: readonly ReadyItem[];
}

/** How much is created, and what is left out and why; a tenant that did not answer is left out as a whole. */
function PlanText({ steps, items }: PlanTextProps) {
  const texts = useTexts('onboardMany');
  const { reason } = useTexts('run');
  if (steps.length === 0) return null;
  const count = (action: OnboardingStep['action']) => steps.filter((step) => step.action === action).length;
  const counts = { create: count('create'), skip: count('skip'), blocked: count('blocked') };
  const blocked = steps.filter(({ action }) => action === 'blocked');
  const reasons = [...new Set(blocked.map(reason))];
  const nameOf = (itemId: string) => items.find(({ id }) => id === itemId)?.order.name ?? '';
  return (
    <>
      {texts.planSentence({ ...counts, update: 0, delete: 0 })}
      {reasons.map((why) => (
        <Box key={why} sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {blocked.length === steps.length && reasons.length === 1
            ? why
            : texts.leftOut(
                blocked.filter((step) => reason(step) === why).map(({ itemId }) => nameOf(itemId)),
                why,
              )}
        </Box>
      ))}
    </>
  );
}
