import { describe, expect, test } from 'vitest';
import { ApiError } from '../domain/api-problem.ts';
import type { Quota } from '../domain/connection/quota.ts';
import type { ObjectState } from '../api/runs/kind-states.ts';
import type { RolloutKindId } from '../domain/rollout/rollout-kinds.ts';
import { problems } from '../ui/texts/en/shared/problems.ts';
import { applications } from '../ui/texts/en/applications/applications.ts';
import { genericSecrets } from '../ui/texts/en/groups/generic-secrets.ts';
import { onboarding } from '../ui/texts/en/onboarding.ts';
import { kinds } from '../ui/texts/en/runs/kinds.ts';
import { toMarkdown } from './markdown.ts';
import type { Answer, StepId, TenantAnswers } from './step.ts';
import { buildSteps, sharedFailure } from './steps.ts';

function answer<T>(data: T): Answer<T> {
  return { data, error: null };
}

const words = { onboarding, kinds, applications, genericSecrets };
const waiting = { data: undefined, error: null };
const failure = new ApiError({ kind: 'http', status: 403, message: 'not permitted', requestId: 'req-1' });

const states = { COMPLETED: 'settled', 'IN-PROGRESS': 'settling', ERROR: 'broken', '': 'broken' } as const;

function repository(name: string, says: keyof typeof states): ObjectState {
  const facts = { url: `https://git.example.com/${name}` };
  return { kept: { name, facts }, proof: { state: states[says], says } };
}

function object(name: string, proof: ObjectState['proof'] = { state: 'settled', says: '' }): ObjectState {
  return { kept: { name, facts: {} }, proof };
}

const complete: TenantAnswers = {
  tenantInfo: answer({ tenantId: 'id-1', servicePlan: 'extended', status: 'PROVISIONED' }),
  quotas: new Map<RolloutKindId, Answer<Quota>>([
    ['git-repository', answer({ used: 1, max: undefined })],
    ['docker-registry-secret', answer({ used: 3, max: 50 })],
  ]),
  objects: new Map([
    ['git-repository', answer([repository('templates', 'COMPLETED')])],
    ['application', answer([object('serving', { state: 'settled', says: 'Synced, Healthy' })])],
    ['docker-registry-secret', answer([object('ghcr')])],
  ]),
  isWhole: true,
  ends: { expired: 0, soon: 0 },
  templateTickedAt: new Date('2026-11-21T12:00:00Z'),
};

const withObjects = (kind: RolloutKindId, answered: Answer<readonly ObjectState[]>) => ({
  objects: new Map([...complete.objects, [kind, answered]]),
});
const withQuota = (kind: RolloutKindId, answered: Answer<Quota>) => ({
  quotas: new Map<RolloutKindId, Answer<Quota>>([...complete.quotas, [kind, answered]]),
});
const repositoriesAnswer = (answered: Answer<readonly ObjectState[]>) =>
  withObjects('git-repository', answered);
const repositories = (...objects: ObjectState[]) => repositoriesAnswer(answer(objects));
const secrets = (...objects: ObjectState[]) => withObjects('docker-registry-secret', answer(objects));

function stepOf(id: StepId, changes: Partial<TenantAnswers>) {
  const step = buildSteps(words, { ...complete, ...changes }).find((one) => one.id === id);
  return { state: step?.state, facts: step?.facts.map(({ text }) => text).join('\n') };
}

describe('buildSteps', () => {
  test('a tenant that has everything is done', () => {
    const steps = buildSteps(words, complete);
    expect(steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'connection done',
      'git-repository done',
      'application done',
      'docker-registry-secret done',
      'quota done',
      'template done',
    ]);
  });

  const cases: { id: StepId; changes: Partial<TenantAnswers>; state: string; says: string | RegExp }[] = [
    {
      id: 'docker-registry-secret',
      changes: { ends: { expired: 1, soon: 2 } },
      state: 'done',
      says: 'ghcr\n1 secret has expired.\n2 secrets expire within 14 days.',
    },
    { id: 'connection', changes: {}, state: 'done', says: 'Service plan: extended\nStatus: Provisioned' },
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
      says: 'Git repositories: 1 used, no limit given\nDocker registry secrets: 3 of 50 used',
    },
    {
      id: 'quota',
      changes: withQuota('docker-registry-secret', answer({ used: 50, max: 50 })),
      state: 'attention',
      says: '50 of 50',
    },
    {
      id: 'quota',
      changes: withQuota('git-repository', answer({ used: 0, max: 0 })),
      state: 'attention',
      says: '0 of 0',
    },
    { id: 'quota', changes: withQuota('git-repository', waiting), state: 'checking', says: '' },
    {
      id: 'quota',
      changes: withQuota('application', { data: undefined, error: failure }),
      state: 'failed',
      says: '',
    },
    { id: 'git-repository', changes: repositories(), state: 'todo', says: 'None added' },
    {
      id: 'git-repository',
      changes: repositories(repository('a', 'ERROR'), repository('b', 'IN-PROGRESS')),
      state: 'attention',
      says: 'a: Error\nb: In progress',
    },
    {
      id: 'git-repository',
      changes: repositories(repository('a', 'COMPLETED'), repository('b', 'ERROR')),
      state: 'attention',
      says: 'b: Error\na: Completed\nAI Core could not read it',
    },
    {
      id: 'git-repository',
      changes: repositories(repository('a', 'COMPLETED'), repository('b', 'IN-PROGRESS')),
      state: 'done',
      says: 'b: In progress\na: Completed',
    },
    {
      id: 'git-repository',
      changes: repositories(repository('a', 'ERROR')),
      state: 'attention',
      says: 'AI Core could not read it',
    },
    {
      id: 'git-repository',
      changes: repositories(repository('a', '')),
      state: 'attention',
      says: /^a: Not known$/,
    },
    { id: 'docker-registry-secret', changes: secrets(), state: 'todo', says: 'None registered' },
    { id: 'docker-registry-secret', changes: {}, state: 'done', says: 'ghcr' },
    { id: 'application', changes: {}, state: 'done', says: /^serving: Synced$/ },
    {
      id: 'application',
      changes: withObjects(
        'application',
        answer([
          object('serving', { state: 'settled', says: 'Synced, Healthy' }),
          object('training', {
            state: 'broken',
            says: 'Unknown, Healthy, rpc error: app path does not exist',
            problem: { code: 'path-missing' },
          }),
        ]),
      ),
      state: 'attention',
      says: 'training: Failed. The path does not exist in the repository.\nserving: Synced\nAI Core does not sync it.',
    },
    {
      id: 'resource-group',
      changes: withObjects('resource-group', answer([object('team', { state: 'broken', says: 'ERROR' })])),
      state: 'attention',
      says: 'team: Error\nAI Core could not set it up.',
    },
    { id: 'application', changes: withObjects('application', waiting), state: 'checking', says: '' },
    {
      id: 'docker-registry-secret',
      changes: secrets(...Array.from({ length: 12 }, (_, index) => object(`s-${index}`))),
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
    // The reader's own noon: in UTC it may be another day.
    checkedAt: new Date(2026, 10, 21, 12),
    steps: buildSteps(words, { ...complete, ...changes }),
  });
}

describe('toMarkdown', () => {
  test('lists each step with its state and facts', () => {
    const text = markdownOf('Acme Vision', secrets());
    expect(text).toMatch(
      /^# Onboard tenant: Acme Vision\n\nChecked on 21 Nov 2026, .*\. 5 of 6 steps done\.\n\n/,
    );
    expect(text).toContain('- [x] **The connection works**: Done\n  - Tenant ID: id-1\n');
    expect(text).toContain('- templates: Completed, <https://git.example.com/templates>\n');
    expect(text).toContain('- [ ] **A Docker registry secret is registered**: To do\n');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('says why a step could not be checked, with the request id', () => {
    const text = markdownOf('Acme', { tenantInfo: { data: undefined, error: failure } });
    expect(text).toContain(
      '- [ ] **The connection works**: Could not be checked\n  - This connection lacks the permission',
    );
    expect(text).toContain('  - Request ID: req-1\n');
  });

  test('keeps foreign text from becoming Markdown', () => {
    const unfriendly = { name: 'r', facts: { url: 'https://x/<script>' } };
    const text = markdownOf('*[Acme](x)*\n# y', {
      objects: new Map([
        ['git-repository', answer([{ ...repository('r', 'COMPLETED'), kept: unfriendly }])],
        ['docker-registry-secret', answer([object('_a_<b>')])],
      ]),
    });
    expect(text).toContain(String.raw`# Onboard tenant: \*\[Acme\](x)\* \# y`);
    expect(text).toContain(String.raw`- \_a\_\<b\>`);
    expect(text).toContain(String.raw`r: Completed, https://x/\<script\>`);
  });
});

describe('sharedFailure', () => {
  const failed = { data: undefined, error: failure };
  const silent = { data: undefined, error: new ApiError({ kind: 'timeout', message: '' }) };

  test.each([
    ['of no step', {}, undefined],
    ['of one step', { tenantInfo: failed }, undefined],
    ['of two steps for different reasons', { tenantInfo: failed, ...repositoriesAnswer(silent) }, undefined],
    ['of two steps for one reason', { tenantInfo: failed, ...repositoriesAnswer(failed) }, failure],
    [
      'of two steps among others',
      { tenantInfo: silent, ...repositoriesAnswer(failed), ...withQuota('application', failed) },
      failure,
    ],
  ])('%s', (_, changes, expected) => {
    expect(sharedFailure(buildSteps(words, { ...complete, ...changes }))).toBe(expected);
  });
});

function store(resourceGroup: string): ObjectState {
  return { ...object('default'), kept: { name: 'default', facts: { resourceGroup } } };
}

describe('a tenant of many resource groups', () => {
  const groups = Array.from({ length: 12 }, (_, index) => object(`group-${index}`));
  const having = (stores: readonly ObjectState[], isWhole: boolean) => {
    const objects = new Map([
      ...complete.objects,
      ['resource-group', answer(groups)] as const,
      ['object-store-secret', answer(stores)] as const,
    ]);
    return buildSteps(words, { ...complete, objects, isWhole }).find(
      ({ id }) => id === 'object-store-secret',
    );
  };
  const first = groups.slice(0, 10).map(({ kept }) => store(kept.name));

  test('is not done before each of them was looked into, and says in how many it was', () => {
    const step = having(first, false);
    expect(step).toMatchObject({ state: 'attention', unread: 2 });
    expect(step?.facts.at(-1)?.text).toBe('Checked 10 of 12 resource groups so far.');
    expect(step?.group).toBeUndefined();
    expect(having([], false)).toMatchObject({ state: 'todo', unread: 2 });
  });

  test('is done, or lacks what it lacks, once all were looked into', () => {
    expect(having(first, true)).toMatchObject({ state: 'attention', group: 'group-10' });
    expect(
      having(
        groups.map(({ kept }) => store(kept.name)),
        true,
      ),
    ).toMatchObject({ state: 'done' });
  });
});
