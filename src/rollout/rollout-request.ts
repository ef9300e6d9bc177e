import type { RolloutOrder } from '../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../domain/rollout/rollout-kinds.ts';

export type Operation = 'rollout' | 'removal';

/** What to do in each tenant. The order may hold a credential: keep it only in the page's memory. */
export interface RolloutRequest {
  readonly operation: Operation;
  readonly kind: RolloutKindId;
  readonly order: RolloutOrder;
}
