import type { Quota } from '../domain/connection/quota.ts';
import type { ObjectState } from '../api/runs/kind-states.ts';
import type { TenantInfo } from '../api/tenant-info.ts';
import type { KeptObject } from '../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../domain/rollout/rollout-kinds.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

export type StepId = 'connection' | RolloutKindId | 'quota' | 'template';
export type StepState = 'done' | 'todo' | 'waiting' | 'attention' | 'checking' | 'failed';

export interface Fact {
  readonly text: string;
  readonly url?: string;
  /** The object of this tenant that the text starts with. */
  readonly object?: { readonly kind: RolloutKindId; readonly kept: KeptObject };
  /** AI Core's own words, if the text translates them. */
  readonly raw?: string;
}

export interface Step {
  readonly id: StepId;
  readonly state: StepState;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Why it could not be checked. */
  readonly error?: Error;
  /** The resource group in which something is missing, for the form that registers it. */
  readonly group?: string;
  /** The number of resource groups that were not read. */
  readonly unread?: number;
}

/** A query's answer. If it failed, the step counts as not checked, even if an earlier answer exists. */
export interface Answer<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
}

export interface TenantAnswers {
  readonly tenantInfo: Answer<TenantInfo>;
  /** For each kind that has one. */
  readonly quotas: ReadonlyMap<RolloutKindId, Answer<Quota>>;
  readonly objects: ReadonlyMap<RolloutKindId, Answer<readonly ObjectState[]>>;
  /** All resource groups were read, however many. */
  readonly isWhole: boolean;
  /** Docker registry secrets with a known expiry date. */
  readonly ends: { readonly expired: number; readonly soon: number };
  /** When somebody ticked it in this browser. */
  readonly templateTickedAt: Date | undefined;
}

/** The texts of a checklist. */
export type StepTexts = Pick<Catalogue, 'onboarding' | 'kinds' | 'applications' | 'genericSecrets'>;

export type Outcome = Pick<Step, 'state' | 'facts' | 'group' | 'unread'>;
