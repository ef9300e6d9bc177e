import type { ComponentType } from 'react';
import type { KeptObject, KnownSecret, RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';

/** An existing object, with what is known of its credential where that was approved. */
interface FixedObject extends KeptObject {
  readonly remembers?: KnownSecret | undefined;
  /** The keys of a generic secret that were approved. */
  readonly keys?: readonly string[] | undefined;
}

/** The props of a form that asks for an object to roll out to many tenants. */
export interface OrderFormProps {
  /** What cannot be changed, when a plan is continued or an object is copied: everything but the credential. */
  readonly fixed: FixedObject | undefined;
  readonly submitLabel: string;
  /** The order holds the credential. */
  readonly onSubmit: (order: RolloutOrder) => void;
}

/** The form for each kind that can be rolled out; the application provides them from the other verticals. */
export type OrderForms = Readonly<Partial<Record<RolloutKindId, ComponentType<OrderFormProps>>>>;
