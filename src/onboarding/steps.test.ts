import { describe, expect, test } from 'vitest';
import { ApiError } from '../domain/api-problem.ts';
import type { Repository } from '../api/repositories.ts';
import { problems } from '../ui/texts/en/shared/problems.ts';
import { onboarding } from '../ui/texts/en/onboarding.ts';
import { toMarkdown } from './markdown.ts';
import { buildSteps, type Answer, type StepId, type TenantAnswers } from './steps.ts';

function answer<T>(data: T): Answer<T> {
  return { data, error: null };
}

const waiting = { data: undefined, error: null };
const failure = new ApiError({ kind: 'http', status: 403, message: 'not permitted', requestId: 'req-1' });

function repository(name: string, status: Repository['status']): Repository {
  return { name, url: `https://git.example.com/${name}`, status, readsInProgress: 0 };
}

const complete: TenantAnswers = {
  tenantInfo: answer({ tenantId: 'id-1', servicePlan: 'extended', status: 'PROVISIONED' }),
  secretQuota: answer({ used: 3, max: 50 }),
  repositoryQuota: answer({ used: 1, max: undefined }),
  repositories: answer([repository('templates', 'COMPLETED')]),
  secrets: answer([{ name: 'ghcr' }]),
  ends: { expired: 0, soon: 0 },
  templateTickedAt: new Date('2026-11-21T12:00:00Z'),
};

function stepOf(id: StepId, changes: Partial<TenantAnswers>) {
  const step = buildSteps(onboarding, { ...complete, ...changes }).find((one) => one.id === id);
  return { state: step?.state, facts: step?.facts.map(({ text }) => text).join('\n') };
}

describe('buildSteps', () => {
  test('a tenant that has everything is done', () => {
    const steps = buildSteps(onboarding, complete);
    expect(steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'connection done',
      'quota done',
      'repository done',
      'secret done',
      'template done',
    ]);
  });

  const cases: { id: StepId; changes: Partial<TenantAnswers>; state: string; says: string | RegExp }[] = [
    {
      id: 'secret',
      changes: { ends: { expired: 1, soon: 2 } },
      state: 'done',
      says: 'ghcr\n1 secret has expired.\n2 secrets expire within 14 days.',
    },
    { id: 'connection', changes: {}, state: 'done', says: 'Service plan: extended\nStatus: PROVISIONED' },
    { id: 'connection', changes: { tenantInfo: waiting }, state: 'checking', says: '' },
    {
      id: 'connection',
      changes: { tenantInfo: { data: undefined, error: failure } },
      state: 'failed',
      says: '',
    },
    {
      id: 'connection',
      changes: { tenantInfo: { data: complete.tenantInfo.data, error: failure } },
      state: 'failed',
      says: '',
    },
    {
      id: 'quota',
      changes: {},
      state: 'done',
      says: '3 of 50 used\nGit repositories: 1 used, no limit given',
    },
    {
      id: 'quota',
      changes: { secretQuota: answer({ used: 50, max: 50 }) },
      state: 'attention',
      says: '50 of 50',
    },
    {
      id: 'quota',
      changes: { repositoryQuota: answer({ used: 0, max: 0 }) },
      state: 'attention',
      says: '0 of 0',
    },
    { id: 'quota', changes: { repositoryQuota: waiting }, state: 'checking', says: '' },
    { id: 'quota', changes: { secretQuota: { data: undefined, error: failure } }, state: 'failed', says: '' },
    { id: 'repository', changes: { repositories: answer([]) }, state: 'todo', says: 'None added' },
    {
      id: 'repository',
      changes: { repositories: answer([repository('a', 'ERROR'), repository('b', 'IN-PROGRESS')]) },
      state: 'waiting',
      says: 'a: Error\nb: In progress',
    },
    {
      id: 'repository',
      changes: { repositories: answer([repository('a', 'ERROR'), repository('b', 'COMPLETED')]) },
      state: 'done',
      says: 'a: Error\nb: Completed',
    },
    {
      id: 'repository',
      changes: { repositories: answer([repository('a', 'ERROR')]) },
      state: 'attention',
      says: 'AI Core could not read it',
    },
    {
      id: 'repository',
      changes: { repositories: answer([repository('a', 'UNKNOWN')]) },
      state: 'attention',
      says: /^a: Unknown$/,
    },
    { id: 'secret', changes: { secrets: answer([]) }, state: 'todo', says: 'None registered' },
    { id: 'secret', changes: {}, state: 'done', says: 'ghcr' },
    {
      id: 'secret',
      changes: { secrets: answer(Array.from({ length: 12 }, (_, index) => ({ name: `s-${index}` }))) },
      state: 'done',
      says: 's-9\nand 2 more',
    },
    { id: 'template', changes: {}, state: 'done', says: 'the console cannot check this' },
    {
      id: 'template',
      changes: { templateTickedAt: undefined },
      state: 'todo',
      says: 'confirm this step yourself',
    },
  ];
  for (const { id, changes, state, says } of cases) {
    test(`${id} is ${state} with ${JSON.stringify(changes).slice(0, 70)}`, () => {
      const step = stepOf(id, changes);
      expect(step.state).toBe(state);
      expect(step.facts).toMatch(says);
    });
  }
});

function markdownOf(tenant: string, changes: Partial<TenantAnswers>): string {
  return toMarkdown(onboarding, problems, {
    tenant,
    checkedAt: new Date('2026-11-21T12:00:00Z'),
    steps: buildSteps(onboarding, { ...complete, ...changes }),
  });
}

describe('toMarkdown', () => {
  test('lists each step with its state and facts', () => {
    const text = markdownOf('Acme Vision', { secrets: answer([]) });
    expect(text).toMatch(
      /^# Onboard tenant: Acme Vision\n\nChecked on 21 Nov 2026, .*\. 4 of 5 steps done\.\n\n/,
    );
    expect(text).toContain('- [x] **The connection works**: Done\n  - Tenant id: id-1\n');
    expect(text).toContain('- templates: Completed, <https://git.example.com/templates>\n');
    expect(text).toContain('- [ ] **A Docker registry secret is registered**: To do\n');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('says why a step could not be checked, with the request id', () => {
    const text = markdownOf('Acme', { tenantInfo: { data: undefined, error: failure } });
    expect(text).toContain(
      '- [ ] **The connection works**: Could not be checked\n  - This connection lacks the permission',
    );
    expect(text).toContain('  - Request id: req-1\n');
  });

  test('keeps foreign text from becoming Markdown', () => {
    const text = markdownOf('*[Acme](x)*\n# y', {
      secrets: answer([{ name: '_a_<b>' }]),
      repositories: answer([{ ...repository('r', 'COMPLETED'), url: 'https://x/<script>' }]),
    });
    expect(text).toContain(String.raw`# Onboard tenant: \*\[Acme\](x)\* \# y`);
    expect(text).toContain(String.raw`- \_a\_\<b\>`);
    expect(text).toContain(String.raw`r: Completed, https://x/\<script\>`);
  });
});
