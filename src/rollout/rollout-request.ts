import type { RolloutOrder } from '../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../domain/rollout/rollout-kinds.ts';

export type Operation = 'rollout' | 'removal';

/** What is to be done in each tenant. Its order may hold a credential: it lives in the page's memory only. */
export interface RolloutRequest {
  readonly operation: Operation;
  readonly kind: RolloutKindId;
  readonly order: RolloutOrder;
}
