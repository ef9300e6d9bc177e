import { toApiError } from '../domain/api-problem.ts';
import type { Quota } from '../api/resource-quota.ts';
import { isFull } from '../api/resource-quota.ts';
import type { ObjectState } from '../api/runs/kind-states.ts';
import type { TenantInfo } from '../api/tenant-info.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { parseRepositoryStatus } from '../domain/git/repository-status.ts';
import { onboardingKinds } from '../domain/onboarding/candidates.ts';
import type { KeptObject, Proof } from '../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../domain/rollout/rollout-kinds.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

export type StepId = 'connection' | RolloutKindId | 'quota' | 'template';
export type StepState = 'done' | 'todo' | 'waiting' | 'attention' | 'checking' | 'failed';

export interface Fact {
  readonly text: string;
  readonly url?: string;
  /** The object of this tenant that the text begins with. */
  readonly object?: { readonly kind: RolloutKindId; readonly name: string };
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
  /** Of each kind that has one. */
  readonly quotas: ReadonlyMap<RolloutKindId, Answer<Quota>>;
  readonly objects: ReadonlyMap<RolloutKindId, Answer<readonly ObjectState[]>>;
  /** Of the Docker registry secrets, as far as their ends are known. */
  readonly ends: { readonly expired: number; readonly soon: number };
  /** When somebody ticked it in this browser. */
  readonly templateTickedAt: Date | undefined;
}

type Texts = Catalogue['onboarding'];
type Outcome = Pick<Step, 'state' | 'facts'>;

const namesShown = 10;

/** The checklist in SAP's order, each step with its state and what it was told from. */
export function buildSteps(texts: Texts, answers: TenantAnswers): Step[] {
  const { tenantInfo, quotas, objects, templateTickedAt } = answers;
  const tenant = outcomeOf([tenantInfo], () => tenantInfo.data && tenantOutcome(texts, tenantInfo.data));
  const kinds = onboardingKinds.flatMap((kind): Step[] => {
    const states = objects.get(kind);
    if (!states) return [];
    const outcome = outcomeOf([states], () => states.data && kindOutcome(texts, kind, states.data, answers));
    return [{ id: kind, title: texts.kinds[kind].title, ...outcome }];
  });
  const quota = outcomeOf([...quotas.values()], () => quotaOutcome(texts, quotas));
  return [
    { id: 'connection', title: texts.titles.connection, ...tenant },
    ...kinds,
    { id: 'quota', title: texts.titles.quota, ...quota },
    {
      id: 'template',
      title: texts.titles.template,
      state: templateTickedAt ? 'done' : 'todo',
      facts: [{ text: templateTickedAt ? texts.templateTicked(templateTickedAt) : texts.templateOpen }],
    },
  ];
}

/** Those that count: not every tenant needs generic secrets. */
export function countedSteps(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ id, state }) => id !== 'generic-secret' || state !== 'todo');
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

function quotaOutcome(texts: Texts, quotas: TenantAnswers['quotas']): Outcome | undefined {
  const known = [...quotas].flatMap(([kind, { data }]) => (data ? [{ kind, ...data }] : []));
  if (known.length < quotas.size) return undefined;
  const full = known.some(isFull);
  return {
    state: full ? 'attention' : 'done',
    facts: [
      ...known.map(({ kind, used, max }) => ({ text: texts.quota(texts.kinds[kind].plural, used, max) })),
      ...(full ? [{ text: texts.quotaAdvice }] : []),
    ],
  };
}

function kindOutcome(
  texts: Texts,
  kind: RolloutKindId,
  states: readonly ObjectState[],
  { ends: { expired, soon }, objects }: TenantAnswers,
): Outcome {
  if (states.length === 0) return { state: 'todo', facts: [{ text: texts.kinds[kind].none }] };
  const has = (state: Proof['state']) => states.some(({ proof }) => proof?.state === state);
  const lacking = kind === 'object-store-secret' ? groupsWithoutStore(states, objects) : [];
  const state =
    lacking.length > 0 ? 'attention' : has('settled') ? 'done' : has('settling') ? 'waiting' : 'attention';
  const failed = state === 'attention' && states.some(({ proof }) => proof?.says === 'ERROR');
  const advice: Partial<Record<RolloutKindId, (string | false)[]>> = {
    'git-repository': [failed && texts.repositoryAdvice],
    application: [state === 'attention' && texts.applicationAdvice],
    'object-store-secret': [lacking.length > 0 && texts.groupsWithoutStore(lacking)],
    'docker-registry-secret': [expired > 0 && texts.expired(expired), soon > 0 && texts.expireSoon(soon)],
  };
  return {
    state,
    facts: [
      ...shorten(
        texts,
        states.map((one) => objectFact(texts, kind, one)),
      ),
      ...(advice[kind] ?? []).flatMap((text) => (text === false ? [] : [{ text }])),
    ],
  };
}

/** Training in a resource group writes to the store of that name in it. */
function groupsWithoutStore(stores: readonly ObjectState[], objects: TenantAnswers['objects']): string[] {
  const having = new Set(
    stores
      .filter(({ kept }) => kept.name === defaultObjectStore)
      .map(({ kept }) => kept.facts['resourceGroup']),
  );
  const groups = objects.get('resource-group')?.data ?? [];
  return groups.map(({ kept }) => kept.name).filter((name) => !having.has(name));
}

function objectFact(texts: Texts, kind: RolloutKindId, { kept, proof }: ObjectState): Fact {
  const { name } = kept;
  const url = kept.facts['url'];
  return {
    text: objectText(texts, kind, kept, proof),
    ...(url !== undefined && url !== '' && { url }),
    object: { kind, name },
  };
}

function objectText(
  texts: Texts,
  kind: RolloutKindId,
  { name, facts }: KeptObject,
  proof: Proof | undefined,
): string {
  if (kind === 'git-repository') return texts.repository(name, parseRepositoryStatus(proof?.says));
  const says = kind === 'object-store-secret' ? (facts['resourceGroup'] ?? '') : (proof?.says ?? '');
  return says === '' ? name : texts.object(name, says);
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
