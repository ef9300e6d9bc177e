import Box from '@mui/material/Box';
import type { ApprovalPlan } from '../api/approvals.ts';
import { Button } from '../ui/buttons/button.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { PlanState } from './plan-state.tsx';
import { RunLink } from './run-link.tsx';

interface PlansTableProps {
  readonly plans: readonly ApprovalPlan[];
  readonly onOpen: (plan: ApprovalPlan) => void;
}

/** A row for each plan; what there is to do with it stands at its end. */
export function PlansTable({ plans, onOpen }: PlansTableProps) {
  const texts = useTexts('approvals');
  const { columns } = texts;
  return (
    <Box sx={tableStyle}>
      <DataTable label={texts.heading} actions>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col" className="wide-only">
              {columns.tenants}
            </th>
            <th scope="col" className="wide-only">
              {columns.asked}
            </th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.next}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} onOpen={() => onOpen(plan)} />
          ))}
        </tbody>
      </DataTable>
    </Box>
  );
}

function PlanRow({ plan, onOpen }: { plan: ApprovalPlan; onOpen: () => void }) {
  const texts = useTexts('approvals');
  const { operation, name, steps, uses, askedBy, askedAt, isOwn } = plan;
  const what = texts.operations[operation](name);
  const done = uses.filter(({ outcome }) => outcome === 'done').length;
  return (
    <tr onClick={onOpen}>
      <th scope="row">
        <button type="button" aria-label={texts.open(what)}>
          {what}
        </button>
      </th>
      <td className="wide-only">
        {uses.length > 0 ? texts.done(done, steps.length) : texts.tenantsOf(countActions(plan))}
      </td>
      <td className="wide-only">
        {texts.asked(isOwn ? texts.you(askedBy.name) : askedBy.name, new Date(askedAt))}
      </td>
      <td>
        <PlanState plan={plan} />
      </td>
      <td onClick={(event) => event.stopPropagation()}>
        <RunLink plan={plan} />
        {plan.mayDecide && (
          <Button size="small" variant="outlined" aria-label={texts.reviewOf(what)} onClick={onOpen}>
            {texts.review}
          </Button>
        )}
      </td>
    </tr>
  );
}

function countActions({ steps }: ApprovalPlan) {
  const counts = { create: 0, update: 0, delete: 0 };
  for (const { action } of steps) counts[action] += 1;
  return counts;
}

const tableStyle = {
  '& tbody tr': { cursor: 'pointer' },
  '& tbody th': { fontWeight: 400, overflowWrap: 'anywhere' },
  '& th > button': {
    m: 0,
    p: 0,
    border: 0,
    bgcolor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: '2px',
  },
  '& th > button:hover': { textDecoration: 'underline' },
  '& th > button:focus-visible': { outline: '2px solid', outlineColor: 'accent.focus', outlineOffset: 2 },
} as const;
