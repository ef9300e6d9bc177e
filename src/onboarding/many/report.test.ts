import { expect, test } from 'vitest';
import { ApiError } from '../../domain/api-problem.ts';
import type { OnboardingStep } from '../../domain/onboarding/onboarding-plan.ts';
import { application } from '../../domain/rollout/kinds/application.ts';
import { gitRepository } from '../../domain/rollout/kinds/git-repository.ts';
import type { RunRow } from '../../domain/rollout/run-rows.ts';
import { applications } from '../../ui/texts/en/applications/applications.ts';
import { genericSecrets } from '../../ui/texts/en/groups/generic-secrets.ts';
import { kinds } from '../../ui/texts/en/runs/kinds.ts';
import { onboardMany } from '../../ui/texts/en/runs/onboard-many.ts';
import { run } from '../../ui/texts/en/runs/run.ts';
import { problems } from '../../ui/texts/en/shared/problems.ts';
import type { ItemProof } from './onboarding-items.ts';
import { reportMarkdown } from './report.ts';

const url = 'https://git.example.com/team/app';
const items = [
  {
    id: 'repository',
    kind: 'git-repository',
    order: gitRepository.order({ name: 'app', url, username: 'jo', password: 'not-a-real-token' }),
  },
  {
    id: 'application',
    kind: 'application',
    order: application.order({ name: 'app-serving', repositoryUrl: url, revision: 'HEAD', path: 'serving' }),
  },
] as const;
const connections = ['acme', 'globex'].map((id) => ({
  id,
  label: id === 'acme' ? 'Acme *Forecast*' : 'Globex',
  baseUrl: `/api/tenants/${id}`,
  auth: 'proxy' as const,
}));
const steps = connections.flatMap(({ id }) =>
  items.map((item): OnboardingStep => ({
    targetId: `${id} ${item.id}`,
    tenantId: id,
    itemId: item.id,
    action: 'create',
    reason: 'absent',
  })),
);
const refused = new ApiError({ kind: 'http', status: 500, message: 'not-a-real-token', requestId: 'r-1' });
const rows = steps.map((step): RunRow => {
  if (step.targetId === 'globex repository')
    return { ...step, state: 'failed', end: { state: 'failed', why: 'refused', problem: refused } };
  if (step.targetId === 'globex application')
    return { ...step, state: 'failed', end: { state: 'failed', why: 'needs' } };
  return { ...step, state: 'done', end: { state: 'done', how: 'written' } };
});
const proofs = new Map<string, ItemProof>([
  ['acme repository', { state: 'settled', says: 'COMPLETED' }],
  ['acme application', { state: 'settling', says: 'OutOfSync' }],
  ['globex repository', { state: 'absent', says: '' }],
  ['globex application', { state: 'unread', problem: refused }],
]);
const markdown = reportMarkdown(
  {
    texts: onboardMany,
    ...kinds,
    scopes: genericSecrets.scopes,
    run,
    problems,
    applicationProblem: applications.problem,
  },
  { like: 'Acme Vision', connections, items, steps, rows, proofs, at: new Date('2026-11-28T21:00:00Z') },
);

test('only what AI Core confirms is ticked, whatever the run says', () => {
  expect(markdown.split('\n').filter((line) => line.startsWith('- [x]'))).toEqual([
    `- [x] **Git repository app (${url})**: Created. AI Core: Completed`,
  ]);
  expect(markdown).toContain('AI Core confirms 1 of 4 items in 2 tenants');
  expect(markdown).toContain('Created. AI Core: Syncing\n');
});

test('what failed says why, with the request id and without the server’s words', () => {
  const failed = markdown.split('\n## Globex\n')[1] ?? '';
  expect(failed).toMatch(/Git repository app .*: Failed\. .*500.*Request ID: r-1\. AI Core: Missing/);
  expect(failed).toMatch(/Application app-serving .*: Failed\. Needs something that is not done yet/);
  expect(failed).toContain('Could not be checked');
  expect(markdown).not.toContain('not-a-real-token');
});

test('names do not become Markdown', () => {
  expect(markdown).toContain(String.raw`## Acme \*Forecast\*`);
});
