import { readAddressList } from '../rollout/rollout-address.ts';

export const onboardingStepNames = ['what', 'credentials', 'where', 'run'] as const;
export type OnboardingStepName = (typeof onboardingStepNames)[number];

/** What an address asks of the onboarding: `/onboarding?like=acme&tenant=x,y&step=where`. */
export interface OnboardingAddress {
  /** The id of the tenant that the new ones should match. */
  readonly like: string | undefined;
  /** Ids of tenants to choose. */
  readonly tenants: readonly string[];
  readonly step: OnboardingStepName;
  /** The onboarding whose approved plans should run. */
  readonly plan: string | undefined;
}

/**
 * Reads the parameters of an address that anyone may have typed; values that are neither text nor number are ignored.
 */
export function readOnboardingAddress({
  like,
  tenant,
  step,
  plan,
}: Record<string, unknown>): OnboardingAddress {
  return {
    like: readAddressList(like)[0],
    tenants: readAddressList(tenant),
    step: onboardingStepNames.find((one) => one === step) ?? 'what',
    plan: typeof plan === 'string' ? plan : undefined,
  };
}

/** The reverse: the parameters of a link, without the first step and empty values. */
export function onboardingSearch({ like, tenants = [], step = 'what', plan }: Partial<OnboardingAddress>): {
  like?: string;
  tenant?: string;
  step?: OnboardingStepName;
  plan?: string;
} {
  return {
    ...(like !== undefined && { like }),
    ...(tenants.length > 0 && { tenant: tenants.join(',') }),
    ...(step !== 'what' && { step }),
    ...(plan !== undefined && { plan }),
  };
}
