import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ApprovalPlan } from '../api/approvals.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { rolloutKindIds, rolloutKinds } from '../domain/rollout/rollout-kinds.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { FactTable } from '../ui/layout/fact-table.tsx';
import { formatDateTime, formatEnd } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { useContentRows } from './content-rows.tsx';
import { PlanState } from './plan-state.tsx';

interface PlanFactsProps {
  readonly plan: ApprovalPlan;
  readonly connections: readonly Connection[];
}

/** What a second person has to know: what, with whose credential, until when, and in which tenants. */
export function PlanFacts({ plan, connections }: PlanFactsProps) {
  const texts = useTexts('approvals');
  const { facts } = texts;
  const { things } = useTexts('kinds');
  const kind = rolloutKindIds.find((id) => rolloutKinds[id].resource === plan.resource);
  const takesCredential = kind === undefined || !('copy' in rolloutKinds[kind]);
  const { operation, decidedBy, decidedAt, reason, digest } = plan;
  const labels = new Map(connections.map(({ id, label }) => [id, label]));
  const outcomes = new Map(plan.uses.map(({ tenant, outcome }) => [tenant, outcome]));
  const { outcomes: outcomeWords } = useTexts('audit');
  const content = useContentRows(plan);
  const isOpen = plan.state === 'waiting' || plan.state === 'approved';
  const rows: [string, ReactNode][] = [
    [facts.kind, kind === undefined ? plan.resource : things[kind]],
    [facts.name, <code key="name">{plan.name}</code>],
    ...content,
    [
      facts.ends,
      operation === 'rollout' &&
        takesCredential &&
        (plan.expiresAt === undefined ? texts.noEnd : formatEnd(plan.expiresAt)),
    ],
    [facts.policy, operation === 'rollout' && texts.policies[plan.policy]],
    [facts.asked, texts.asked(plan.askedBy.name, new Date(plan.askedAt))],
    [facts.decided, decidedBy && decidedAt !== undefined && texts.asked(decidedBy.name, new Date(decidedAt))],
    [facts.reason, reason],
    [facts.until, isOpen && formatDateTime(new Date(plan.endsAt))],
    [
      facts.fingerprint,
      <Box
        key="digest"
        component="span"
        sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
      >
        <code>{digest.slice(0, 16)}</code>
        <CopyButton text={digest} />
      </Box>,
    ],
  ];
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <PlanState plan={plan} />
      </Box>
      <FactTable
        facts={rows
          .filter(([, value]) => value !== undefined && value !== false)
          .map(([term, value]) => ({ term, value }))}
      />
      <Box component="h3" sx={{ mt: 2, mb: 1, typography: 'h3' }}>
        {texts.tenantsHeading(plan.steps.length)}
      </Box>
      <Box component="ul" tabIndex={0} aria-label={texts.tenantsHeading(plan.steps.length)} sx={listStyle}>
        {plan.steps.map(({ tenant, action, name }) => {
          const outcome = outcomes.get(tenant);
          return (
            <li key={tenant}>
              <span>{labels.get(tenant) ?? tenant}</span>
              {name !== undefined && name !== plan.name && <code>{name}</code>}
              <span className="end">
                {outcome === undefined ? texts.actions[action] : (outcomeWords[outcome] ?? outcome)}
              </span>
            </li>
          );
        })}
      </Box>
    </>
  );
}

const listStyle = {
  m: 0,
  p: 0,
  maxHeight: 240,
  overflow: 'auto',
  listStyle: 'none',
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  '& > li': { display: 'flex', alignItems: 'center', gap: 1, minHeight: 32, px: 1.5 },
  '& > li + li': { borderTop: 1, borderColor: 'rule.soft' },
  '& .end': { ml: 'auto', color: 'text.secondary' },
} as const;
