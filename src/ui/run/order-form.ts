import type { ComponentType } from 'react';
import type { KeptObject, KnownSecret, RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';

/** An object that is known, and what may be remembered of its credential where that was approved. */
interface FixedObject extends KeptObject {
  readonly remembers?: KnownSecret | undefined;
  /** What a generic secret was approved to have values for. */
  readonly keys?: readonly string[] | undefined;
}

/** What a form gets that asks for an object as it is to be in many tenants. */
export interface OrderFormProps {
  /** What stands fast, where it is gone on with or copied: all but the credential. */
  readonly fixed: FixedObject | undefined;
  readonly submitLabel: string;
  /** The order holds the credential. */
  readonly onSubmit: (order: RolloutOrder) => void;
}

/** The form of each kind that can be rolled out; the application fills them in with those of the other parts. */
export type OrderForms = Readonly<Partial<Record<RolloutKindId, ComponentType<OrderFormProps>>>>;
