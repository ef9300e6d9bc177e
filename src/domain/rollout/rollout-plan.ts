/**
 * What a tenant has of the object to be rolled out or removed. `unknown`: it did not answer; `taken`: it uses the name
 * for something else.
 */
export interface TenantState {
  readonly tenantId: string;
  readonly state: 'absent' | 'present' | 'taken' | 'unknown';
  /** How many more objects of the kind the tenant may hold; undefined if unknown. */
  readonly quotaLeft?: number | undefined;
}

/** What to do if a tenant already has the name: overwrite it, leave it, or start nothing at all. */
export type ExistingPolicy = 'update' | 'skip' | 'stop';

export type RolloutAction = 'create' | 'update' | 'delete' | 'skip' | 'blocked';

/** Whether something is written to the tenant. */
export function isWrite(action: RolloutAction): action is 'create' | 'update' | 'delete' {
  return action !== 'skip' && action !== 'blocked';
}

export interface RolloutStep {
  readonly tenantId: string;
  readonly action: RolloutAction;
  readonly reason:
    | 'absent'
    | 'present'
    /** Nothing is written if the present state is unknown. */
    | 'state-unknown'
    /** The tenant uses the name for something else, which must not be overwritten. */
    | 'name-taken'
    | 'quota-exceeded'
    /** Another tenant has the name, and under this policy nothing is started then. */
    | 'stopped'
    /** Something that it needs in the same tenant is left out. */
    | 'needs-missing'
    /** An earlier run of the same rollout already did it. */
    | 'done-before';
}

export interface RolloutPlan {
  /** One for each tenant, in the order given; a tenant named twice gets one step. */
  readonly steps: readonly RolloutStep[];
  readonly counts: Readonly<Record<RolloutAction, number>>;
  /** Under the policy `stop`, the tenants that have the name; nothing may run while there are any. */
  readonly stoppedBy: readonly string[];
}

/** Plans a rollout from the tenants' present state: one step for each, and how many of each kind. */
export function planRollout(tenants: readonly TenantState[], policy: ExistingPolicy): RolloutPlan {
  const distinct = distinctTenants(tenants);
  const present = distinct.filter(({ state }) => state === 'present').map(({ tenantId }) => tenantId);
  const stoppedBy = policy === 'stop' ? present : [];
  return planOf(
    distinct.map((tenant) => rolloutStep(tenant, policy, stoppedBy.length > 0)),
    stoppedBy,
  );
}

/** Plans the removal of a name: absent ones are skipped, unknown ones are left alone. */
export function planRemoval(tenants: readonly TenantState[]): RolloutPlan {
  return planOf(
    distinctTenants(tenants).map(({ tenantId, state }) => {
      if (state === 'unknown') return { tenantId, action: 'blocked', reason: 'state-unknown' };
      if (state === 'taken') return { tenantId, action: 'blocked', reason: 'name-taken' };
      return { tenantId, action: state === 'present' ? 'delete' : 'skip', reason: state };
    }),
    [],
  );
}

/** How far an earlier run got with a tenant. `begun`: its request was sent but the answer is unknown. */
export interface EarlierStep {
  readonly tenantId: string;
  readonly action: RolloutAction;
  readonly progress: 'open' | 'begun' | 'done';
}

/**
 * Plans a rollout again after an incomplete run: what that run did is not repeated, whatever the policy, unless it has
 * disappeared since.
 */
export function planAgain(
  tenants: readonly TenantState[],
  policy: ExistingPolicy,
  earlier: readonly EarlierStep[],
): RolloutPlan {
  const known = new Map(earlier.map((step) => [step.tenantId, step]));
  const isDone = ({ tenantId, state }: TenantState) => {
    const step = known.get(tenantId);
    if (state !== 'present' || step === undefined) return false;
    // If it was to be created and exists now, the request whose answer was lost created it.
    return step.progress === 'done' || (step.progress === 'begun' && step.action === 'create');
  };
  const distinct = distinctTenants(tenants);
  const rest = planRollout(
    distinct.filter((tenant) => !isDone(tenant)),
    policy,
  );
  const planned = new Map(rest.steps.map((step) => [step.tenantId, step]));
  const steps = distinct.map(
    ({ tenantId }): RolloutStep =>
      planned.get(tenantId) ?? { tenantId, action: 'skip', reason: 'done-before' },
  );
  return planOf(steps, rest.stoppedBy);
}

function rolloutStep(
  { tenantId, state, quotaLeft }: TenantState,
  policy: ExistingPolicy,
  stopped: boolean,
): RolloutStep {
  if (state === 'unknown') return { tenantId, action: 'blocked', reason: 'state-unknown' };
  if (state === 'taken') return { tenantId, action: 'blocked', reason: 'name-taken' };
  if (state === 'present') {
    if (policy === 'stop') return { tenantId, action: 'blocked', reason: 'present' };
    return { tenantId, action: policy, reason: 'present' };
  }
  if (stopped) return { tenantId, action: 'blocked', reason: 'stopped' };
  // An update needs no quota. If the quota is unknown, the creation is tried and the API decides.
  if (quotaLeft !== undefined && quotaLeft <= 0)
    return { tenantId, action: 'blocked', reason: 'quota-exceeded' };
  return { tenantId, action: 'create', reason: 'absent' };
}

function distinctTenants(tenants: readonly TenantState[]): TenantState[] {
  const seen = new Set<string>();
  return tenants.filter(({ tenantId }) => {
    if (seen.has(tenantId)) return false;
    seen.add(tenantId);
    return true;
  });
}

function planOf(steps: readonly RolloutStep[], stoppedBy: readonly string[]): RolloutPlan {
  const counts = { create: 0, update: 0, delete: 0, skip: 0, blocked: 0 };
  for (const { action } of steps) counts[action] += 1;
  return { steps, counts, stoppedBy };
}
