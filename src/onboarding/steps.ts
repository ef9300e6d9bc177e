import { toApiError } from '../domain/api-problem.ts';
import type { DockerRegistrySecret } from '../api/docker-registry-secrets.ts';
import type { Repository } from '../api/repositories.ts';
import { isFull, type Quota } from '../api/resource-quota.ts';
import type { TenantInfo } from '../api/tenant-info.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

export type StepId = 'connection' | 'quota' | 'repository' | 'secret' | 'template';
export type StepState = 'done' | 'todo' | 'waiting' | 'attention' | 'checking' | 'failed';

export interface Fact {
  readonly text: string;
  readonly url?: string;
  /** The object of this tenant that the text begins with. */
  readonly object?: { readonly kind: 'secret' | 'repository'; readonly name: string };
}

export interface Step {
  readonly id: StepId;
  readonly state: StepState;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Why it could not be checked. */
  readonly error?: Error;
}

/** A read as TanStack Query reports it. What failed counts as not checked, whatever an earlier answer said. */
export interface Answer<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
}

export interface TenantAnswers {
  readonly tenantInfo: Answer<TenantInfo>;
  readonly secretQuota: Answer<Quota>;
  readonly repositoryQuota: Answer<Quota>;
  readonly repositories: Answer<readonly Repository[]>;
  readonly secrets: Answer<readonly DockerRegistrySecret[]>;
  /** Of the secrets, as far as this browser knows their ends. */
  readonly ends: { readonly expired: number; readonly soon: number };
  /** When somebody ticked it in this browser. */
  readonly templateTickedAt: Date | undefined;
}

type Texts = Catalogue['onboarding'];
type Outcome = Pick<Step, 'state' | 'facts'>;

const namesShown = 10;

/** The checklist, each step with its state and what it was told from. */
export function buildSteps(texts: Texts, answers: TenantAnswers): Step[] {
  const { tenantInfo, secretQuota, repositoryQuota, repositories, secrets, ends, templateTickedAt } = answers;
  const step = (
    id: StepId,
    outcome: Outcome | { state: 'failed'; facts: readonly Fact[]; error: Error },
  ): Step => ({
    id,
    title: texts.titles[id],
    ...outcome,
  });
  return [
    step(
      'connection',
      outcomeOf([tenantInfo], () => tenantInfo.data && tenantOutcome(texts, tenantInfo.data)),
    ),
    step(
      'quota',
      outcomeOf(
        [secretQuota, repositoryQuota],
        () =>
          secretQuota.data &&
          repositoryQuota.data &&
          quotaOutcome(texts, secretQuota.data, repositoryQuota.data),
      ),
    ),
    step(
      'repository',
      outcomeOf([repositories], () => repositories.data && repositoriesOutcome(texts, repositories.data)),
    ),
    step(
      'secret',
      outcomeOf([secrets], () => secrets.data && secretsOutcome(texts, secrets.data, ends)),
    ),
    step('template', {
      state: templateTickedAt ? 'done' : 'todo',
      facts: [{ text: templateTickedAt ? texts.templateTicked(templateTickedAt) : texts.templateOpen }],
    }),
  ];
}

function outcomeOf(answers: readonly Answer<unknown>[], outcome: () => Outcome | undefined) {
  const error = answers.map((answer) => answer.error).find((one) => one !== null);
  if (error) return { state: 'failed' as const, facts: [], error };
  return outcome() ?? { state: 'checking' as const, facts: [] };
}

function tenantOutcome(texts: Texts, { tenantId, servicePlan, status }: TenantInfo): Outcome {
  return {
    state: 'done',
    facts: [
      { text: texts.tenantId(tenantId) },
      { text: texts.servicePlan(servicePlan) },
      { text: texts.tenantStatus(status) },
    ],
  };
}

function quotaOutcome(texts: Texts, secrets: Quota, repositories: Quota): Outcome {
  const full = [secrets, repositories].some(isFull);
  return {
    state: full ? 'attention' : 'done',
    facts: [
      { text: texts.secretQuota(secrets.used, secrets.max) },
      { text: texts.repositoryQuota(repositories.used, repositories.max) },
      ...(full ? [{ text: texts.quotaAdvice }] : []),
    ],
  };
}

function repositoriesOutcome(texts: Texts, repositories: readonly Repository[]): Outcome {
  if (repositories.length === 0) return { state: 'todo', facts: [{ text: texts.noRepository }] };
  const has = (status: Repository['status']) =>
    repositories.some((repository) => repository.status === status);
  const state = has('COMPLETED') ? 'done' : has('IN-PROGRESS') ? 'waiting' : 'attention';
  const facts = repositories.map(({ name, status, url }) => ({
    text: texts.repository(name, status),
    url,
    object: { kind: 'repository' as const, name },
  }));
  return {
    state,
    facts: [
      ...shorten(texts, facts),
      ...(state === 'attention' && has('ERROR') ? [{ text: texts.repositoryAdvice }] : []),
    ],
  };
}

function secretsOutcome(
  texts: Texts,
  secrets: readonly DockerRegistrySecret[],
  { expired, soon }: TenantAnswers['ends'],
): Outcome {
  if (secrets.length === 0) return { state: 'todo', facts: [{ text: texts.noSecret }] };
  return {
    state: 'done',
    facts: [
      ...shorten(
        texts,
        secrets.map(({ name }) => ({ text: name, object: { kind: 'secret', name } })),
      ),
      ...(expired > 0 ? [{ text: texts.expired(expired) }] : []),
      ...(soon > 0 ? [{ text: texts.expireSoon(soon) }] : []),
    ],
  };
}

function shorten(texts: Texts, facts: readonly Fact[]): Fact[] {
  if (facts.length <= namesShown) return [...facts];
  return [...facts.slice(0, namesShown), { text: texts.more(facts.length - namesShown) }];
}

/** What a failed step says where there is no room for more: the title of the problem and the request id. */
export function failureFacts(texts: Texts, problems: Catalogue['problems'], error: Error): Fact[] {
  const problem = toApiError(error);
  const { requestId } = problem;
  return [
    { text: problems.problem(problem).title },
    ...(requestId === undefined ? [] : [{ text: texts.requestId(requestId) }]),
  ];
}
