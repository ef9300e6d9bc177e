import { isFull } from '../domain/connection/quota.ts';
import type { TenantInfo } from '../api/tenant-info.ts';
import { toApiError } from '../domain/api-problem.ts';
import { onboardingKinds } from '../domain/onboarding/candidates.ts';
import type { Catalogue } from '../ui/texts/texts.ts';
import { kindOutcome } from './kind-outcome.ts';
import type { Answer, Fact, Outcome, Step, StepTexts, TenantAnswers } from './step.ts';

type Texts = Catalogue['onboarding'];

/** The checklist in SAP's order, each step with its state and the facts behind it. */
export function buildSteps(words: StepTexts, answers: TenantAnswers): Step[] {
  const { onboarding: texts } = words;
  const { tenantInfo, quotas, objects, templateTickedAt } = answers;
  const tenant = outcomeOf([tenantInfo], () => tenantInfo.data && tenantOutcome(texts, tenantInfo.data));
  const kinds = onboardingKinds.flatMap((kind): Step[] => {
    const states = objects.get(kind);
    if (!states) return [];
    const outcome = outcomeOf([states], () => states.data && kindOutcome(words, kind, states.data, answers));
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

/** The steps that count: not every tenant needs generic secrets. */
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
      { text: texts.tenantStatus(status), raw: status },
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

/** The reason several steps could not be checked, if it is the same: it is then shown once. */
export function sharedFailure(steps: readonly Step[]): Error | undefined {
  const failed = steps.filter(({ error }) => error);
  return failed.find((step) => failed.filter((other) => isAlike(step.error, other.error)).length > 1)?.error;
}

/** Whether two failures have the same cause, and so the same next step. */
export function isAlike(one: Error | undefined, other: Error | undefined): boolean {
  if (!one || !other) return false;
  const [a, b] = [toApiError(one), toApiError(other)];
  return a.kind === b.kind && a.status === b.status && a.code === b.code && a.answeredBy === b.answeredBy;
}

/** The short version of a failure: the title of the problem and the request id. */
export function failureFacts(texts: Texts, problems: Catalogue['problems'], error: Error): Fact[] {
  const problem = toApiError(error);
  const { requestId } = problem;
  return [
    { text: problems.problem(problem).title },
    ...(requestId === undefined ? [] : [{ text: texts.requestId(requestId) }]),
  ];
}
