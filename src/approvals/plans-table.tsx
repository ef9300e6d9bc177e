import Box from '@mui/material/Box';
import type { ApprovalPlan } from '../api/approvals.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { Button } from '../ui/buttons/button.tsx';
import { plainButtonStyle } from '../ui/plain-button-style.ts';
import { WithName } from '../ui/layout/wording.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { PlanState } from './plan-state.tsx';
import type { PlanSet } from './plan-set.ts';
import { RunLink } from './run-link.tsx';
import { useSetTitle, type SetTitle } from './set-title.ts';

interface PlansTableProps {
  readonly sets: readonly PlanSet[];
  readonly connections: readonly Connection[];
  readonly onOpen: (set: PlanSet) => void;
}

/** A row for each set of plans that are decided together, with its actions at the end. */
export function PlansTable({ sets, connections, onOpen }: PlansTableProps) {
  const texts = useTexts('approvals');
  const titleOf = useSetTitle(connections);
  const { columns } = texts;
  return (
    <Box sx={tableStyle}>
      <DataTable
        label={texts.heading}
        actions
        columns={[
          columns.what,
          { label: columns.tenants, className: 'wide-only' },
          { label: columns.asked, className: 'wide-only' },
          columns.state,
          columns.next,
        ]}
      >
        {sets.map((set) => (
          <PlanRow key={set.id} set={set} title={titleOf(set)} onOpen={() => onOpen(set)} />
        ))}
      </DataTable>
    </Box>
  );
}

interface PlanRowProps {
  readonly set: PlanSet;
  readonly title: SetTitle;
  readonly onOpen: () => void;
}

function PlanRow({ set, title, onOpen }: PlanRowProps) {
  const texts = useTexts('approvals');
  const { first, plans, isOwn, mayDecide } = set;
  const { askedBy, askedAt } = first;
  const uses = plans.flatMap((plan) => plan.uses);
  const steps = plans.flatMap((plan) => plan.steps);
  const done = uses.filter(({ outcome }) => outcome === 'done').length;
  return (
    <tr onClick={onOpen}>
      <th scope="row">
        <button type="button" aria-label={texts.open(title.text)}>
          <WithName {...title} />
        </button>
      </th>
      <td className="wide-only">
        {uses.length > 0
          ? texts.done(done, steps.length)
          : first.partOf
            ? texts.thingsIn(plans.length, set.tenants.length)
            : texts.tenantsOf(countActions(first))}
      </td>
      <td className="wide-only">
        {texts.asked(isOwn ? texts.you(askedBy.name) : askedBy.name, new Date(askedAt))}
      </td>
      <td>
        <PlanState plan={set} />
      </td>
      <td onClick={(event) => event.stopPropagation()}>
        <RunLink set={set} title={title.text} />
        {mayDecide && (
          <Button size="small" variant="outlined" aria-label={texts.reviewOf(title.text)} onClick={onOpen}>
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
  '& th > button': plainButtonStyle,
  '& th > button:hover': { textDecoration: 'underline' },
} as const;
