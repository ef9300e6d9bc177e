import Box from '@mui/material/Box';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { OnboardingStep } from '../../domain/onboarding/onboarding-plan.ts';
import { TenantTable, type ChosenTenants } from '../../ui/run/tenant-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ReadyItem } from './onboarding-items.ts';

interface TenantsTableProps extends ChosenTenants<ReadonlyMap<string, PresentState>> {
  readonly items: readonly ReadyItem[];
  readonly steps: readonly OnboardingStep[];
}

export function TenantsTable({ items, steps, ...table }: TenantsTableProps) {
  const texts = useTexts('onboardMany');
  return (
    <TenantTable
      {...table}
      columnWidths={['72px', '34%', '26%', '40%']}
      present={(states) =>
        texts.has([...states.values()].filter(({ state }) => state === 'present').length, items.length)
      }
      plan={(id) => <PlanText steps={steps.filter(({ tenantId }) => tenantId === id)} items={items} />}
    />
  );
}

interface PlanTextProps {
  readonly steps: readonly OnboardingStep[];
  readonly items: readonly ReadyItem[];
}

/** How much will be created, and what is left out and why; a tenant that did not answer is left out completely. */
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
