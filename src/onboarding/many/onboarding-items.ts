import { orderCalls, type OrderCalls, type PresentState } from '../../api/runs/order-calls.ts';
import type { Candidate } from '../../domain/onboarding/candidates.ts';
import type { OnboardingItem } from '../../domain/onboarding/onboarding-plan.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { Proof, RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';
import { toApiError, type ApiError } from '../../domain/api-problem.ts';

/** An item with the calls that carry it out, which hold its credential. */
export interface ReadyItem extends OnboardingItem {
  readonly calls: OrderCalls;
}

/** The chosen items that have everything they need, in the order of the candidates. */
export function readyItems(
  candidates: readonly Candidate[],
  chosen: ReadonlySet<string>,
  entered: ReadonlyMap<string, RolloutOrder>,
): ReadyItem[] {
  return candidates.flatMap(({ id, kind, order: copy }) => {
    const order = copy ?? entered.get(id);
    if (!chosen.has(id) || !order) return [];
    return [{ id, kind, order, calls: orderCalls(rolloutKinds[kind], order) }];
  });
}

/** What a tenant has of each item, by item id; rejects if one of the requests fails. */
export async function readItems(
  items: readonly ReadyItem[],
  connection: Connection,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PresentState>> {
  const states = new Map<string, PresentState>();
  // One after the other: tenants are already read in parallel.
  for (const { id, calls } of items) states.set(id, await calls.read(connection, signal));
  return states;
}

export type ItemProof = Proof | { readonly state: 'unread'; readonly problem: ApiError | undefined };

/** How far AI Core has got with each item in a tenant. */
export async function proveItems(
  items: readonly ReadyItem[],
  connection: Connection,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ItemProof>> {
  const proofs = new Map<string, ItemProof>();
  for (const { id, calls } of items) {
    const proof = await calls.prove(connection, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      return { state: 'unread' as const, problem: toApiError(error) };
    });
    proofs.set(id, proof);
  }
  return proofs;
}
