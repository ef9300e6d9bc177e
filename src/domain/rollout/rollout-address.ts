/**
 * What an address asks of the rollout: `/rollout?secret=a,b&tenant=x,y&step=where`. Names and ids are separated by
 * commas, which they cannot contain; a repeated parameter and a list read the same. It never contains a credential.
 */
export interface RolloutAddress {
  /** Names of secrets to roll out one after the other. */
  readonly secrets: readonly string[];
  /** Ids of tenants to choose. */
  readonly tenants: readonly string[];
  readonly step: RolloutStepName;
  /** The id of an approved plan to run. */
  readonly plan: string | undefined;
}

export const rolloutStepNames = ['what', 'where', 'run'] as const;
export type RolloutStepName = (typeof rolloutStepNames)[number];

/**
 * Reads the parameters of an address that anyone may have typed; values that are neither text nor number are ignored.
 */
export function readRolloutAddress({ secret, tenant, step, plan }: Record<string, unknown>): RolloutAddress {
  return {
    secrets: readAddressList(secret),
    tenants: readAddressList(tenant),
    step: rolloutStepNames.find((one) => one === step) ?? 'what',
    plan: typeof plan === 'string' ? plan : undefined,
  };
}

/** The reverse: the parameters of a link, without the first step and empty lists. */
export function rolloutSearch({ secrets = [], tenants = [], step = 'what', plan }: Partial<RolloutAddress>): {
  secret?: string;
  tenant?: string;
  step?: RolloutStepName;
  plan?: string;
} {
  return {
    ...(secrets.length > 0 && { secret: secrets.join(',') }),
    ...(tenants.length > 0 && { tenant: tenants.join(',') }),
    ...(step !== 'what' && { step }),
    ...(plan !== undefined && { plan }),
  };
}

/** Distinct names separated by commas. A router that parses JSON turns a name like `2024` into a number. */
export function readAddressList(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = values
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .flatMap((one) => String(one).split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names)];
}
