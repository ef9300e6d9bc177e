/**
 * What an address asks the rollout for: `/rollout?secret=a,b&tenant=x,y&step=where`. Names and ids stand between
 * commas, which neither can hold; a parameter that is repeated, or that a list was given for, reads the same.
 * There is never a credential among it.
 */
export interface RolloutAddress {
  /** Names of secrets, to be rolled out one after the other. */
  readonly secrets: readonly string[];
  /** Ids of tenants to choose. */
  readonly tenants: readonly string[];
  readonly step: RolloutStepName;
  /** The id of an approved plan that is to be run. */
  readonly plan: string | undefined;
}

export const rolloutStepNames = ['what', 'where', 'run'] as const;
export type RolloutStepName = (typeof rolloutStepNames)[number];

/** Reads the parameters of an address that anybody may have typed; what is no text or number is left out. */
export function readRolloutAddress({ secret, tenant, step, plan }: Record<string, unknown>): RolloutAddress {
  return {
    secrets: readAddressList(secret),
    tenants: readAddressList(tenant),
    step: rolloutStepNames.find((one) => one === step) ?? 'what',
    plan: typeof plan === 'string' ? plan : undefined,
  };
}

/** The same as the parameters of a link; the first step and empty lists are not named. */
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

/** Names between commas, each once. A router that reads JSON makes a number of a name like `2024`. */
export function readAddressList(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = values
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .flatMap((one) => String(one).split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names)];
}
