import { readAddressList } from '../rollout/rollout-address.ts';

export const onboardingStepNames = ['what', 'credentials', 'where', 'run'] as const;
export type OnboardingStepName = (typeof onboardingStepNames)[number];

/** What an address asks the onboarding of many for: `/onboarding?like=acme&tenant=x,y&step=where`. */
export interface OnboardingAddress {
  /** The id of the tenant that the others are to be like. */
  readonly like: string | undefined;
  /** Ids of tenants to choose. */
  readonly tenants: readonly string[];
  readonly step: OnboardingStepName;
  /** The onboarding whose approved plans are to be run. */
  readonly plan: string | undefined;
}

/** Reads the parameters of an address that anybody may have typed; what is no text or number is left out. */
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

/** The same as the parameters of a link; the first step and what is empty are not named. */
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
